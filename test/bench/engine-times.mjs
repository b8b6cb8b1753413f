// llama.cpp's own time for the same questions; `node .ci/engine/setup.mjs` makes its programs.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { importBundled } from '../oracle/bundled.mjs'
import { distinctSettings } from './distinct-settings.mjs'
import { median, timed } from './in-new-process.mjs'

const ROUNDS = 7
const CASES = 40

/**
 * Milliseconds of llama-fit-params (a whole process, with a loopback device), of one case in a running breakdown process,
 * and of llama-fit-params on a large header; null, said in one line, where llama.cpp is not set up.
 */
export async function engineTimes({ file, large, settings, layers }) {
  const { askBreakdown, hasProgram, programPath, SETUP_COMMAND } = await importBundled('test/bench/engine.mjs')
  if (!hasProgram('llama-fit-params') || !hasProgram('breakdown') || !hasProgram('rpc-server')) {
    process.stdout.write(`no comparison: llama.cpp is not set up here, run \`${SETUP_COMMAND}\`\n`)
    return null
  }
  const port = await freePort()
  const device = spawn(programPath('rpc-server'), ['-H', '127.0.0.1', '-p', `${port}`, '-t', '1'], { stdio: 'ignore' })
  try {
    await sleep(500)
    const fitParams = async (model, n_ctx) => {
      const args = ['-m', model, '-c', `${n_ctx}`, '-ngl', `${layers}`, '-np', '1', '-fa', 'on', '-fitp', 'on']
      const times = []
      for (let i = 0; i < ROUNDS; i++) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other: they share the core
        times.push((await timed(programPath('llama-fit-params'), [...args, '--rpc', `127.0.0.1:${port}`])).ms)
      }
      return median(times)
    }
    return {
      fit: await fitParams(file, settings.n_ctx),
      large: await fitParams(large, 4096),
      breakdown: await breakdownTime(askBreakdown, file, layers),
    }
  } finally {
    device.kill()
    if (device.exitCode === null) await once(device, 'exit')
  }
}

/** Many cases in one process less one case in another: the start falls out. */
async function breakdownTime(askBreakdown, file, slots) {
  const ask = async (count) => {
    const cases = distinctSettings(slots, count).map((one) => ({
      program: 'server',
      devices: 1,
      args: [
        '-m',
        file,
        '-c',
        `${one.n_ctx}`,
        '-ngl',
        `${one.n_gpu_layers}`,
        '-ub',
        `${one.n_ubatch}`,
        '-fa',
        'on',
      ].concat(['-ctk', one.cache_type_k, '-ctv', one.cache_type_v]),
    }))
    const start = performance.now()
    const answers = await askBreakdown(cases)
    const refused = answers.find((answer) => 'error' in answer)
    if (refused !== undefined) throw new Error(`breakdown refuses a case: ${refused.error}`)
    return performance.now() - start
  }
  const times = []
  for (let i = 0; i < 3; i++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: they share the core
    times.push(((await ask(1 + CASES)) - (await ask(1))) / CASES)
  }
  return median(times)
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
