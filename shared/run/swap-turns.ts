/** Who waits for a model: told null when it is loaded, or why it is not. */
type Waiting = { readonly name: string; readonly go: (trouble: string | null) => void }

/** Requests to models of which one is loaded at a time. */
export type SwapTurns = {
  /** Waits for a model's turn. `cancel` gives up waiting; after `ready` every request must `leave`. */
  enter(name: string): { readonly ready: Promise<string | null>; cancel(): void }
  /** A request that was let through is over. */
  leave(): void
  waiting(): number
  /** Nothing is loaded any more: the engine was started anew. */
  reset(): void
}

/**
 * Lets requests to the loaded model through; those to another wait until none is under way, then that model takes its place
 * and all that wait for it go. First come, first served: who comes while others wait, waits behind them, so that no model
 * is kept out by a busy one.
 * @param exchange makes room and loads; resolves with null, or with why it could not
 */
export function swapTurns(exchange: (from: string | null, to: string) => Promise<string | null>): SwapTurns {
  let current: string | null = null
  let running = 0
  let changing = false
  let queue: Waiting[] = []

  const change = async (to: string) => {
    changing = true
    const from = current
    // Whatever happens, the one before is no longer to be counted on.
    current = null
    const trouble = await exchange(from, to).catch((error: unknown) => String(error))
    changing = false
    if (trouble === null) current = to
    const mine = queue.filter(({ name }) => name === to)
    queue = queue.filter(({ name }) => name !== to)
    for (const { go } of mine) {
      if (trouble === null) running++
      go(trouble)
    }
    pump()
  }
  const pump = () => {
    if (changing) return
    for (let head = queue[0]; head !== undefined; head = queue[0]) {
      if (head.name !== current) {
        if (running === 0) void change(head.name)
        return
      }
      queue.shift()
      running++
      head.go(null)
    }
  }
  return {
    enter(name) {
      let cancel = () => {}
      const ready = new Promise<string | null>((resolve) => {
        const entry: Waiting = { name, go: resolve }
        cancel = () => {
          queue = queue.filter((one) => one !== entry)
          pump()
        }
        queue.push(entry)
      })
      pump()
      return { ready, cancel }
    },
    leave() {
      running--
      pump()
    },
    waiting: () => queue.length,
    reset() {
      current = null
    },
  }
}
