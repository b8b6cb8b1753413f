// A process that runs the built programs again and again, as `runCli` asks: loading them costs ten times what they do.
// Each run has its own arguments, folder, environment and output; module state is shared, as in no run of a user.
import { concluded } from '../../dist/cli/door.js'
import { llamaPajamasRun } from '../../dist/cli/llama-pajamas-run.js'
import { lpTui } from '../../dist/cli/lp-tui.js'
import { plain } from '../../dist/shared/report/plain.js'

const PROGRAMS = { main: ['lp-tui', lpTui], run: ['llama-pajamas-run', llamaPajamasRun] }

/** One at a time: the folder and the environment belong to the process. */
let last = Promise.resolve()

process.on('message', (request) => {
  last = last.then(() => answer(request))
})
process.on('disconnect', () => process.exit())

async function answer({ id, args, cwd, env, program }) {
  const [name, main] = PROGRAMS[program]
  for (const key of Object.keys(process.env)) delete process.env[key]
  Object.assign(process.env, env)
  process.chdir(cwd)
  const said = { stdout: '', stderr: '' }
  const restore = [capture(process.stdout, 'stdout', said), capture(process.stderr, 'stderr', said)]
  const io = {
    program: name,
    env: { ...env },
    platform: process.platform,
    out: (text) => void (said.stdout += text),
    note: (line) => void (said.stderr += `${plain(line)}\n`),
    takeSignals: () => () => {},
  }
  const code = await concluded(io, args, main)
  for (const give of restore) give()
  process.send({ id, result: { code, signal: null, ...said } })
}

/** What is written past `io`, for instance by Node itself. */
function capture(stream, name, said) {
  const write = stream.write
  stream.write = (text, ...more) => {
    said[name] += text
    more.find((value) => typeof value === 'function')?.()
    return true
  }
  return () => {
    stream.write = write
  }
}
