import { createServer, request as httpRequest } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { proxyFor } from '../../shared/node/http-proxy.ts'
import { HTTP_LIMITS } from '../../shared/node/http-session.ts'
import { readRemoteGguf } from '../../shared/node/read-remote-gguf.ts'
import { listen, originOf, ranged, serve, type Handler } from '../helpers/range-server.ts'
import { selfSigned } from '../helpers/self-signed.ts'
import { fixtureHeader, fixtureSize } from '../helpers/sparse-gguf.ts'
import { userErrorOf } from '../helpers/thrown.ts'
import { vocabularyGguf } from '../helpers/vocabulary-gguf.ts'

const model = ranged(fixtureHeader('smollm2-135m.Q4_K_M'), fixtureSize('smollm2-135m.Q4_K_M'))
const HOST = 'models.example'

/** A forward proxy that knows one host by any name: the server at `port`. */
async function startProxy(port: number, connect_status = 200) {
  const seen: {
    readonly line: string
    readonly login: string | undefined
    readonly authorization: string | undefined
  }[] = []
  const server = createServer((incoming, outgoing) => {
    const { method, url = '', headers } = incoming
    const { 'proxy-authorization': login, authorization } = headers
    seen.push({ line: `${method} ${url}`, login, authorization })
    const { pathname } = new URL(url)
    const onward = httpRequest({ host: '127.0.0.1', port, path: pathname, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 500, response.headers)
      response.pipe(outgoing)
    })
    onward.end()
  })
  server.on('connect', ({ url = '', headers }, socket, head) => {
    seen.push({ line: `CONNECT ${url}`, login: headers['proxy-authorization'], authorization: headers.authorization })
    if (connect_status !== 200) {
      socket.end(`HTTP/1.1 ${connect_status} No\r\n\r\n`)
      return
    }
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.write(head)
      onward.pipe(socket).pipe(onward)
    })
    for (const end of [onward, socket]) end.on('error', () => socket.destroy())
    socket.on('close', () => onward.destroy())
  })
  await listen(server)
  return { origin: originOf(server), host: new URL(originOf(server)).host, seen }
}

async function startTls(handler: Handler): Promise<number> {
  const server = createTlsServer(selfSigned(HOST), handler)
  await listen(server)
  return Number(new URL(originOf(server)).port)
}

/** The certificate of the test server is nobody's. */
function trustAnyCertificate(): void {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  onTestFinished(() => void vi.unstubAllEnvs())
}

describe('through a proxy', () => {
  it('a model over http: is asked for by its whole URL', async () => {
    const { origin } = await serve({ '/m.gguf': model })
    const proxy = await startProxy(Number(new URL(origin).port))
    const env = { HTTP_PROXY: proxy.origin.replace('://', '://me:secret%21@') }
    const found = await readRemoteGguf(`http://${HOST}/m.gguf`, { env })
    expect(found.facts.architecture).toBe('llama')
    expect(proxy.seen).toEqual([
      { line: `GET http://${HOST}/m.gguf`, login: `Basic ${btoa('me:secret!')}`, authorization: undefined },
    ])
  })

  it('a model over https: is read in one tunnel, of which the proxy sees the host alone', async () => {
    trustAnyCertificate()
    const seen: unknown[] = []
    const handler = ranged(vocabularyGguf(100_000, 10))
    const port = await startTls((request, response) => {
      seen.push(request.headers.authorization, request.headers['proxy-authorization'], request.headers.host)
      handler(request, response)
    })
    const proxy = await startProxy(port)
    const env = { https_proxy: proxy.origin.replace('://', '://me:secret@') }
    const found = await readRemoteGguf(`https://you:hidden@${HOST}/m.gguf`, { env })
    expect(found.requests).toBe(2)
    expect(proxy.seen).toEqual([
      { line: `CONNECT ${HOST}:443`, login: `Basic ${btoa('me:secret')}`, authorization: undefined },
    ])
    expect(seen).toEqual([
      `Basic ${btoa('you:hidden')}`,
      undefined,
      HOST,
      `Basic ${btoa('you:hidden')}`,
      undefined,
      HOST,
    ])
  })

  it('a certificate is checked all the same', async () => {
    const proxy = await startProxy(await startTls(model))
    const error = await userErrorOf(() =>
      readRemoteGguf(`https://${HOST}/m.gguf`, { env: { HTTPS_PROXY: proxy.origin } }),
    )
    expect(error.message).toBe(`${HOST} has a certificate that is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT)`)
    expect(error.hint).toContain('NODE_EXTRA_CA_CERTS')
  })

  it.each([
    [407, /HTTPS_PROXY=http:\/\/USER:PASSWORD@HOST:PORT/],
    [403, /Check HTTPS_PROXY and NO_PROXY/],
  ])('that answers %d nothing is read', async (status, hint) => {
    const proxy = await startProxy(1, status)
    const env = { HTTPS_PROXY: proxy.origin.replace('://', '://me:secret@') }
    const error = await userErrorOf(() => readRemoteGguf(`https://${HOST}/m.gguf`, { env }))
    expect(error.message).toBe(`the proxy ${proxy.host} opens no connection to ${HOST}:443 (HTTP ${status})`)
    expect(error.hint).toMatch(hint)
  })

  it('that is not there nothing is read', async () => {
    const env = { HTTPS_PROXY: 'http://127.0.0.1:1' }
    const error = await userErrorOf(() => readRemoteGguf(`https://${HOST}/m.gguf`, { env }))
    expect(error.message).toBe('the proxy 127.0.0.1:1 refuses the connection')
  })

  it('that never answers nothing is read', async () => {
    const silent = createServer()
    silent.on('connect', () => {})
    await listen(silent)
    const limits = { ...HTTP_LIMITS, first_byte_ms: 50 }
    const env = { HTTPS_PROXY: originOf(silent) }
    const error = await userErrorOf(() => readRemoteGguf(`https://${HOST}/m.gguf`, { env, limits }))
    expect(error.message).toBe(`${HOST} does not answer within 0.05 s`)
  })
})

describe('the proxy for a URL', () => {
  const of = (url: string, env: Record<string, string>) => proxyFor(new URL(url), env)?.url.origin

  it.each<[string, Record<string, string>, string | undefined]>([
    ['https://a.test/', {}, undefined],
    ['https://a.test/', { HTTPS_PROXY: 'http://p:3128' }, 'http://p:3128'],
    ['https://a.test/', { HTTPS_PROXY: 'p:3128' }, 'http://p:3128'],
    ['https://a.test/', { https_proxy: 'http://low:1', HTTPS_PROXY: 'http://up:1' }, 'http://low:1'],
    ['https://a.test/', { HTTP_PROXY: 'http://p:1' }, undefined],
    ['http://a.test/', { HTTP_PROXY: 'http://p:1' }, 'http://p:1'],
    ['http://a.test/', { ALL_PROXY: 'https://p' }, 'https://p'],
    ['https://a.test/', { HTTPS_PROXY: '' }, undefined],
    ['https://127.0.0.1/', { HTTPS_PROXY: 'http://p' }, undefined],
    ['https://[::1]/', { HTTPS_PROXY: 'http://p' }, undefined],
    ['https://localhost:9/', { HTTPS_PROXY: 'http://p' }, undefined],
  ])('%s with %j is %s', (url, env, proxy) => expect(of(url, env)).toBe(proxy))

  it.each([
    ['*', true],
    ['a.test', true],
    ['.test', true],
    ['*.test', true],
    ['other, A.TEST', true],
    ['a.test:443', true],
    ['a.test:80', false],
    ['ba.test', false],
    ['est', false],
    ['', false],
    [',', false],
  ])('is none under NO_PROXY=%s: %s', (no_proxy, exempt) => {
    expect(of('https://a.test/', { HTTPS_PROXY: 'http://p:1', NO_PROXY: no_proxy }) === undefined).toBe(exempt)
  })

  it('must be one that speaks HTTP, and is not shown when it is not', async () => {
    const error = await userErrorOf(() => of('https://a.test/', { HTTPS_PROXY: 'socks5://me:secret@p:1' }))
    expect(error.message).toBe('the proxy in HTTPS_PROXY is not one that can be used here')
    expect(`${error.message} ${error.hint}`).not.toContain('secret')
  })
})
