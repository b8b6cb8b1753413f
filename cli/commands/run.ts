import { checkConfig, EXIT, findingLine, llamaServerArgs, targetFromSnapshot, UserError } from '../../shared/index.ts'
import { findEngine } from '../../shared/node/engine.ts'
import { runEngine } from '../../shared/node/run-engine.ts'
import { defineCommand } from '../command.ts'
import { INTENT_FLAGS } from '../inputs/intent.ts'
import { wholeNumber } from '../inputs/number.ts'
import { loadRunConfig } from '../inputs/run-config.ts'
import { seeMachine } from '../inputs/target.ts'
import { noWords } from '../inputs/verb.ts'
import type { Io } from '../io.ts'
import { commandLine } from '../command-line.ts'

const { 'use-case': use_case, context, parallel } = INTENT_FLAGS

export const runCommand = defineCommand({
  name: 'llama-pajamas-run',
  summary: 'Starts llama-server with a runtime config, checked against this machine first.',
  usage: [
    '--model FILE (--config FILE | --auto-configure) [--use-case ...] [--context N] [--parallel N]',
    '    [--engine PATH] [--host ADDRESS] [--port N] [--dry-run] [--force] [-- LLAMA_SERVER_ARGUMENTS]',
  ],
  flags: {
    model: { type: 'string', value: 'FILE', help: 'the GGUF file; the one that the config names when absent' },
    config: { type: 'string', value: 'FILE', help: 'a runtime config, or a saved snapshot to plan for' },
    'auto-configure': { type: 'boolean', help: 'plan for this machine' },
    'use-case': use_case,
    context,
    parallel,
    engine: { type: 'string', value: 'PATH', help: 'llama-server; else LP_LLAMA_SERVER, LLAMA_SERVER, PATH' },
    host: { type: 'string', value: 'ADDRESS', help: 'address to listen on; 127.0.0.1 when absent' },
    port: { type: 'string', value: 'N', help: "port to listen on; llama-server's own when absent" },
    'dry-run': { type: 'boolean', help: 'print the command, start nothing' },
    force: { type: 'boolean', help: 'start although the check says that it does not fit' },
  },
  details: ['Ends with the exit code of llama-server. Also: lp-tui run.'],
  examples: [
    'llama-pajamas-run --model ./model.gguf --auto-configure',
    'llama-pajamas-run --model ./model.gguf --config runtime_config.json --port 8081 -- --api-key-file keys.txt',
  ],
  async run(io, { values, positionals, rest }) {
    noWords(positionals)
    const listen = listenArgs(values.host, values.port)
    const machine = targetFromSnapshot(await seeMachine())
    const wanted = await loadRunConfig(values, machine)
    const { findings } = checkConfig({ ...wanted, targets: [machine] })
    for (const finding of findings) io.note(findingLine(finding))
    if (findings.some(({ severity }) => severity === 'error') && values.force !== true) {
      io.note(`${io.program}: not started, for the check found errors; --force starts it all the same`)
      return EXIT.violations
    }
    const args = [...llamaServerArgs(wanted.config), ...listen, ...rest]
    if (values['dry-run']) {
      io.out(`${commandLine([await engineName(values.engine, io), ...args], io.platform)}\n`)
      return EXIT.ok
    }
    const engine = await findEngine(search(values.engine, io))
    io.note(`starting ${engine.path}`)
    return runEngine({ path: engine.path, args, on_terminal: process.stdin.isTTY, takeSignals: io.takeSignals })
  },
})

function listenArgs(host = '127.0.0.1', port?: string): string[] {
  const number = port === undefined ? undefined : wholeNumber('port', port, 0, 65_535)
  return ['--host', host, ...(number === undefined ? [] : ['--port', String(number)])]
}

function search(asked: string | undefined, io: Io) {
  return { asked, env: io.env, platform: io.platform, cwd: process.cwd() }
}

/** The engine's path, or its bare name where it is not installed: the command is for another machine then. */
async function engineName(asked: string | undefined, io: Io): Promise<string> {
  try {
    return (await findEngine(search(asked, io))).path
  } catch (error) {
    if (error instanceof UserError && asked === undefined) return 'llama-server'
    throw error
  }
}
