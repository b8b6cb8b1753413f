import { type IncomingMessage, request as httpRequest, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { portTrouble } from './free-port.ts'

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

/**
 * Passes a request on and its answer back, as they come.
 * @param body the request's body where it was read already
 */
export function forward(request: IncomingMessage, response: ServerResponse, to: URL, body?: Buffer): void {
  const onward = httpRequest({
    host: to.hostname,
    port: to.port,
    method: request.method,
    path: request.url,
    headers: endToEnd(request.rawHeaders, body),
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
  if (body === undefined) request.pipe(onward)
  else onward.end(body)
}

/** Names and values in turn, as they came: repeated headers stay repeated. */
function endToEnd(raw: readonly string[], body?: Buffer): string[] {
  const length = raw.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'content-length')
  const chunked = raw.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'transfer-encoding')
  const kept = flat(raw)
  if (body !== undefined && !length) return [...kept, 'content-length', String(body.length)]
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
export function refuse(response: ServerResponse, code: number, message: string): void {
  if (response.destroyed || response.headersSent) return
  const type =
    code === 401
      ? 'authentication_error'
      : code < 500
        ? 'invalid_request_error'
        : code === 503
          ? 'unavailable_error'
          : 'server_error'
  response.writeHead(code, { 'content-type': 'application/json', ...(code === 503 && { 'retry-after': '5' }) })
  response.end(JSON.stringify({ error: { code, message, type } }))
}

/**
 * Makes a server listen; its URL.
 * @throws UserError('environment') when the address is in use
 */
export function listen(server: Server, host: string, port: number): Promise<string> {
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
