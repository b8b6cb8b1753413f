import type { ModelFacts } from '../../model/facts.ts'
import type { Hparams } from '../../model/hparams.ts'
import type { ContextSize } from '../context-size.ts'
import type { MemorySettings } from '../memory-settings.ts'
import { hasOverrides, overriddenPlace } from '../overrides/tensor-override.ts'
import type { PlacedRun } from '../placed-run.ts'
import { newGraph } from './graph.ts'
import { ALIGNMENT } from './block-allocator.ts'
import { graphKey, layerKinds } from './graph-key.ts'
import { held } from './ops.ts'
import { representativeLayers } from './representative-layers.ts'
import type { Tensor } from './tensor.ts'
import { MissingWeight } from './missing-weight.ts'
import { weightNames } from './weight-names.ts'

/** What every part of a model's graph needs to know. */
export type GraphModel = {
  /** Everything that the graph's sizes depend on, as text: equal keys mean equal compute buffers. */
  readonly key: string
  readonly facts: ModelFacts
  readonly hparams: Hparams
  readonly settings: MemorySettings
  readonly size: ContextSize
  readonly flash: boolean
  /** Number of the CPU's backend; devices come before it. */
  readonly cpu: number
  /** The layers to build, ascending: representatives of all (representative-layers.ts), the last one always included. */
  readonly layers: readonly number[]
  /** Backend of layer `il`; of the output layer at n_layer_all. */
  backendOf(il: number): number
  /** Tokens of the reserved micro-batch, in whole sequences. */
  readonly n_tokens: number
  readonly n_outputs: number
  /** The weight `name` of layer `il` (`attn_q.weight`), or of the model where `il` is -1; undefined when there is none. */
  weight(name: string, il: number): Tensor | undefined
  /** As `weight`, for those that the architecture cannot do without. */
  need(name: string, il: number): Tensor
  readonly expand: (tensor: Tensor) => void
  /** Flash attention's op of each layer that has one. */
  readonly flashes: Map<number, Tensor>
  /** RoPE factors by name and backend: all layers of a place share one tensor. */
  readonly rope_factors: Map<string, Tensor>
  readonly graph: { readonly nodes: Tensor[]; readonly leafs: Tensor[] }
}

/**
 * Periods of a repetition that are built: with four the result equals that of all layers (test/estimate/graph), but where
 * padding or small recurrent states leave scraps between tensors: then all layers are built.
 */
const PERIODS = 4

/**
 * @param options.periods of a repetition that are built
 * @param options.sized false where only the backends of operations are asked for: then scraps do not matter
 */
export function graphModel(run: PlacedRun, options: { periods?: number; sized?: boolean } = {}): GraphModel {
  const { facts, hparams, settings, size, where, n_devices: cpu, flash } = run
  const { periods = PERIODS, sized = true } = options
  const backendOf = (il: number) => {
    const place = where[il] ?? 'host'
    return place === 'host' ? cpu : place
  }
  const n_seqs = settings.n_parallel
  const asked = Math.min(size.n_ctx, size.n_ubatch)
  const names = weightNames(facts)
  const kinds = layerKinds(facts, hparams, where, settings)
  const n_tokens = Math.ceil(asked / n_seqs) * n_seqs
  const scraps = sized && (n_tokens % ALIGNMENT !== 0 || hparams.is_recr.includes(true))
  // A tensor with a part for every layer goes to another device part by part: then every layer counts.
  const parts = sized && names.has('per_layer_token_embd.weight')
  const by_hand = sized && hasOverrides(settings)
  const layers = representativeLayers(kinds, scraps || parts || by_hand ? kinds.length : periods)
  const made = new Map<string, Tensor>()

  const weight = (name: string, il: number): Tensor | undefined => {
    const group = il < 0 ? names.get(name)?.[0] : names.get(`blk.%d.${name}`)?.[il]
    if (group === undefined) return undefined
    const key = `${il} ${name}`
    const known = made.get(key)
    if (known !== undefined) return known
    const backend = weightBackend(name, il, group.expert)
    const tensor = held(backend, true, group.type, group.shape)
    made.set(key, tensor)
    return tensor
  }
  const weightBackend = (name: string, il: number, expert: boolean): number => {
    const place = overriddenPlace(settings, il < 0 ? name : `blk.${il}.${name}`)
    if (place !== null) return place === 'host' ? cpu : place
    if (il < 0) return globalBackend(name, hparams, backendOf, cpu)
    return expert && il < settings.n_cpu_moe ? cpu : backendOf(il)
  }
  const { graph, expand } = newGraph()
  return {
    key: graphKey(
      run,
      layers.map((il) => kinds[il] ?? 0),
    ),
    facts,
    hparams,
    settings,
    size,
    flash,
    cpu,
    layers,
    backendOf,
    n_tokens,
    n_outputs: Math.min(asked, size.n_outputs_max),
    weight,
    need: (name, il) => {
      const tensor = weight(name, il)
      if (tensor === undefined) throw new MissingWeight(name)
      return tensor
    },
    expand,
    flashes: new Map(),
    rope_factors: new Map(),
    graph,
  }
}

/** Where a weight outside the layers lies; the token table is on the CPU, its copy as output matrix with the output. */
function globalBackend(name: string, hparams: Hparams, backendOf: (il: number) => number, cpu: number): number {
  if (/^(token_embd|position_embd|token_types|per_layer_token_embd)\.weight$/.test(name)) return cpu
  if (/^(output|output_norm|altup_|dense_|cls)/.test(name)) return backendOf(hparams.n_layer_all)
  if (name.startsWith('token_embd_norm') && hparams.traits.embedding_norm_is_output)
    return backendOf(hparams.n_layer_all)
  return backendOf(0)
}
