import * as http from 'node:http'
import * as https from 'node:https'
import { isIPv6 } from 'node:net'
import * as tls from 'node:tls'
import { UserError } from '../errors.ts'
import { PROXY_LOGIN_HINT, networkTrouble } from './http-trouble.ts'
import { isLoopback, percentDecoded } from './http-url.ts'

type Env = Readonly<Record<string, string | undefined>>

export type Proxy = {
  /** Without user name and password. */
  readonly url: URL
  /** `Proxy-Authorization`, if the environment has a login. */
  readonly authorization: string | undefined
}

/**
 * The proxy that the environment names for a URL: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY, in lower case first as
 * curl reads them. This machine itself is never asked for through a proxy.
 * @throws UserError for a proxy that is no http: or https: URL.
 */
export function proxyFor(url: URL, env: Env): Proxy | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const text = pick(env, name) || pick(env, 'all_proxy')
  if (text === '' || isLoopback(url) || isExempt(url, pick(env, 'no_proxy'))) return undefined
  const full = text.includes('://') ? text : `http://${text}`
  const proxy = URL.canParse(full) ? new URL(full) : null
  if (proxy === null || !/^https?:$/.test(proxy.protocol)) {
    const message = `the proxy in ${name.toUpperCase()} is not one that can be used here`
    throw new UserError('environment', message, 'It must be http://HOST:PORT or https://HOST:PORT.')
  }
  return { url: new URL(proxy.origin), authorization: basicAuthorization(proxy) }
}

function pick(env: Env, name: string): string {
  return (env[name] || env[name.toUpperCase()] || '').trim()
}

/** NO_PROXY: `*`, or hosts with all that is under them, each with a port or without. */
function isExempt(url: URL, no_proxy: string): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return no_proxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '*') return true
      const [, host = '', only_port] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry) ?? []
      if (host === '' || (only_port !== undefined && only_port !== port)) return false
      return url.hostname === host || url.hostname.endsWith(`.${host}`)
    })
}

/** The login in a URL as a header, or undefined where it has none. */
export function basicAuthorization({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined
  const login = `${percentDecoded(username)}:${percentDecoded(password)}`
  return `Basic ${Buffer.from(login).toString('base64')}`
}

/** Headers for the proxy itself. */
export function proxyHeaders({ authorization }: Proxy): Record<string, string> {
  return authorization === undefined ? {} : { 'proxy-authorization': authorization }
}

/** Speaks to the proxy, in its own protocol. */
export function requestToProxy({ url }: Proxy, options: http.RequestOptions): http.ClientRequest {
  const { protocol, port } = url
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (protocol === 'https:') return https.request({ ...options, host, port: port || 443 })
  return http.request({ ...options, host, port: port || 80 })
}

/** An agent whose connections are TLS through a tunnel (CONNECT, RFC 9110 section 9.3.6) that the proxy opens. */
export function tunnelAgent(proxy: Proxy, signal: AbortSignal): https.Agent {
  const agent = new https.Agent({ keepAlive: true })
  agent.createConnection = (options, callback) => {
    const host = options.host ?? ''
    const target = `${isIPv6(host) ? `[${host}]` : host}:${options.port ?? 443}`
    const headers = { host: target, ...proxyHeaders(proxy) }
    const request = requestToProxy(proxy, { method: 'CONNECT', path: target, headers, agent: false, signal })
    const fail = (error: Error) => callback?.(error, undefined as never)
    request.once('connect', (response, socket, head) => {
      if (response.statusCode !== 200) {
        socket.destroy()
        fail(refusal(proxy, target, response.statusCode ?? 0))
        return
      }
      if (head.length > 0) socket.unshift(head)
      // The options are those of the request to the target: its server name, trusted certificates, session.
      callback?.(null, tls.connect({ ...options, socket } as tls.ConnectionOptions))
    })
    request.on('error', (error) => fail(networkTrouble(`the proxy ${proxy.url.host}`, error)))
    request.end()
    return undefined
  }
  return agent
}

function refusal(proxy: Proxy, target: string, status: number): UserError {
  const message = `the proxy ${proxy.url.host} opens no connection to ${target} (HTTP ${status})`
  return new UserError('environment', message, status === 407 ? PROXY_LOGIN_HINT : 'Check HTTPS_PROXY and NO_PROXY.')
}
