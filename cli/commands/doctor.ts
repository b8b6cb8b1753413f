import { homedir, hostname, userInfo } from 'node:os'
import { EXIT } from '../../shared/errors.ts'
import { explainHardware } from '../../shared/profile/detect-hardware.ts'
import { matchProfile } from '../../shared/profile/match-profile.ts'
import { anonymous, anonymousValue, type Identity } from '../../shared/report/anonymous.ts'
import { listDevices } from '../../shared/hardware/engine/engine-devices.ts'
import { ask } from '../../shared/hardware/probe.ts'
import { findEngine } from '../../shared/node/engine.ts'
import { nodeHost } from '../../shared/node/host.ts'
import { defineCommand } from '../command.ts'
import { noWords } from '../inputs/verb.ts'
import { outLines, type Io } from '../io.ts'
import { ownProfilesFolder } from '../own-profiles.ts'
import { explanationLines } from '../present/explanation-lines.ts'
import { fieldLines } from '../present/fields.ts'
import { snapshotLines } from '../present/snapshot-lines.ts'
import { systemInformation } from '../system.ts'
import { version } from '../version.ts'

const ENGINE_LIMIT_MS = 5000

export const doctorCommand = defineCommand({
  name: 'lp-tui doctor',
  summary: 'A report to paste into a bug: versions, terminal, engine, and what detection saw and why.',
  usage: ['[--engine PATH]'],
  flags: { engine: { type: 'string', value: 'PATH', help: 'the llama-server to look at' } },
  details: [
    'Names of user and machine, home folders, serial numbers, UUIDs, MAC, IP and mail addresses are taken out.',
    'Nothing is sent anywhere. Read it before you paste it.',
  ],
  examples: ['lp-tui doctor', 'lp-tui doctor > report.txt'],
  async run(io, { values, positionals }) {
    noWords(positionals)
    const host = nodeHost(systemInformation())
    const who = identity(io)
    const [seen, engine] = await Promise.all([explainHardware(host), engineLines(io, values.engine)])
    // Before the text is broken into lines, which would part what belongs together.
    const { snapshot, explanation } = anonymousValue(seen, who)
    const match = anonymousValue(matchProfile(seen.snapshot), who)
    const lines = [
      ...fieldLines([
        ['lp-tui', version()],
        ['node', `${process.version} ${process.arch}`],
        ['system', `${snapshot.os.platform} ${snapshot.os.release}`],
        ['terminal', terminal(io)],
        ['own profiles', ownProfilesFolder(io)],
      ]),
      '',
      ...engine,
      '',
      ...snapshotLines(snapshot),
      '',
      ...explanationLines(explanation, match),
    ]
    outLines(
      io,
      lines.map((line) => anonymous(line, who)),
    )
    return EXIT.ok
  },
})

/** The engine that a run would take: where it came from, its version, and the devices that it sees itself. */
async function engineLines(io: Io, asked: string | undefined): Promise<string[]> {
  try {
    const engine = await findEngine({ asked, env: io.env, platform: io.platform, cwd: process.cwd() })
    const host = nodeHost()
    const [told, devices] = await Promise.all([
      host.run(engine.path, ['--version'], ENGINE_LIMIT_MS),
      ask(host, listDevices(engine.path), []),
    ])
    const text = told.state === 'ok' ? `${told.stdout}\n${told.stderr}` : ''
    const seen = (devices ?? []).map(
      ({ id, name, total_mib, free_mib }) => `${id} ${name}, ${total_mib ?? '?'} MiB, ${free_mib ?? '?'} MiB free`,
    )
    return fieldLines([
      ['engine', `${engine.path} (${engine.origin})`],
      ['version', /^version: (.{1,80})$/m.exec(text)?.[1] ?? `not told (${told.state})`],
      ...(seen.length > 0 ? seen : ['none but the CPU']).map((line, at) => [at === 0 ? 'devices' : '', line] as const),
    ])
  } catch (error) {
    return fieldLines([['engine', `none: ${error instanceof Error ? error.message : 'could not be looked for'}`]])
  }
}

function terminal(io: Io): string {
  const { columns, rows, isTTY } = process.stdout
  const size = isTTY ? `${columns}x${rows}` : 'no terminal'
  const named = ['TERM', 'TERM_PROGRAM', 'COLORTERM', 'NO_COLOR', 'CI', 'LANG']
  const words = named.flatMap((name) => (io.env[name] ? [`${name}=${io.env[name]?.slice(0, 40)}`] : []))
  return [size, ...words].join(' ')
}

function identity(io: Io): Identity {
  const name = (): string => {
    try {
      return userInfo().username
    } catch {
      // No entry for this number: a container.
      return ''
    }
  }
  const { USER, USERNAME, LOGNAME, HOME, USERPROFILE } = io.env
  return {
    user: name() || (USER ?? USERNAME ?? LOGNAME ?? ''),
    host: hostname(),
    home: HOME || USERPROFILE || homedir(),
  }
}
