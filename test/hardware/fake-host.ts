import type { CommandResult, Host } from '../../shared/hardware/host.ts'

export type FakeMachine = {
  platform?: Host['platform']
  arch?: string
  /** Output by command line, or by program name alone. */
  commands?: Readonly<Record<string, string | CommandResult>>
  files?: Readonly<Record<string, string>>
  basics?: Partial<Host['basics']>
  systeminformation?: Host['systeminformation']
}

/** A machine made of texts: what is not given is absent. Folders are those of the given files. */
export function fakeHost(machine: FakeMachine): Host {
  const { commands = {}, files = {} } = machine
  return {
    platform: machine.platform ?? 'linux',
    arch: machine.arch ?? 'x64',
    os_release: '6.1.0',
    run: async (command, args) => {
      const answer = commands[[command, ...args].join(' ')] ?? commands[command]
      if (answer === undefined) return { state: 'absent', reason: 'not installed' }
      return typeof answer === 'string' ? { state: 'ok', stdout: answer, stderr: '', exit_code: 0 } : answer
    },
    readText: async (path) => files[path] ?? null,
    list: async (path) => [
      ...new Set(
        Object.keys(files).flatMap((file) =>
          file.startsWith(`${path}/`) ? [file.slice(path.length + 1).split('/')[0] ?? ''] : [],
        ),
      ),
    ],
    basics: {
      cpu_model: 'Basic CPU',
      logical_cores: 4,
      available_parallelism: 4,
      total_memory: 8 * 1024 ** 3,
      free_memory: 1024 ** 3,
      ...machine.basics,
    },
    ...(machine.systeminformation ? { systeminformation: machine.systeminformation } : {}),
    now: () => 0,
  }
}

/** `path:value` lines, as the parsers read them, as files. */
export function filesOf(lines: string): Record<string, string> {
  const files: Record<string, string> = {}
  for (const line of lines.split('\n')) {
    const match = /^(\/sys\/(?:bus\/pci\/devices\/[\da-f:.]+\/\w+|.*?\/[\w.]+)):(.*)$/.exec(line)
    if (match?.[1] === undefined || match[2] === undefined) continue
    const before = files[match[1]]
    files[match[1]] = before === undefined ? match[2] : `${before}\n${match[2]}`
  }
  return files
}
