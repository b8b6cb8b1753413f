import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

type SeenRequest = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | undefined>>
}

export type TestServer = {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly origin: string
  /** Every request so far, in order. */
  readonly seen: readonly SeenRequest[]
  readonly server: Server
}

/** A server on this machine that ends with the test. `handlers` by path, without the query; others are 404. */
export async function serve(handlers: Readonly<Record<string, Handler>>): Promise<TestServer> {
  const seen: SeenRequest[] = []
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request
    seen.push({ method, url, headers: request.headers as SeenRequest['headers'] })
    const handler = handlers[new URL(url, 'http://test').pathname] ?? notFound
    handler(request, response)
  })
  await listen(server)
  return { origin: originOf(server), seen, server }
}

/** Starts a server on a free port of this machine; it ends with the test, whatever is still connected. */
export async function listen(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
}

export function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const notFound: Handler = (_request, response) => {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('no such file')
}

/** The range that a request asks for: first byte, and the one behind the last. */
export function askedRange(request: IncomingMessage): { readonly from: number; readonly to: number } {
  const [, from = '0', last = '0'] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
  return { from: Number(from), to: Number(last) + 1 }
}

/** A file that answers ranges as it should. `size` where zeros follow the bytes, as weights follow a header. */
export function ranged(bytes: Uint8Array, size = bytes.length): Handler {
  return (request, response) => {
    const { from, to } = askedRange(request)
    const end = Math.min(to, size)
    if (from >= size) {
      response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
      return
    }
    response.writeHead(206, {
      'content-type': 'application/octet-stream',
      'content-range': `bytes ${from}-${end - 1}/${size}`,
      'content-length': end - from,
      etag: '"one"',
    })
    send(response, padded(bytes, from, end))
  }
}

/** A file from a server that knows no ranges. */
export function whole(bytes: Uint8Array, size = bytes.length): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size })
    send(response, padded(bytes, 0, size))
  }
}

/** An answer of fixed status, headers and text. */
export function fixed(status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Handler {
  return (_request, response) => void response.writeHead(status, { ...headers }).end(body)
}

export function redirect(location: string, status = 302): Handler {
  return fixed(status, { location })
}

const PIECE = 64 * 1024

/** The bytes from `from` to `to` in pieces; zeros behind the end of `bytes`. */
function* padded(bytes: Uint8Array, from: number, to: number): Generator<Uint8Array> {
  for (let at = from; at < to; at += PIECE) {
    const end = Math.min(at + PIECE, to)
    const piece = new Uint8Array(end - at)
    piece.set(bytes.subarray(Math.min(at, bytes.length), Math.min(end, bytes.length)))
    yield piece
  }
}

/** Writes as fast as the other side reads, and stops when it goes away. */
export function send(response: ServerResponse, pieces: Iterator<Uint8Array>): void {
  const more = () => {
    for (;;) {
      if (response.destroyed) return
      const { value, done } = pieces.next()
      if (done === true) {
        response.end()
        return
      }
      if (!response.write(value)) {
        response.once('drain', more)
        return
      }
    }
  }
  more()
}
