import * as http from 'node:http'
import * as https from 'node:https'
import { UserError } from '../errors.ts'
import { MIB } from '../units.ts'
import { errnoOf } from './file-trouble.ts'
import { basicAuthorization, proxyFor, proxyHeaders, requestToProxy, tunnelAgent } from './http-proxy.ts'
import { networkTrouble, serverTrouble } from './http-trouble.ts'
import { parseHttpUrl, showUrl } from './http-url.ts'

export type HttpLimits = {
  /** From the request to the first byte of its answer. */
  readonly first_byte_ms: number
  /** From the start of the session to the last byte of all. */
  readonly total_ms: number
  /** Of all bodies together. */
  readonly bytes: number
  readonly requests: number
  /** One after the other. */
  readonly redirects: number
}

/** A header ends within 30 MiB, most within 10; a model in parts is 2 requests for each. */
export const HTTP_LIMITS: HttpLimits = {
  first_byte_ms: 10_000,
  total_ms: 60_000,
  bytes: 64 * MIB,
  requests: 400,
  redirects: 5,
}

export type HttpAnswer = {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  /** The next bytes of the body; null at its end. Throws a UserError at a limit or when the connection breaks. */
  next(): Promise<Uint8Array | null>
  /** Lets go of the rest of the body. */
  stop(): void
  /** Asks again where this answer came from, behind all redirects. */
  again(headers: Readonly<Record<string, string>>): Promise<HttpAnswer>
}

/** Some requests that belong together: under common limits, over connections that are kept. */
export type HttpSession = {
  /** @throws UserError for anything but an answer; a status is left to the caller. */
  get(url: URL, headers: Readonly<Record<string, string>>): Promise<HttpAnswer>
  used(): { readonly requests: number; readonly bytes: number }
  /** Ends all that is under way. */
  close(): void
}

export type HttpOptions = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly limits: HttpLimits
  /** The `Authorization` for a URL that the user named; redirects to another origin never get it. */
  authorize(url: URL): Promise<string | undefined>
}

type Target = { readonly url: URL; readonly authorization: string | undefined }

const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** A redirect's body is read to its end up to this size, so that its connection can be used again. */
const SMALL_BODY = 16 * 1024

/**
 * Node's own http and https rather than `fetch`: Node 20's `fetch` knows no proxies, and it unpacks bodies unasked.
 */
export function openHttpSession({ env, limits, authorize }: HttpOptions): HttpSession {
  const closed = new AbortController()
  const deadline = AbortSignal.timeout(limits.total_ms)
  const signal = AbortSignal.any([closed.signal, deadline])
  const agents = new Map<string, http.Agent>()
  let requests = 0
  let bytes = 0

  function agent<A extends http.Agent>(key: string, make: () => A): A {
    const known = agents.get(key) as A | undefined
    const found = known ?? make()
    agents.set(key, found)
    return found
  }

  function trouble(url: URL, error: unknown): UserError {
    if (!deadline.aborted || error instanceof UserError) return networkTrouble(url.host, error)
    return serverTrouble(url.host, `is too slow: not done within ${limits.total_ms / 1000} s`, 'Try again later.')
  }

  function request({ url, authorization }: Target, more: Readonly<Record<string, string>>): http.ClientRequest {
    const headers = {
      'user-agent': 'lp-tui',
      // Ranges are of the bytes as they are.
      'accept-encoding': 'identity',
      ...more,
      ...(authorization !== undefined && { authorization }),
    }
    const proxy = proxyFor(url, env)
    if (proxy === undefined) {
      return url.protocol === 'https:'
        ? https.request(url, { headers, signal, agent: agent('https', () => new https.Agent({ keepAlive: true })) })
        : http.request(url, { headers, signal, agent: agent('http', () => new http.Agent({ keepAlive: true })) })
    }
    if (url.protocol === 'https:') {
      return https.request(url, { headers, signal, agent: agent('tunnel', () => tunnelAgent(proxy, signal)) })
    }
    const proxied = { ...headers, host: url.host, ...proxyHeaders(proxy) }
    return requestToProxy(proxy, { path: url.href, headers: proxied, signal, agent: false })
  }

  async function send(target: Target, headers: Readonly<Record<string, string>>): Promise<http.IncomingMessage> {
    if (++requests > limits.requests) {
      throw serverTrouble(target.url.host, `makes reading a header take more than ${limits.requests} requests`)
    }
    const sent = request(target, headers)
    try {
      return await answerOf(sent, target.url, limits.first_byte_ms)
    } catch (error) {
      // A kept connection that the server has closed meanwhile: the one case in which a request is made again.
      if (sent.reusedSocket && errnoOf(error) === 'ECONNRESET' && !signal.aborted) return send(target, headers)
      throw trouble(target.url, error)
    }
  }

  async function follow(first: Target, headers: Readonly<Record<string, string>>): Promise<HttpAnswer> {
    let target = first
    for (let hop = 0; hop <= limits.redirects; hop++) {
      // oxlint-disable-next-line no-await-in-loop -- where a redirect leads is known only once it came
      const response = await send(target, headers)
      const { location } = response.headers
      if (location === undefined || !REDIRECTS.has(response.statusCode ?? 0)) return answer(target, response)
      discard(response)
      target = redirected(target, location)
    }
    throw serverTrouble(showUrl(first.url), `is redirected more than ${limits.redirects} times`)
  }

  function answer(target: Target, response: http.IncomingMessage): HttpAnswer {
    const chunks = response[Symbol.asyncIterator]()
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      async next() {
        try {
          const { done, value } = (await chunks.next()) as IteratorResult<Buffer, unknown>
          if (done === true) return null
          bytes += value.byteLength
          if (bytes <= limits.bytes) return value
        } catch (error) {
          throw trouble(target.url, error)
        }
        response.destroy()
        throw serverTrouble(target.url.host, `sends more than ${limits.bytes} bytes, more than any header needs`)
      },
      stop: () => discard(response),
      again: (headers) => follow(target, headers),
    }
  }

  return {
    async get(url, headers) {
      const authorization = basicAuthorization(url) ?? (await authorize(url))
      return follow({ url: withoutLogin(url), authorization }, headers)
    },
    used: () => ({ requests, bytes }),
    close() {
      closed.abort()
      for (const one of agents.values()) one.destroy()
    },
  }
}

function answerOf(request: http.ClientRequest, url: URL, limit_ms: number): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      clearTimeout(timer)
      reject(error)
    }
    const timer = setTimeout(() => {
      const problem = `does not answer within ${limit_ms / 1000} s`
      fail(serverTrouble(url.host, problem, 'Check the network; behind a proxy set HTTPS_PROXY.'))
      request.destroy()
    }, limit_ms)
    request.on('response', (response) => {
      clearTimeout(timer)
      // Heard by whoever reads the body; nobody may be reading when it happens.
      response.on('error', () => {})
      resolve(response)
    })
    request.on('error', fail)
    // An answer that is none, such as an upgrade, ends without an error.
    request.on('close', () => fail(serverTrouble(url.host, 'closed the connection without an answer')))
    request.end()
  })
}

function discard(response: http.IncomingMessage): void {
  if (Number(response.headers['content-length'] ?? Infinity) <= SMALL_BODY) response.resume()
  else response.destroy()
}

function withoutLogin(url: URL): URL {
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  bare.hash = ''
  return bare
}

/** Where a redirect leads. A login goes to its own origin alone. */
function redirected({ url, authorization }: Target, location: string): Target {
  const from = showUrl(url)
  if (!URL.canParse(location, url.href)) throw serverTrouble(from, 'is redirected to something that is no URL')
  const next = withoutLogin(parseRedirect(from, new URL(location, url).href))
  if (url.protocol === 'https:' && next.protocol === 'http:') {
    throw serverTrouble(from, `is redirected from https: to http: (${next.host}), which is not followed`)
  }
  return { url: next, authorization: next.origin === url.origin ? authorization : undefined }
}

function parseRedirect(from: string, location: string): URL {
  try {
    return parseHttpUrl(location)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    throw serverTrouble(from, `is redirected to where it cannot be read: ${error.message}`)
  }
}
