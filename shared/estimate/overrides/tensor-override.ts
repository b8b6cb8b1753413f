import { type NamePattern, namePattern } from '../../config/overrides/name-pattern.ts'
import { bufferDevice, splitOverride } from '../../config/overrides/override-text.ts'
import { UserError } from '../../errors.ts'
import type { ModelFacts } from '../../model/facts.ts'
import type { Hparams } from '../../model/hparams.ts'
import type { Where } from '../layer-device.ts'
import type { MemorySettings } from '../memory-settings.ts'
import { groupTensorBytes, type WeightTable, weightTable } from '../weight-table.ts'

/** What a setting says of overrides. */
export type Overrides = Pick<MemorySettings, 'override_tensor' | 'rpc_servers'>

/** Tensors whose names the pattern is found in go to `place`, wherever their layer is; what was asked before, by name. */
type Rules = {
  readonly servers: string
  readonly list: readonly { readonly pattern: NamePattern; readonly place: Where }[]
  readonly answers: Map<string, Where | null>
  readonly parted: WeakMap<ModelFacts, PartedWeights>
  readonly kept: Map<number, readonly string[]>
}

/** By the list of texts: graphs ask for the same names again and again. */
const KNOWN = new WeakMap<readonly string[], Rules>()

/** Whether any tensor may be placed by name. */
export function hasOverrides({ override_tensor = [] }: Overrides): boolean {
  return override_tensor.length > 0
}

/** @throws UserError for a pattern that is no expression over tensor names */
function rulesOf({ override_tensor = [], rpc_servers = [] }: Overrides): Rules {
  const servers = rpc_servers.join()
  let rules = KNOWN.get(override_tensor)
  if (rules?.servers === servers) return rules
  const list = override_tensor.map((text) => {
    const { pattern, buffer } = splitOverride(text)
    return { pattern: namePattern(pattern), place: bufferDevice(buffer, rpc_servers) ?? ('host' as const) }
  })
  rules = { servers, list, answers: new Map(), parted: new WeakMap(), kept: new Map() }
  KNOWN.set(override_tensor, rules)
  return rules
}

/**
 * The same settings without overrides that name a device beyond those there are: llama.cpp refuses to start with one, so
 * there is nothing to say of it (`checkOverrides` and rule LP206 do).
 */
export function withinDevices<T extends Overrides>(settings: T, n_devices: number): T {
  if (!hasOverrides(settings)) return settings
  const { list, kept } = rulesOf(settings)
  if (list.every(({ place }) => isThere(place, n_devices))) return settings
  let texts = kept.get(n_devices)
  if (texts === undefined) {
    texts = (settings.override_tensor ?? []).filter((_, i) => isThere(list[i]?.place ?? 'host', n_devices))
    kept.set(n_devices, texts)
  }
  return { ...settings, override_tensor: texts }
}

/** @throws UserError where overrides name a device that is not among those used */
export function checkOverrides(overrides: Overrides, n_devices: number): void {
  if (!hasOverrides(overrides)) return
  const away = rulesOf(overrides).list.find(({ place }) => !isThere(place, n_devices))
  if (away === undefined) return
  const devices = n_devices === 1 ? '1 device is' : `${n_devices} devices are`
  const message = `override_tensor: ${away.pattern.text} goes to a device that is not used here (${devices})`
  throw new UserError('input', message, 'Name CPU or a device that the config uses.')
}

function isThere(place: Where, n_devices: number): boolean {
  return place === 'host' || (place >= 0 && place < n_devices)
}

/** Where the first override that applies puts the tensor; null where none does (llama_model_loader::create_tensor). */
export function overriddenPlace(overrides: Overrides, name: string): Where | null {
  if (!hasOverrides(overrides)) return null
  const { list, answers } = rulesOf(overrides)
  let place = answers.get(name)
  if (place === undefined) {
    place = list.find(({ pattern }) => pattern.found(name))?.place ?? null
    answers.set(name, place)
  }
  return place
}

/** A tensor's name in the file. */
export function tensorName(group: string, il: number): string {
  return il < 0 ? group : group.replace('%d', `${il}`)
}

/** The overrides as text: equal texts mean the same places for all tensors. */
export function overridesText({ override_tensor = [], rpc_servers = [] }: Overrides): string {
  return override_tensor.length === 0 ? '' : `${override_tensor.join()} ${rpc_servers.join()}`
}

/** A model's weights parted into those that follow their layers and those that overrides place. */
export type PartedWeights = { readonly table: WeightTable; readonly moved: ReadonlyMap<Where, number> }

const TABLE = 'token_embd.weight'

/** Parts the weights; bytes of those that are moved are summed by place, once each though a copy may serve two uses. */
export function partWeights(facts: ModelFacts, hparams: Hparams, overrides: Overrides): PartedWeights {
  const { parted: models } = rulesOf(overrides)
  const known = models.get(facts)
  if (known !== undefined) return known
  const moved = new Map<Where, number>()
  const add = (place: Where, bytes: number) => moved.set(place, (moved.get(place) ?? 0) + bytes)
  const { tied } = weightTable(facts, hparams)
  const tensors = facts.tensors.flatMap((group) => {
    const bytes = groupTensorBytes(group)
    if (group.layers === undefined) {
      const place = overriddenPlace(overrides, group.name)
      if (place === null) return [group]
      add(place, bytes)
      // One copy serves both uses, but for architectures that create `output` first.
      if (group.name === TABLE && hparams.traits.output_first) add(place, tied)
      return []
    }
    const kept: [number, number][] = []
    for (const [from, to] of group.layers) {
      for (let il = from; il <= to; il++) {
        const place = overriddenPlace(overrides, tensorName(group.name, il))
        if (place === null) kept.push([il, il])
        else if (il < hparams.n_layer) add(place, bytes)
      }
    }
    return kept.length > 0 ? [{ ...group, layers: kept }] : []
  })
  const table = weightTable({ ...facts, tensors }, hparams)
  const parted = { table: { ...table, tied: overriddenPlace(overrides, TABLE) === null ? tied : 0 }, moved }
  models.set(facts, parted)
  return parted
}
