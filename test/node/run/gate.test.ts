import { once } from 'node:events'
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type GateOptions, openGate } from '../../../shared/node/run/gate.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

/** A server that does what it is told, as the engine behind the gate. */
async function engine(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<URL> {
  const server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

async function gate(options: Partial<GateOptions> = {}) {
  const opened = await openGate({ host: '127.0.0.1', port: 0, ...options })
  onTestFinished(() => opened.close())
  return opened
}

const echo = (request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(201, { 'x-path': request.url, 'x-auth': request.headers.authorization ?? 'none' })
  request.pipe(response)
}

/** Resolves once the gate holds so many requests. */
async function untilWaiting(opened: { waiting(): number }, count: number): Promise<void> {
  while (opened.waiting() !== count) await new Promise((resolve) => setImmediate(resolve))
}

test('bodies, headers and paths go through untouched', async () => {
  const opened = await gate()
  opened.open(await engine(echo))
  const body = 'x'.repeat(300_000)
  const response = await fetch(`${opened.url}/v1/chat?a=1`, {
    method: 'POST',
    body,
    headers: { authorization: 'Bearer k' },
  })
  expect(response.status).toBe(201)
  expect(response.headers.get('x-path')).toBe('/v1/chat?a=1')
  expect(response.headers.get('x-auth')).toBe('Bearer k')
  expect((await response.text()) === body).toBe(true)
})

test('an answer streams: its first piece arrives before its last is written', async () => {
  const opened = await gate()
  let finish = () => {}
  opened.open(
    await engine((_, response) => {
      response.write('data: one\n\n')
      finish = () => response.end('data: two\n\n')
    }),
  )
  const response = await fetch(opened.url)
  const reader = response.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: one\n\n')
  finish()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: two\n\n')
  expect((await reader?.read())?.done).toBe(true)
})

test('while it is shut requests wait, and all of them are answered by the next engine', async () => {
  const opened = await gate()
  const asked = Array.from({ length: 20 }, (_, n) =>
    fetch(opened.url, { method: 'POST', body: `request ${n}` }).then((response) => response.text()),
  )
  await untilWaiting(opened, 20)
  opened.open(await engine(echo))
  expect(await Promise.all(asked)).toEqual(Array.from({ length: 20 }, (_, n) => `request ${n}`))
  expect(opened.waiting()).toBe(0)
})

test('it is drained when the last answer is out, and says so when one stays', async () => {
  const opened = await gate()
  let finish = () => {}
  const begun = new Promise<void>((resolve) => {
    void engine((_, response) => {
      finish = () => response.end('done')
      resolve()
    }).then((url) => opened.open(url))
  })
  const asked = fetch(opened.url).then((response) => response.text())
  await begun
  opened.shut()
  expect(await opened.drained(1)).toBe(false)
  const drained = opened.drained(60_000)
  finish()
  expect(await asked).toBe('done')
  expect(await drained).toBe(true)
  expect(await opened.drained(1)).toBe(true)
})

test('more than may wait are refused in the words of the API', async () => {
  const opened = await gate({ most_waiting: 1 })
  const first = fetch(opened.url)
  await untilWaiting(opened, 1)
  const second = await fetch(opened.url)
  expect(second.status).toBe(503)
  expect(second.headers.get('retry-after')).toBe('5')
  expect(await second.json()).toEqual({
    error: { code: 503, message: 'too many requests wait for the engine', type: 'unavailable_error' },
  })
  opened.open(await engine(echo))
  expect((await first).status).toBe(201)
})

test('a request that waits too long is refused', async () => {
  const opened = await gate({ wait_ms: 1 })
  expect((await fetch(opened.url)).status).toBe(503)
})

test('a client that gives up waits no more', async () => {
  const opened = await gate()
  const request = httpRequest(opened.url)
  request.on('error', () => {})
  request.end()
  await untilWaiting(opened, 1)
  request.destroy()
  await untilWaiting(opened, 0)
  expect(await opened.drained(1000)).toBe(true)
})

test('a client that leaves ends its request at the engine', async () => {
  const opened = await gate()
  let arrived: (answer: { closed: Promise<unknown> }) => void = () => {}
  const seen = new Promise<{ closed: Promise<unknown> }>((resolve) => (arrived = resolve))
  opened.open(await engine((_, response) => arrived({ closed: once(response, 'close') })))
  const request = httpRequest(opened.url)
  request.on('error', () => {})
  request.end()
  const { closed } = await seen
  request.destroy()
  await closed
  expect(await opened.drained(5000)).toBe(true)
})

test('an engine that dies with a request is told as a bad gateway', async () => {
  const opened = await gate()
  opened.open(await engine((request) => request.socket.destroy()))
  const response = await fetch(opened.url)
  expect(response.status).toBe(502)
  expect(await response.json()).toMatchObject({
    error: { message: 'the engine ended while it worked on this request' },
  })
})

test('closing refuses what waits', async () => {
  const opened = await gate()
  const asked = fetch(opened.url).then(
    (response) => response.status,
    () => 'closed',
  )
  await untilWaiting(opened, 1)
  await opened.close()
  expect([503, 'closed']).toContain(await asked)
})

test('a port in use is one sentence', async () => {
  const first = await gate()
  const port = Number(new URL(first.url).port)
  expect(await userErrorOf(() => openGate({ host: '127.0.0.1', port }))).toMatchObject({
    kind: 'environment',
    message: `127.0.0.1:${port} is in use by another program`,
  })
})
