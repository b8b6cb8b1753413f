import { mkdir, readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { UserError } from '../shared/errors.ts'
import type { Fix, Host, Plan } from '../shared/index.ts'
import { findModels } from './find-models.ts'
import { outLines, type Io } from './io.ts'
import { modelPlaces } from './model-places.ts'
import type { LiveProbe, Services } from './tui/services.ts'
import { version } from './version.ts'
import type { Question, Reply } from './wizard-questions.ts'

/** The wizard's services on the real machine. The core is loaded when it is first asked for: the screen comes before it. */
export function wizardServices(io: Io): Services {
  const thread = otherThread()
  return {
    env: io.env,
    platform: io.platform,
    generator: `lp-tui ${version()}`,
    detect: async (onProbe) => {
      const { detectHardware } = await import('../shared/index.ts')
      const { nodeHost } = await import('../shared/node/host.ts')
      const { systemInformation } = await import('./system.ts')
      const snapshot = await detectHardware(watched(nodeHost(systemInformation()), onProbe))
      // Not before: loading the core a second time would keep the first screen waiting.
      thread.start()
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
    plan: (request) => thread.ask({ ask: 'plan', request }) as Promise<Plan>,
    fix: (request) => thread.ask({ ask: 'fix', request }) as Promise<Fix | null>,
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
    close: thread.close,
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

type Waiting = { readonly resolve: (value: Plan | Fix | null) => void; readonly reject: (error: Error) => void }

/** The worker: a thread of its own with the core loaded a second time. */
function otherThread() {
  let worker: Worker | null = null
  let last = 0
  const waiting = new Map<number, Waiting>()

  const failAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    worker = null
  }
  const begin = (): Worker => {
    const started = new Worker(new URL('./wizard-worker.js', import.meta.url))
    started.on('message', (reply: Reply) => {
      const asked = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('value' in reply) asked?.resolve(reply.value)
      else asked?.reject(errorOf(reply.trouble))
    })
    started.on('error', failAll)
    started.unref()
    return started
  }
  return {
    start: (): void => {
      worker ??= begin()
    },
    ask: (question: Question): Promise<Plan | Fix | null> =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        worker ??= begin()
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage({ id, question })
      }),
    close: (): void => {
      void worker?.terminate()
      worker = null
    },
  }
}

function errorOf({ kind, message, hint }: Extract<Reply, { trouble: unknown }>['trouble']): Error {
  return kind === null ? new Error(message) : new UserError(kind, message, hint)
}
