import { Worker } from 'node:worker_threads'
import { UserError } from '../shared/errors.ts'
import type { Fix } from '../shared/finding.ts'
import type { Plan } from '../shared/plan/plan.ts'
import type { Question, Reply } from './wizard-questions.ts'

type Answer = Plan | Fix | null

type Task = {
  readonly id: number
  readonly question: Question
  readonly resolve: (value: Answer) => void
  readonly reject: (error: Error) => void
}

type Thread = { readonly worker: Worker; task: Task | null; begun: number }

/** Work that has run for longer is ended when it is called off; a new thread has the core loaded sooner. */
const WORTH_ENDING_MS = 500

/**
 * Threads of their own for plans and fixes, each with the core loaded another time. They are started when they are
 * needed; one question at a time each, first come, first served.
 * @param count most threads at once
 */
export function wizardThreads(count: number) {
  const threads: Thread[] = []
  const queue: Task[] = []
  let last = 0

  const begin = (): Thread => {
    const worker = new Worker(new URL('./wizard-worker.js', import.meta.url))
    const thread: Thread = { worker, task: null, begun: 0 }
    worker.on('message', (reply: Reply) => {
      const { task } = thread
      if (task?.id !== reply.id) return
      thread.task = null
      if ('value' in reply) task.resolve(reply.value)
      else task.reject(errorOf(reply.trouble))
      next()
    })
    worker.on('error', (error: Error) => drop(thread, error))
    worker.unref()
    threads.push(thread)
    return thread
  }
  const drop = (thread: Thread, error: Error): void => {
    threads.splice(threads.indexOf(thread), 1)
    thread.task?.reject(error)
    void thread.worker.terminate()
    next()
  }
  const next = (): void => {
    while (queue.length > 0) {
      const thread = threads.find(({ task }) => task === null) ?? (threads.length < count ? begin() : null)
      const task = thread === null ? undefined : queue.shift()
      if (thread === null || task === undefined) return
      thread.task = task
      thread.begun = performance.now()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.worker.postMessage({ id: task.id, question: task.question })
    }
  }
  const callOff = (id: number): void => {
    const waiting = queue.findIndex((task) => task.id === id)
    if (waiting !== -1) {
      const [task] = queue.splice(waiting, 1)
      task?.reject(new Error('called off'))
      return
    }
    const thread = threads.find(({ task }) => task?.id === id)
    if (thread !== undefined && performance.now() - thread.begun > WORTH_ENDING_MS)
      drop(thread, new Error('called off'))
  }
  return {
    count,
    /** Loads the core ahead of the first question. */
    start(): void {
      if (threads.length === 0) begin()
    },
    /** @throws UserError as the core does; an Error when it is called off */
    ask(question: Question, signal?: AbortSignal): Promise<Answer> {
      return new Promise((resolve, reject) => {
        const id = ++last
        queue.push({ id, question, resolve, reject })
        signal?.addEventListener('abort', () => callOff(id), { once: true })
        next()
      })
    },
    close(): void {
      queue.length = 0
      for (const { worker } of threads.splice(0)) void worker.terminate()
    },
  }
}

function errorOf({ kind, message, hint }: Extract<Reply, { trouble: unknown }>['trouble']): Error {
  return kind === null ? new Error(message) : new UserError(kind, message, hint)
}
