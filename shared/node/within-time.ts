/** A limit is counted in so many steps, each of which lets the program do other things first. */
const STEPS = 5

/**
 * The result of `work`, or of `late` when it takes longer than `limit_ms`. Time in which the program itself was held up
 * (a busy machine, a program being started) does not count against the work: what has arrived meanwhile is taken first.
 */
export async function withinTime<T>(work: Promise<T>, limit_ms: number, late: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<T>((resolve) => {
    let steps = 0
    const step = (): void => {
      if (++steps >= STEPS) resolve(late())
      else timer = setTimeout(step, limit_ms / STEPS)
    }
    timer = setTimeout(step, limit_ms / STEPS)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
