import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { ModelSet } from '../../config/model-set.ts'
import { type Exchanged, type SwapTurns, swapTurns } from '../../run/swap-turns.ts'
import { forward, listen, refuse } from './proxy.ts'

/** Where the clients of a set connect. */
export type SetGate = {
  readonly url: string
  /** Requests that wait for a model, or for the router. */
  waiting(): number
  /** Lets requests through to a router that was started just now. */
  open(router: URL): void
  /** Holds new requests back. */
  shut(): void
  close(): Promise<void>
}

export type SetGateOptions = {
  readonly host: string
  readonly port: number
  readonly set: ModelSet
  /** Puts one model in place of another. */
  exchange(from: string | null, to: string): Promise<Exchanged>
  /** Whether the router takes a client's key, '' for none; null where anyone may ask. */
  readonly authorised?: ((key: string) => Promise<boolean>) | null
  readonly most_waiting?: number
}

/** A prompt of many images; llama-server itself reads bodies whole as well. */
const BODY_LIMIT = 256 * 1024 ** 2
/** What would load and unload models past us. */
const MANAGING = /\/models(?:\/(?:load|unload))?$/

/**
 * A proxy in front of llama-server's router that keeps to a set's groups: a request to a model that swaps waits until those to
 * the one in its place are answered. Models that are not of the set are not served, and clients cannot load or unload.
 * @throws UserError('environment') when the address is in use
 */
export async function openSetGate(options: SetGateOptions): Promise<SetGate> {
  const { host, port, set, exchange, authorised = null, most_waiting = 256 } = options
  let router: URL | null = null
  let closing = false
  const opened = new Set<() => void>()
  const turns = new Map<string, SwapTurns>()
  for (const { members } of set.groups.filter(({ swap }) => swap)) {
    const one = swapTurns(exchange)
    for (const name of members) turns.set(name, one)
  }
  const names = new Set(set.members.map(({ name }) => name))
  const waiting = () => opened.size + [...new Set(turns.values())].reduce((sum, one) => sum + one.waiting(), 0)

  /** Resolves once there is a router, or the client has left, or we end. */
  const routed = (response: ServerResponse) =>
    new Promise<void>((resolve) => {
      if (router !== null || closing) return resolve()
      const done = () => {
        opened.delete(done)
        response.off('close', done)
        resolve()
      }
      opened.add(done)
      response.once('close', done)
    })

  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/' } = request
    const { pathname, searchParams } = new URL(url, 'http://gate')
    if (['POST', 'DELETE'].includes(method) && MANAGING.test(pathname)) {
      return refuse(response, 403, 'the set decides which models are loaded')
    }
    const body = method === 'POST' ? await wholeBody(request) : undefined
    if (body === null) return refuse(response, 413, 'the request is too large')
    const named = body === undefined ? { model: searchParams.get('model') } : modelOf(body)
    if (named === null) return refuse(response, 400, 'a request to one of several models must be JSON')
    const { model } = named
    if (model !== null && !names.has(model)) {
      return refuse(response, 404, `no model of the set has the name it asks for; there are ${[...names].join(', ')}`)
    }
    if (waiting() >= most_waiting) return refuse(response, 503, 'too many requests wait')
    await routed(response)
    const turn = model === null ? undefined : turns.get(model)
    // Nobody without a key may change what is loaded.
    if (turn !== undefined && authorised !== null && !(await authorised(keyOf(request)))) {
      return refuse(response, 401, 'Invalid API Key')
    }
    if (turn !== undefined && model !== null && !(await hasTurn(turn, model, response))) return
    if (router === null || response.destroyed) {
      turn?.leave()
      return refuse(response, 503, 'the engine is being stopped')
    }
    if (turn !== undefined) response.once('close', turn.leave)
    forward(request, response, router, body)
  }

  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy())
  })
  // A request that waits is not slow of its own doing.
  server.requestTimeout = 0
  const url = await listen(server, host, port)
  const wake = () => {
    for (const go of opened) go()
  }
  return {
    url,
    waiting,
    open(to) {
      router = to
      for (const one of new Set(turns.values())) one.reset()
      wake()
    },
    shut() {
      router = null
    },
    async close() {
      closing = true
      router = null
      wake()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

/** Waits for a model's turn; false where the client has left or was refused instead. */
async function hasTurn(turn: SwapTurns, model: string, response: ServerResponse): Promise<boolean> {
  const { ready, cancel } = turn.enter(model)
  const left = new Promise<'left'>((resolve) => response.once('close', () => resolve('left')))
  const outcome = await Promise.race([ready, left])
  if (outcome === 'left') {
    cancel()
    // It may have been let through at this very moment.
    void ready.then((trouble) => (trouble === null ? turn.leave() : undefined))
    return false
  }
  if (outcome === null) return true
  refuse(response, 503, outcome)
  return false
}

/** The key that a client gives, as llama-server takes it (tools/server/server-http.cpp); '' for none. */
function keyOf({ headers }: IncomingMessage): string {
  const given = headers['authorization'] ?? headers['x-api-key']
  return (typeof given === 'string' ? given : '').replace(/^Bearer /, '')
}

/** Null when it is larger than the limit. */
async function wholeBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_LIMIT) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The model that a body names, if any; null for a body that is no JSON object. */
function modelOf(body: Buffer): { readonly model: string | null } | null {
  try {
    const value: unknown = body.length === 0 ? {} : JSON.parse(body.toString('utf8'))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const { model } = value as { model?: unknown }
    return { model: typeof model === 'string' ? model : null }
  } catch {
    return null
  }
}
