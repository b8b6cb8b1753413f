import { describe, expect, it } from 'vitest'
import { catalogModel, findCatalogEntry } from '../../../shared/model/catalog/catalog.ts'
import { deriveFacts } from '../../../shared/model/catalog/derive.ts'
import { ENTRIES } from '../../../shared/model/catalog/entries.ts'
import { parsePrecision } from '../../../shared/model/catalog/precisions.ts'
import type { HparamValue, ModelFacts } from '../../../shared/model/facts.ts'
import { GRAPH_HEADER_IDS, graphHeaderFacts } from '../../helpers/graph-headers.ts'
import { fixtureFacts, FIXTURE_IDS } from '../../helpers/sparse-gguf.ts'

/** Made up in the shape files, of no weight in any size. */
const NOT_COMPARED = new Set(['attention.layer_norm_rms_epsilon'])

/** Of single models: values that the shape file made up, or that the converter writes otherwise. None has a size. */
const NOT_COMPARED_OF: Readonly<Record<string, readonly string[]>> = {
  // llama.cpp's default in place of the published rope base.
  'smollm2-135m': ['rope.freq_base'],
  // The converter writes 2^20 for a hybrid whose attention has no rotary embedding; the shape file has config.json's.
  'granite-4.0-h-tiny': ['context_length'],
  // As above, and the scales of its sibling.
  'granite-4.0-h-micro': ['context_length', 'attention.scale', 'logit_scale'],
  // It has no rotary embedding.
  'mamba2-2.7b': ['rope.freq_base'],
  // One number in place of a list of the same.
  'step-3.5-flash': ['attention.head_count_kv'],
  // Its attention has no rotary embedding.
  'nemotron-nano-9b-v2': ['rope.dimension_count'],
}

/** Lines of a shape file as the converter would have written them. */
const AS_CONVERTED: Readonly<Record<string, (lines: string[]) => string[]>> = {
  // Gate and up of the experts are in one tensor there, as only `--fuse-gate-up-exps` writes them.
  'qwen3.6-35b-a3b-mtp': (lines) =>
    lines.flatMap((line) => {
      const fused = /^(.*)ffn_gate_up_exps(.*) 2048x1024x256$/.exec(line)
      return fused === null
        ? [line]
        : ['gate', 'up'].map((part) => `${fused[1]}ffn_${part}_exps${fused[2]} 2048x512x256`)
    }),
  // The factors of its rope scaling are left out there.
  'step-3.5-flash': (lines) => [...lines, 'rope_freqs.weight f32 64'],
}

/** One line per tensor: name, type, shape. */
function tensorLines({ tensors }: ModelFacts): string[] {
  return tensors
    .flatMap(({ name, type, shape, layers }) => {
      const numbers = (layers ?? []).flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i))
      const names = layers === undefined ? [name] : numbers.map((layer) => name.replace('%d', String(layer)))
      return names.map((each) => `${each} ${type} ${shape.join('x')}`)
    })
    .sort()
}

const rounded = (value: HparamValue | undefined) => (typeof value === 'number' ? Math.fround(value) : value)

const CATALOG_IDS = new Set(ENTRIES.map(({ id }) => id))
const split = (header: string): [string, string] => {
  const dot = header.lastIndexOf('.')
  return [header.slice(0, dot), header.slice(dot + 1)]
}
const isCatalogued = ([id]: [string, string]) => CATALOG_IDS.has(id)
const shared = [...new Set([...FIXTURE_IDS, ...GRAPH_HEADER_IDS])].map(split).filter(isCatalogued)

function headerFacts(id: string, precision: string): Promise<ModelFacts> {
  const fixture = FIXTURE_IDS.find((each) => each === `${id}.${precision}`)
  return fixture === undefined ? graphHeaderFacts(`${id}.${precision}`) : fixtureFacts(fixture)
}

describe.each(shared)('%s %s says the same as the header of its file', (id, precision) => {
  it('tensors: names, types, shapes', async () => {
    const file = await headerFacts(id, precision)
    const ours = catalogModel(id, precision)
    const change = AS_CONVERTED[id]
    const lines = tensorLines(file)
    expect(tensorLines(ours)).toEqual(change === undefined ? lines : change(lines).sort())
    if (change === undefined) expect(ours.n_params).toBe(file.n_params)
    expect(ours.architecture).toBe(file.architecture)
  })

  it('hyperparameters', async () => {
    const file = await headerFacts(id, precision)
    const { hparams } = catalogModel(id, precision)
    for (const [key, value] of Object.entries(file.hparams)) {
      if (NOT_COMPARED.has(key) || NOT_COMPARED_OF[id]?.includes(key) === true) continue
      expect(rounded(hparams[key]), key).toEqual(rounded(value))
    }
  })
})

/** Models of which a header is at hand but no published hyperparameters: the inventory must still be right. */
const uncatalogued = [...FIXTURE_IDS, 'falcon-h1-1.5b.Q4_K_M', 'lfm2-8b-a1b.F16'].filter(
  (fixture) => !shared.some(([id, precision]) => fixture === `${id}.${precision}`),
)

it.each(uncatalogued)('%s: the inventory follows from the hyperparameters of the file', async (fixture) => {
  const [id, precision] = split(fixture)
  const file = await headerFacts(id, precision)
  const has = (name: string) => file.tensors.some((tensor) => tensor.name.endsWith(name))
  const head = Number(file.hparams['embedding_length']) / Number(file.hparams['attention.head_count'])
  const entry = {
    ...findCatalogEntry('llama-3.1-8b'),
    architecture: file.architecture,
    hparams: { 'attention.key_length': head, 'attention.value_length': head, ...file.hparams },
    tensors: {
      tied_embeddings: !file.tensors.some(({ name }) => name === 'output.weight'),
      router_bias: has('exp_probs_b.bias'),
    },
  }
  expect(tensorLines(deriveFacts(entry, parsePrecision(precision)))).toEqual(tensorLines(file))
})

it('has enough headers to compare with', () => {
  expect(shared.length).toBeGreaterThanOrEqual(18)
})
