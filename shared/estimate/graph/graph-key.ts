import type { ModelFacts } from '../../model/facts.ts'
import type { Hparams } from '../../model/hparams.ts'
import { transposesV } from '../cache.ts'
import type { Where } from '../layer-device.ts'
import type { MemorySettings } from '../memory-settings.ts'
import {
  hasOverrides,
  overriddenPlace,
  type Overrides,
  overridesText,
  tensorName,
} from '../overrides/tensor-override.ts'
import type { PlacedRun } from '../placed-run.ts'
import { deepstackLayers } from './deepstack.ts'
import { hasRope } from './rope-layers.ts'
import { weightNames } from './weight-names.ts'

/** Numbers of texts that occur in keys, so that keys stay short. */
const INTERNED = new Map<string, number>()

function intern(text: string): number {
  const number = INTERNED.get(text) ?? INTERNED.size
  INTERNED.set(text, number)
  return number
}

/** A model's shape without its precision: one number for the whole, one a layer. Equal numbers mean equal graphs. */
type ShapeNumbers = { readonly whole: number; readonly layers: readonly number[] }

const SHAPES = new WeakMap<ModelFacts, ShapeNumbers>()

function shapeNumbers(facts: ModelFacts, hparams: Hparams): ShapeNumbers {
  const known = SHAPES.get(facts)
  if (known !== undefined) return known
  // Types of weights do not matter to compute buffers, so all precisions of a model share these numbers.
  const names = [...weightNames(facts)].sort(([a], [b]) => (a < b ? -1 : 1))
  const shapeAt = (list: readonly ({ shape: readonly number[] } | undefined)[], il: number) =>
    list[il]?.shape.join('x') ?? ''
  const byLayer = Object.values(facts.hparams).filter(
    (value): value is number[] | boolean[] => Array.isArray(value) && value.length >= hparams.n_layer,
  )
  const layers = Array.from({ length: hparams.n_layer }, (_, il) =>
    intern(
      [
        hparams.is_swa[il],
        hparams.is_recr[il],
        hparams.has_kv[il],
        hparams.n_head[il],
        hparams.n_head_kv[il],
        hasRope(facts, il),
        il < deepstackLayers(facts),
        ...byLayer.map((values) => values[il]),
        ...names.map(([name, list]) => (name.startsWith('blk.') ? `${name}=${shapeAt(list, il)}` : '')),
      ].join(' '),
    ),
  )
  const globals = names
    .filter(([name]) => !name.startsWith('blk.'))
    .map(([name, list]) => `${name}=${shapeAt(list, 0)}`)
  const hparamText = JSON.stringify(facts.hparams)
  const whole = intern(`${facts.architecture} ${globals.join(' ')} ${hparamText} ${layers.join()}`)
  const numbers = { whole, layers }
  SHAPES.set(facts, numbers)
  return numbers
}

/** One number a layer: equal for layers with the same weights' shapes, the same role and the same place. */
export function layerKinds(
  facts: ModelFacts,
  hparams: Hparams,
  where: readonly Where[],
  settings: Pick<MemorySettings, 'n_cpu_moe'> & Overrides,
): number[] {
  const { layers } = shapeNumbers(facts, hparams)
  return layers.map((shape, il) => {
    const place = where[il] ?? 'host'
    const index = place === 'host' ? 0 : place + 1
    const kind = (shape * 130 + index) * 2 + (hparams.n_expert > 0 && il < settings.n_cpu_moe ? 1 : 0)
    return hasOverrides(settings) ? intern(`${kind} ${overriddenIn(facts, il, settings)}`) : kind
  })
}

/** The weights of a layer that overrides place, and where. */
function overriddenIn(facts: ModelFacts, il: number, overrides: Overrides): string {
  return [...weightNames(facts)]
    .filter(([name, list]) => name.startsWith('blk.') && list[il] !== undefined)
    .map(([name]) => [name, overriddenPlace(overrides, tensorName(name, il))])
    .filter(([, place]) => place !== null)
    .join()
}

/**
 * Everything that a graph's sizes depend on, as text.
 * @param kinds of the layers that are built (layerKinds)
 */
export function graphKey(run: PlacedRun, kinds: readonly number[]): string {
  const { facts, hparams, settings, size, where, flash } = run
  const { n_parallel, kv_unified, offload_kqv, swa_full, cache_type_k, cache_type_v } = settings
  const parts = [
    shapeNumbers(facts, hparams).whole,
    size.n_ctx,
    size.n_ctx_seq,
    size.n_stream,
    size.n_ubatch,
    size.n_outputs_max,
    flash,
    transposesV(settings),
    n_parallel,
    settings.n_rs_seq ?? 0,
    kv_unified,
    offload_kqv,
    swa_full,
    cache_type_k,
    cache_type_v,
    settings.n_gpu_layers > hparams.n_layer_all,
    where[0],
    where[hparams.n_layer_all],
    kinds.join(),
    overridesText(settings),
  ]
  return parts.join(' ')
}
