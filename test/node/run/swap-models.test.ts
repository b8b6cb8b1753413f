import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { modelSwapper } from '../../../shared/node/run/swap-models.ts'
import type { ModelSet } from '../../../shared/index.ts'

const member = (name: string) => ({ name, config: { backend: 'cpu' as const, model_path: 'm.gguf', settings: {} } })
const SET: ModelSet = {
  kind: 'model_set',
  version: 1,
  members: ['a', 'b'].map(member),
  groups: [{ name: 'swapped', swap: true, members: ['a', 'b'] }],
}

/** A router of two models, as far as a swap asks it: `stubborn` ones do not leave, `broken` ones do not load. */
async function router() {
  const loaded = new Set<string>()
  const failed = new Set<string>()
  const stubborn = new Set<string>()
  const broken = new Set<string>()
  const told: string[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const { url = '', method } = request
    const { model = '', filename } = (body === '' ? {} : JSON.parse(body)) as { model?: string; filename?: string }
    if (method === 'POST') told.push([url, model, ...(filename === undefined ? [] : [filename])].join(' '))
    if (url === '/models/unload' && !stubborn.has(model)) loaded.delete(model)
    if (url === '/models/load') (broken.has(model) ? failed : loaded).add(model)
    if (url.startsWith('/slots?')) {
      const name = new URL(url, 'http://router').searchParams.get('model') ?? ''
      const slots = [{ id: 0, n_ctx: 512, n_prompt_tokens: 7 }]
      return stubborn.has(name) ? response.writeHead(503).end('{}') : response.end(JSON.stringify(slots))
    }
    const status = (id: string) => ({ value: loaded.has(id) ? 'loaded' : 'unloaded', failed: failed.has(id) })
    response.end(JSON.stringify({ data: ['a', 'b'].map((id) => ({ id, status: status(id) })) }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  const options = { set: SET, keeps: true, router: () => address, now_s: () => 0, tell: () => {}, unload_ms: 150 }
  return { loaded, stubborn, broken, told, swap: modelSwapper(options) }
}

test('a model that does not leave keeps its place, and no other is loaded beside it', async () => {
  const { loaded, stubborn, told, swap } = await router()
  expect(await swap(null, 'a')).toEqual({ trouble: null, holder: 'a' })
  stubborn.add('a')
  expect(await swap('a', 'b')).toEqual({ trouble: 'a does not make room', holder: 'a' })
  expect([...loaded]).toEqual(['a'])
  // It is there still: nothing has to be loaded for it to serve.
  told.length = 0
  expect(await swap('a', 'a')).toEqual({ trouble: null, holder: 'a' })
  expect(told).toEqual([])
})

test('a model that could not be loaded leaves the place free', async () => {
  const { broken, swap } = await router()
  broken.add('b')
  await swap(null, 'a')
  expect(await swap('a', 'b')).toEqual({ trouble: 'b could not be loaded', holder: null })
})

test('caches that were saved are given back, also when the model did not answer the last time', async () => {
  const { loaded, stubborn, told, swap } = await router()
  await swap(null, 'a')
  await swap('a', 'b')
  await swap('b', 'a')
  expect(told.at(-1)).toBe('/slots/0?action=restore a a-slot-0.bin')
  stubborn.add('a')
  await swap('a', 'b')
  // Its process is gone after all.
  loaded.delete('a')
  stubborn.clear()
  await swap(null, 'a')
  expect(told.at(-1)).toBe('/slots/0?action=restore a a-slot-0.bin')
})
