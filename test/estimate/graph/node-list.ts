import { createHash } from 'node:crypto'
import type { Settings } from '../../../shared/config/settings.ts'
import { contextSize } from '../../../shared/estimate/context-size.ts'
import { graphBuilder } from '../../../shared/estimate/graph/architectures/index.ts'
import { graphModel } from '../../../shared/estimate/graph/graph-model.ts'
import { bytesOf } from '../../../shared/estimate/graph/tensor.ts'
import { layerDevices } from '../../../shared/estimate/layer-device.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import { type ModelFacts, ModelFactsSchema } from '../../../shared/model/facts.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import decoders from '../../fixtures/memory/decoders.json' with { type: 'json' }
import { GRAPH_HEADER_IDS, graphHeaderFacts } from '../../helpers/graph-headers.ts'
import { FIXTURE_IDS, fixtureFacts } from '../../helpers/sparse-gguf.ts'

/** A micro-batch small enough that llama.cpp's rounded sizes tell most tensors apart. */
const BASE = { n_ctx: 1024, n_ubatch: 64, n_gpu_layers: 0, kv_unified: false } as const

/** What graphs are built for: with flash attention and without, of one sequence and several, with a quantised cache. */
export const NODE_CASES: Readonly<Record<string, Settings>> = {
  flash: { ...BASE, flash_attn: 'on', n_parallel: 1 },
  'two without flash': { ...BASE, flash_attn: 'off', n_parallel: 2 },
  'three packed': { ...BASE, flash_attn: 'on', n_parallel: 3, cache_type_k: 'q8_0', cache_type_v: 'q8_0' },
}

/** Every model whose facts the tests of graphs have at hand. */
export const NODE_MODELS: ReadonlyMap<string, () => Promise<ModelFacts>> = new Map([
  ...FIXTURE_IDS.map((id) => [id as string, () => fixtureFacts(id)] as const),
  ...GRAPH_HEADER_IDS.map((id) => [id, () => graphHeaderFacts(id)] as const),
  ...Object.entries(decoders).map(
    ([id, { facts }]) => [id, () => Promise.resolve(ModelFactsSchema.parse(facts))] as const,
  ),
])

/** As ggml_backend_sched_print_assignments shows sizes (ggml-backend.cpp fmt_size). */
function roundedSize(bytes: number): string {
  return bytes >= 2 ** 20 ? `${Math.floor(bytes / 2 ** 20)}M` : `${Math.floor(bytes / 1024)}K`
}

/** The graph of all layers on the CPU: a line for each node but views, `index size <- sizes of its operands`. */
export function nodeList(facts: ModelFacts, given: Settings): string[] {
  const hparams = readHparams(facts)
  const settings = resolveSettings(given, hparams, 'cli')
  const where = layerDevices(hparams, settings, { devices: 0 })
  const build = graphBuilder(facts.architecture)
  if (build === undefined) throw new Error(`no graph of ${facts.architecture}`)
  const flash = given.flash_attn === 'on'
  const model = graphModel(
    { facts, hparams, settings, size: contextSize(hparams, settings), where, n_devices: 0, flash },
    { periods: 512 },
  )
  build(model)
  return model.graph.nodes.flatMap((node, index) => {
    const operands = node.src.map((source) => roundedSize(bytesOf(source)))
    return node.op === 'view' ? [] : [`${index} ${roundedSize(bytesOf(node))} <- ${operands.join(' ')}`]
  })
}

/** Nodes that are computed, and a digest of the list: `560 3f2a...`. */
export function digest(lines: readonly string[]): string {
  return `${lines.length} ${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 20)}`
}
