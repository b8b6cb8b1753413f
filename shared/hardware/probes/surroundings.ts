import type { Host } from '../host.ts'
import { collectFiles, type Probe } from '../probe.ts'
import { linesOf } from '../text.ts'

export type Surroundings = { readonly container: boolean; readonly wsl: boolean }

const MARKS = ['/.dockerenv', '/run/.containerenv', '/run/systemd/container'] as const
const TEXTS = ['/proc/1/cgroup', '/proc/version', '/proc/self/mountinfo'] as const
const READ = [...TEXTS, ...MARKS] as const
const ENGINES = /docker|kubepods|containerd|libpod|crio|containers\/storage|lxc|garden/i

/** Reads `path:value` lines of the files that container engines and WSL leave. */
export function parseSurroundings(text: string): Surroundings | null {
  let container = false
  let wsl = false
  let seen = false
  for (const line of linesOf(text)) {
    const path = READ.find((candidate) => line.startsWith(`${candidate}:`))
    if (path === undefined) continue
    seen = true
    if (path === '/proc/version') wsl ||= /microsoft/i.test(line)
    else if (path === '/proc/1/cgroup') container ||= ENGINES.test(line)
    // Under cgroup v2 with its own namespace only the root file system tells.
    else if (path === '/proc/self/mountinfo') container ||= / \/ \/ .* - overlay /.test(line) && ENGINES.test(line)
    else container = true
  }
  return seen ? { container, wsl } : null
}

async function collectSurroundings(host: Host): Promise<string | null> {
  const [texts, marks] = await Promise.all([
    collectFiles(host, TEXTS),
    Promise.all(MARKS.map(async (path) => ((await host.readText(path)) === null ? null : `${path}:present`))),
  ])
  // The marks may be empty files: that they are there is the message.
  const lines = [texts, ...marks].filter((part) => part !== null)
  return lines.length === 0 ? null : lines.join('\n')
}

export const surroundings: Probe<Surroundings> = {
  id: 'surroundings',
  platforms: ['linux'],
  collect: collectSurroundings,
  parse: parseSurroundings,
}
