import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { forward, listen, refuse } from './proxy.ts'

/** Where clients connect while the engine behind it may be exchanged. */
export type Gate = {
  /** `http://ADDRESS:PORT` */
  readonly url: string
  /** Requests that wait for the gate to open. */
  waiting(): number
  /** Lets requests through to an engine, first those that wait. */
  open(upstream: URL): void
  /** Holds new requests back. */
  shut(): void
  /** Resolves with true when no request is under way; with false when some still is after so long. */
  drained(limit_ms: number): Promise<boolean>
  close(): Promise<void>
}

export type GateOptions = {
  readonly host: string
  readonly port: number
  /** Requests that may wait; more are refused. */
  readonly most_waiting?: number
  /** How long one may wait. */
  readonly wait_ms?: number
}

type Waiting = { readonly go: () => void; readonly refuse: (why: string) => void }

/**
 * A small HTTP proxy in front of the engine: bodies stream through it untouched, in both directions. While it is shut,
 * requests wait unread, so that none is lost while the engine is exchanged.
 * @throws UserError('environment') when the address is in use
 */
export async function openGate(options: GateOptions): Promise<Gate> {
  const { host, port, most_waiting = 256, wait_ms = 10 * 60_000 } = options
  let upstream: URL | null = null
  const waiting = new Set<Waiting>()
  let running = 0
  const idle = new Set<() => void>()

  const finished = () => {
    running--
    if (running === 0) for (const tell of idle) tell()
  }
  const pass = (request: IncomingMessage, response: ServerResponse, to: URL) => {
    running++
    response.once('close', finished)
    forward(request, response, to)
  }
  const hold = (request: IncomingMessage, response: ServerResponse) => {
    const leave = () => {
      clearTimeout(late)
      waiting.delete(entry)
      response.off('close', leave)
    }
    const entry: Waiting = {
      go: () => {
        leave()
        if (upstream !== null) pass(request, response, upstream)
      },
      refuse: (why) => {
        leave()
        refuse(response, 503, why)
      },
    }
    const late = setTimeout(() => entry.refuse('the engine was not ready in time'), wait_ms)
    response.once('close', leave)
    waiting.add(entry)
  }
  const server = createServer((request, response) => {
    if (upstream !== null) pass(request, response, upstream)
    else if (waiting.size < most_waiting) hold(request, response)
    else refuse(response, 503, 'too many requests wait for the engine')
  })
  // A request that waits is not slow of its own doing.
  server.requestTimeout = 0
  const url = await listen(server, host, port)
  return {
    url,
    waiting: () => waiting.size,
    open(to) {
      upstream = to
      for (const { go } of waiting) go()
    },
    shut() {
      upstream = null
    },
    drained: (limit_ms) =>
      new Promise((resolve) => {
        const tell = (is: boolean) => {
          clearTimeout(late)
          idle.delete(yes)
          resolve(is)
        }
        const yes = () => tell(true)
        const late = setTimeout(() => tell(false), limit_ms)
        idle.add(yes)
        if (running === 0) yes()
      }),
    async close() {
      for (const entry of waiting) entry.refuse('the engine is being stopped')
      server.closeIdleConnections()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}
