import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openSetGate } from '../../../shared/node/run/set-gate.ts'
import type { ModelSet } from '../../../shared/index.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

const member = (name: string) => ({ name, config: { backend: 'cpu' as const, model_path: 'm.gguf', settings: {} } })
const SET: ModelSet = {
  kind: 'model_set',
  version: 1,
  members: ['stay', 'a', 'b'].map(member),
  groups: [
    { name: 'loaded', swap: false, members: ['stay'] },
    { name: 'swapped', swap: true, members: ['a', 'b'] },
  ],
}

/** A router that answers with what it was asked, `hold` once it is let go. */
async function router() {
  let letGo = () => {}
  const free = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    if (body.includes('hold')) await free
    response.end(
      JSON.stringify({ method: request.method, url: request.url, body, auth: request.headers.authorization }),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), letGo }
}

async function gate(trouble: string | null = null, key?: string) {
  const exchanges: string[] = []
  const opened = await openSetGate({
    host: '127.0.0.1',
    port: 0,
    set: SET,
    exchange: (from, to) => {
      exchanges.push(`${from ?? 'nothing'} -> ${to}`)
      return Promise.resolve({ trouble, holder: trouble === null ? to : null })
    },
    ...(key !== undefined && { authorised: (given: string) => Promise.resolve(given === key) }),
  })
  onTestFinished(() => opened.close())
  const post = (path: string, body: string, init: RequestInit = {}) =>
    fetch(`${opened.url}${path}`, { method: 'POST', body, headers: { authorization: 'Bearer k' }, ...init })
  return { ...opened, exchanges, post }
}

const ask = (model: string, more: object = {}) => JSON.stringify({ model, ...more })

test('requests go through as they came; those to a model that swaps wait for its turn', async () => {
  const { open, post, exchanges } = await gate()
  open((await router()).url)
  for (const model of ['stay', 'a', 'a', 'b']) {
    const body = ask(model)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const answer = await (await post('/v1/chat/completions?x=1', body)).json()
    expect(answer).toEqual({ method: 'POST', url: '/v1/chat/completions?x=1', body, auth: 'Bearer k' })
  }
  expect(exchanges).toEqual(['nothing -> a', 'a -> b'])
})

test('an answer under way keeps its model', async () => {
  const { open, post, exchanges, waiting } = await gate()
  const { url, letGo } = await router()
  open(url)
  const long = post('/completion', ask('a', { prompt: 'hold' }))
  await expect.poll(() => exchanges).toEqual(['nothing -> a'])
  const other = post('/completion', ask('b'))
  await expect.poll(waiting).toBe(1)
  expect(await (await post('/completion', ask('stay'))).json()).toMatchObject({ body: ask('stay') })
  expect(exchanges).toHaveLength(1)
  letGo()
  expect((await long).status).toBe(200)
  expect((await other).status).toBe(200)
  expect(exchanges).toEqual(['nothing -> a', 'a -> b'])
})

test('a client that leaves while it waits is not waited for, nor one whose answer is under way', async () => {
  const { open, post, exchanges, waiting } = await gate()
  open((await router()).url)
  const first = new AbortController()
  const second = new AbortController()
  const long = post('/completion', ask('a', { prompt: 'hold' }), { signal: first.signal })
  await expect.poll(() => exchanges).toHaveLength(1)
  const other = post('/completion', ask('b'), { signal: second.signal })
  await expect.poll(waiting).toBe(1)
  second.abort()
  await expect(other).rejects.toThrow('abort')
  await expect.poll(waiting).toBe(0)
  first.abort()
  await expect(long).rejects.toThrow('abort')
  expect((await post('/completion', ask('b'))).status).toBe(200)
  expect(exchanges).toEqual(['nothing -> a', 'a -> b'])
})

test.each([
  ['POST', '/completion', ask('c'), 404, 'no model of the set has the name it asks for; there are stay, a, b'],
  ['POST', '/completion', 'not JSON', 400, 'a request to one of several models must be JSON'],
  ['POST', '/completion', '[1]', 400, 'a request to one of several models must be JSON'],
  ['POST', '/models/unload', ask('stay'), 403, 'the set decides which models are loaded'],
  ['POST', '/models/load', ask('a'), 403, 'the set decides which models are loaded'],
  ['DELETE', '/models?model=a', null, 403, 'the set decides which models are loaded'],
  ['GET', '/slots?model=c', null, 404, 'no model of the set has the name it asks for; there are stay, a, b'],
])('%s %s with %s is refused with %i', async (method, path, body, status, message) => {
  const { open, url, exchanges } = await gate()
  open((await router()).url)
  const response = await fetch(`${url}${path}`, body === null ? { method } : { method, body })
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({ error: { code: status, message, type: 'invalid_request_error' } })
  expect(exchanges).toEqual([])
})

test('nobody without a key changes what is loaded', async () => {
  const { open, url, post, exchanges } = await gate(null, 'k')
  open((await router()).url)
  for (const headers of [{}, { authorization: 'Bearer wrong' }, { 'x-api-key': '' }]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const response = await fetch(`${url}/completion`, { method: 'POST', body: ask('a'), headers })
    // oxlint-disable-next-line no-await-in-loop -- of this answer
    expect([response.status, await response.json()]).toEqual([
      401,
      { error: { code: 401, message: 'Invalid API Key', type: 'authentication_error' } },
    ])
  }
  expect(exchanges).toEqual([])
  expect((await post('/completion', ask('a'))).status).toBe(200)
  expect((await post('/completion', ask('b'), { headers: { 'x-api-key': 'k' } })).status).toBe(200)
  expect(exchanges).toEqual(['nothing -> a', 'a -> b'])
})

test('what names no model goes to the router', async () => {
  const { open, url } = await gate()
  open((await router()).url)
  expect(await (await fetch(`${url}/v1/models`)).json()).toMatchObject({ method: 'GET', url: '/v1/models' })
})

test('a model that cannot be loaded is told to the client', async () => {
  const { open, post } = await gate('a could not be loaded')
  open((await router()).url)
  const response = await post('/completion', ask('a'))
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ error: { message: 'a could not be loaded' } })
})

test('without a router requests wait for the next one, where nothing is loaded yet', async () => {
  const { open, shut, post, exchanges, waiting } = await gate()
  open((await router()).url)
  expect((await post('/completion', ask('a'))).status).toBe(200)
  shut()
  const held = post('/completion', ask('a'))
  await expect.poll(waiting).toBe(1)
  open((await router()).url)
  expect((await held).status).toBe(200)
  expect(exchanges).toEqual(['nothing -> a', 'nothing -> a'])
})

test('a port in use is told', async () => {
  const { url } = await gate()
  const again = () =>
    openSetGate({
      host: '127.0.0.1',
      port: Number(new URL(url).port),
      set: SET,
      exchange: async (_, to) => ({ trouble: null, holder: to }),
    })
  expect(await userErrorOf(again)).toMatchObject({ kind: 'environment' })
})
