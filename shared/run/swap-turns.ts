/** Who waits for a model: told null when it is loaded, or why it is not. */
type Waiting = { readonly name: string; readonly go: (trouble: string | null) => void }

/** What came of an exchange. */
export type Exchanged = {
  /** Null when the model that was asked for is loaded, else why it is not. */
  readonly trouble: string | null
  /** Who may have the memory of the place now, and must leave it before another is loaded; null when it is free. */
  readonly holder: string | null
}

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
 * @param exchange makes room and loads; `from` is `to` where that one has to be loaded anew
 */
export function swapTurns(exchange: (from: string | null, to: string) => Promise<Exchanged>): SwapTurns {
  /** Who may have the memory; it serves only where its loading was seen. */
  let holder: string | null = null
  let serves = false
  /** How often the engine was started anew: an exchange in the one before says nothing of this one. */
  let starts = 0
  let running = 0
  let changing = false
  let queue: Waiting[] = []

  const change = async (to: string) => {
    changing = true
    const begun_in = starts
    const from = holder
    // Whatever happens, the one before is no longer to be counted on; its memory is, until it is known to be free.
    serves = false
    const exchanged = await exchange(from, to).catch((error: unknown): Exchanged => ({
      trouble: String(error),
      holder: from ?? to,
    }))
    const { trouble } = exchanged
    changing = false
    if (begun_in === starts) {
      holder = exchanged.holder
      serves = trouble === null
    } else if (trouble === null) return pump()
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
      if (head.name !== holder || !serves) {
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
      starts++
      holder = null
      serves = false
    },
  }
}
