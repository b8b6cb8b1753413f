import type { RuntimeConfig } from '../config/runtime-config.ts'
import { estimateMemory } from '../estimate/estimate-memory.ts'
import { resolveSettings } from '../estimate/memory-settings.ts'
import { estimateThroughput } from '../estimate/throughput/estimate-throughput.ts'
import type { JsonPath } from '../finding.ts'
import type { ModelFacts } from '../model/facts.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { profileNamed } from '../profile/find-profile.ts'
import { targetFromProfile } from '../profile/target-from-profile.ts'
import type { Target } from '../profile/target.ts'
import { devicesFor } from '../validate/target-context.ts'
import { plannedFigures } from './planned-figures.ts'

/** A value to write into a config; undefined takes the key out. */
export type Rewrite = { readonly path: JsonPath; readonly value: unknown }

const FIGURES = [
  'expected_tokens_per_sec',
  'expected_tokens_per_sec_range',
  'expected_tokens_per_sec_basis',
  'estimated_vram_usage_gb',
  'estimated_ram_usage_gb',
] as const

/**
 * What the metadata of a config has to say after its settings or its backend were changed: the figures that it states, for
 * the hardware that it names. Where that hardware lacks the backend and the config has one target, that target is named
 * instead; where nothing tells the hardware, the figures go. Keys that the metadata does not have are not added, and what it says
 * already is not written again: that would change its layout.
 */
export function refreshMetadata(
  { metadata, settings, backend }: RuntimeConfig,
  facts: ModelFacts | null,
  targets: readonly Target[],
): readonly Rewrite[] {
  if (metadata === undefined) return []
  const stated = FIGURES.filter((key) => metadata[key] !== undefined)
  const named = homeOf(metadata.hardware, targets)
  const [only, ...others] = targets
  const runs = (target: Target | undefined) => target !== undefined && devicesFor(backend, target) !== null
  const home = runs(named) ? named : others.length === 0 && runs(only) ? only : undefined
  const rewrites: Rewrite[] = []
  if (home !== undefined && home !== named && metadata.hardware !== undefined) {
    rewrites.push({ path: ['metadata', 'hardware'], value: home.platform ?? home.id })
  }
  const figures = home === undefined || facts === null ? {} : figuresOn(home, { settings, backend, metadata }, facts)
  for (const key of stated) {
    if (!isSame(metadata[key], figures[key])) rewrites.push({ path: ['metadata', key], value: figures[key] })
  }
  return rewrites
}

/** Of figures: a number, a word, or a pair of numbers. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function homeOf(hardware: string | undefined, targets: readonly Target[]): Target | undefined {
  if (hardware === undefined) return undefined
  const target = targets.find(({ id, platform, profile_id }) => [id, platform, profile_id].includes(hardware))
  if (target !== undefined) return target
  const profile = profileNamed(hardware)
  return profile && targetFromProfile(profile)
}

function figuresOn(
  target: Target,
  { settings, backend, metadata }: Pick<RuntimeConfig, 'settings' | 'backend' | 'metadata'>,
  facts: ModelFacts,
) {
  const resolved = resolveSettings(settings, hparamsOf(facts), metadata?.program ?? 'server')
  const memory = estimateMemory(facts, resolved, { devices: devicesFor(backend, target)?.length ?? 0, backend })
  return plannedFigures(memory, estimateThroughput(facts, { ...settings, backend }, target).tg)
}
