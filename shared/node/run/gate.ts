import { createServer, type IncomingMessage, request as httpRequest, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { portTrouble } from './free-port.ts'

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

/** Headers that belong to one connection, not to the message (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

function forward(request: IncomingMessage, response: ServerResponse, to: URL): void {
  const onward = httpRequest({
    host: to.hostname,
    port: to.port,
    method: request.method,
    path: request.url,
    headers: endToEnd(request.rawHeaders),
    agent: false,
  })
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, flat(answer.rawHeaders))
    answer.on('error', () => response.destroy())
    answer.pipe(response)
  })
  onward.on('error', () => {
    if (response.headersSent) response.destroy()
    else refuse(response, 502, 'the engine ended while it worked on this request')
  })
  request.on('error', () => onward.destroy())
  // A client that leaves must not keep a slot busy.
  response.once('close', () => {
    if (!response.writableFinished) onward.destroy()
  })
  request.pipe(onward)
}

/** Names and values in turn, as they came: repeated headers stay repeated. */
function endToEnd(raw: readonly string[]): string[] {
  const length = raw.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'content-length')
  const chunked = raw.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'transfer-encoding')
  const kept = flat(raw)
  // A body without a length goes on in chunks.
  return chunked && !length ? [...kept, 'transfer-encoding', 'chunked'] : kept
}

function flat(raw: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? ''
    if (!HOP_BY_HOP.has(name.toLowerCase())) kept.push(name, raw[at + 1] ?? '')
  }
  return kept
}

/** An error in the form that the OpenAI API has. */
function refuse(response: ServerResponse, code: number, message: string): void {
  if (response.destroyed || response.headersSent) return
  const type = code === 503 ? 'unavailable_error' : 'server_error'
  response.writeHead(code, { 'content-type': 'application/json', ...(code === 503 && { 'retry-after': '5' }) })
  response.end(JSON.stringify({ error: { code, message, type } }))
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuseToListen = (error: Error) => reject(portTrouble(host, port, error))
    server.once('error', refuseToListen)
    server.listen(port, host, () => {
      server.off('error', refuseToListen)
      const { port: real } = server.address() as AddressInfo
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${real}`)
    })
  })
}
