import { UserError } from '../../../shared/index.ts'

/** Something that is worked out elsewhere: known, refused with a sentence, or not there yet. */
export type Lazy<T> =
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'pending' }

export const PENDING = { state: 'pending' } as const

/** What is known so far, by key. */
export type Known = { get<T>(key: string): Lazy<T> }

export type Job = { readonly key: string; readonly run: () => Promise<unknown> }

/** Most answers that are kept, so that memory stays flat however long someone browses. */
const MOST_KEPT = 600

/**
 * Works out what a screen shows, one thing at a time and the most wanted first; what is no longer wanted by the time
 * it would start is never started.
 * @param onReady called after each answer
 */
export function lazyStore(onReady: () => void) {
  const known = new Map<string, Lazy<unknown>>()
  let running = false
  let wanted: readonly Job[] = []

  const next = (): void => {
    const job = wanted.find(({ key }) => !known.has(key))
    if (!running && job !== undefined) void work(job)
  }
  const work = async (job: Job): Promise<void> => {
    running = true
    // Keys are answered between one job and the next.
    await new Promise((resolve) => void setImmediate(resolve))
    const answer = await answerOf(job)
    running = false
    known.set(job.key, answer)
    const oldest = known.size > MOST_KEPT ? known.keys().next().value : undefined
    if (oldest !== undefined) known.delete(oldest)
    onReady()
    next()
  }

  return {
    /** What should be known, in order; replaces what was wanted before. */
    want(jobs: readonly Job[]): void {
      wanted = jobs
      next()
    },
    get<T>(key: string): Lazy<T> {
      return (known.get(key) as Lazy<T> | undefined) ?? PENDING
    },
  }
}

async function answerOf({ run }: Job): Promise<Lazy<unknown>> {
  try {
    return { state: 'ready', value: await run() }
  } catch (error) {
    if (error instanceof UserError) return { state: 'failed', message: error.message }
    return { state: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
