import { describe, expect, it } from 'vitest'
import digests from '../../fixtures/memory/graph-nodes.json' with { type: 'json' }
import { digest, NODE_CASES, NODE_MODELS, nodeList } from './node-list.ts'

// llama.cpp's own graphs, node by node: order, sizes and operands (npm run oracle:nodes; MODEL as argument shows differences).
describe.each(Object.entries<Readonly<Record<string, string>>>(digests))('%s', (id, of) => {
  it.each(Object.entries(of))('%s', async (name, expected) => {
    const facts = await NODE_MODELS.get(id)?.()
    const settings = NODE_CASES[name]
    if (facts === undefined || settings === undefined) throw new Error(`${id} ${name} is not known`)
    expect(digest(nodeList(facts, settings))).toBe(expected)
  })
})

it('the graphs of nearly all models at hand were compared', () => {
  expect(Object.keys(digests).length).toBeGreaterThan(0.75 * NODE_MODELS.size)
})
