import { UserError } from '../core.ts'

/** Something that is worked out elsewhere: known, refused with a sentence, or not there yet. */
export type Lazy<T> =
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'pending' }

export const PENDING = { state: 'pending' } as const

/** What is known so far, by key. */
export type Known = { get<T>(key: string): Lazy<T> }

/** Work for one answer. It may be called off where it takes long and no one waits for it any more. */
export type Job = { readonly key: string; readonly run: (signal: AbortSignal) => Promise<unknown> }

/** Most answers that are kept, so that memory stays flat however long someone browses. */
const MOST_KEPT = 600

/**
 * Works out what a screen shows, the most wanted first; what is no longer wanted by the time it would start is never
 * started, and what is no longer wanted while it runs is called off.
 * @param onReady called after each answer
 * @param lanes how many jobs run side by side
 */
export function lazyStore(onReady: () => void, lanes = 1) {
  const known = new Map<string, Lazy<unknown>>()
  const running = new Map<string, AbortController>()
  let wanted: readonly Job[] = []

  const next = (): void => {
    for (const job of wanted) {
      if (running.size >= lanes) return
      if (!known.has(job.key) && !running.has(job.key)) void work(job)
    }
  }
  const work = async (job: Job): Promise<void> => {
    const control = new AbortController()
    running.set(job.key, control)
    // Keys are answered between one job and the next.
    await new Promise((resolve) => void setImmediate(resolve))
    const answer = await answerOf(job, control.signal)
    running.delete(job.key)
    // Called off, it has no answer; it may be wanted again.
    if (answer !== null) keep(job.key, answer)
    next()
  }
  const keep = (key: string, answer: Lazy<unknown>): void => {
    known.set(key, answer)
    if (known.size > MOST_KEPT) forgetOldest()
    onReady()
  }

  /** Never what is on the screen: it would be worked out again, and push out the next. */
  const forgetOldest = (): void => {
    const needed = new Set(wanted.map(({ key }) => key))
    for (const key of known.keys()) {
      if (needed.has(key)) continue
      known.delete(key)
      return
    }
  }

  return {
    /** What should be known, in order; replaces what was wanted before. */
    want(jobs: readonly Job[]): void {
      wanted = jobs
      for (const [key, control] of running) {
        if (jobs.every((job) => job.key !== key)) control.abort()
      }
      next()
    },
    get<T>(key: string): Lazy<T> {
      return (known.get(key) as Lazy<T> | undefined) ?? PENDING
    },
  }
}

async function answerOf({ run }: Job, signal: AbortSignal): Promise<Lazy<unknown> | null> {
  try {
    return { state: 'ready', value: await run(signal) }
  } catch (error) {
    if (signal.aborted) return null
    if (error instanceof UserError) return { state: 'failed', message: error.message }
    return { state: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
