import { mkdir, readFile, stat } from 'node:fs/promises'
import { availableParallelism, homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Fix } from '../shared/finding.ts'
import type { Host } from '../shared/hardware/host.ts'
import type { Plan } from '../shared/plan/plan.ts'
import { findModels } from './find-models.ts'
import { outLines, type Io } from './io.ts'
import { modelPlaces } from './model-places.ts'
import type { LiveProbe, Services } from './tui/services.ts'
import { version } from './version.ts'
import { wizardThreads } from './wizard-threads.ts'

/** More would only hold memory: a screen has a few dozen rows. */
const MOST_THREADS = 4

/** The wizard's services on the real machine. The core is loaded when it is asked for: the screen comes before it. */
export function wizardServices(io: Io): Services {
  const threads = wizardThreads(Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1)))
  return {
    env: io.env,
    platform: io.platform,
    generator: `lp-tui ${version()}`,
    load: async () => (await import('./wizard-pieces.ts')).loadPieces(),
    detect: async (onProbe) => {
      const { detectHardware } = await import('../shared/profile/detect-hardware.ts')
      const { nodeHost } = await import('../shared/node/host.ts')
      const { systemInformation } = await import('./system.ts')
      const snapshot = await detectHardware(watched(nodeHost(systemInformation()), onProbe))
      // Not before: loading the core a second time would keep the first screen waiting.
      threads.start()
      return snapshot
    },
    findModels: async (onFound, signal) => {
      const home = homedir()
      const lm_studio_home = await readFile(join(home, '.lmstudio-home-pointer'), 'utf8').catch(() => undefined)
      const places = modelPlaces({ env: io.env, platform: io.platform, cwd: process.cwd(), home, lm_studio_home })
      return findModels(places, onFound, signal)
    },
    readModel: async (name) => (await import('./read-model-named.ts')).readModelNamed(name),
    readSnapshot: async (path) => (await import('./read-snapshot.ts')).readSnapshot(path),
    lanes: threads.count,
    plan: (request, signal) => threads.ask({ ask: 'plan', request }, signal) as Promise<Plan>,
    fix: (request) => threads.ask({ ask: 'fix', request }) as Promise<Fix | null>,
    save: async (path, text, { force, folders }) => {
      if (!force && (await exists(path))) return 'exists'
      if (folders === true) await mkdir(dirname(path), { recursive: true })
      const { writeFileAtomic } = await import('../shared/node/write-file-atomic.ts')
      await writeFileAtomic(path, text, { force })
      return 'written'
    },
    run: async (config_path) => {
      const { runCommand } = await import('./commands/run.ts')
      return runCommand.run(io, ['--config', config_path])
    },
    say: (lines) => outLines(io, lines),
    takeSignals: io.takeSignals,
    close: threads.close,
  }
}

/** An ordinary file; a folder or a device of that name is for the writer to refuse. */
async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

/** The host, telling of every program that detection starts. */
function watched(host: Host, onProbe: (probe: LiveProbe) => void): Host {
  return {
    ...host,
    run: async (command, args, timeout_ms) => {
      const id = [command, ...args].join(' ').slice(0, 60)
      const started = performance.now()
      onProbe({ id, state: 'running', ms: 0 })
      const result = await host.run(command, args, timeout_ms)
      const ms = Math.round(performance.now() - started)
      onProbe({ id, state: result.state === 'ok' ? 'done' : result.state === 'absent' ? 'absent' : 'failed', ms })
      return result
    },
  }
}
