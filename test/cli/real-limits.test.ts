import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { builtCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const run = promisify(execFile)

/** What the built program plans when it is started by `launcher`, a command line that ends with the program's own. */
async function plannedThreads(
  launcher: readonly string[],
): Promise<{ threads: unknown; cpu: Record<string, unknown> }> {
  const cwd = await tempFolder()
  const [command = process.execPath, ...before] = launcher.length === 0 ? [] : [...launcher, process.execPath]
  const call = (...args: string[]) =>
    run(command, [...before, builtCli(), ...args], { cwd, env: { ...process.env, HOME: cwd } })
  const [plan, seen] = await Promise.all([
    call('generate', '--hardware', 'auto', '--model', 'qwen2.5-0.5b', '--precision', 'Q4_K_M'),
    call('detect', '--json'),
  ])
  return {
    threads: (JSON.parse(plan.stdout) as { settings: { n_threads?: number } }).settings.n_threads,
    cpu: (JSON.parse(seen.stdout) as { cpu: Record<string, unknown> }).cpu,
  }
}

/** The first CPU that this process may use. */
function firstCpu(): string {
  return /^Cpus_allowed_list:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'
}

/** A cgroup below our own with a quota of one core; null where we may not make one. */
function oneCoreGroup(): string | null {
  const own = readFileSync('/proc/self/cgroup', 'utf8')
  const v1 = /^\d+:(?:[^:\n]+,)?cpu(?:,[^:\n]+)?:(\/.*)$/m.exec(own)?.[1]
  const v2 = /^0::(\/.*)$/m.exec(own)?.[1] ?? '/'
  const folder = join('/sys/fs/cgroup', v1 === undefined ? v2 : join('cpu', v1), `lp-tui-test-${process.pid}`)
  try {
    mkdirSync(folder)
  } catch {
    return null
  }
  try {
    if (v1 === undefined) writeFileSync(join(folder, 'cpu.max'), '100000 100000')
    else writeFileSync(join(folder, 'cpu.cfs_quota_us'), '100000')
    return folder
  } catch {
    rmdirSync(folder)
    return null
  }
}

const linux = process.platform === 'linux'
const tried = linux ? oneCoreGroup() : null
if (tried !== null) rmdirSync(tried)

/** The limits of one core that this machine can set: what it is called, what `detect` says of it, how it is set. */
const LIMITS: readonly (readonly [string, object, () => readonly string[]])[] = [
  ...(linux ? [['affinity', { affinity_cores: 1 }, () => ['taskset', '-c', firstCpu()]] as const] : []),
  ...(tried === null
    ? []
    : [
        [
          'a cgroup quota',
          { quota_cores: 1 },
          () => {
            const group = oneCoreGroup() ?? ''
            onTestFinished(() => rmdirSync(group))
            return ['sh', '-c', `echo $$ > "${join(group, 'cgroup.procs')}" && exec "$@"`, 'sh']
          },
        ] as const,
      ]),
]

test.each(LIMITS)('one core by %s plans one thread', async (_, said, launcher) => {
  const { threads, cpu } = await plannedThreads(launcher())
  expect(cpu).toMatchObject(said)
  expect(threads).toBe(1)
})

test('without a limit of its own a plan takes no more threads than cores', async () => {
  const { threads, cpu } = await plannedThreads([])
  expect(threads).toBeGreaterThanOrEqual(1)
  expect(threads).toBeLessThanOrEqual(Number(cpu['physical_cores']))
})
