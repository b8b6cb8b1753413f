import { describe, expect, it } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { choiceFromCatalog, findCatalogEntry, makePlan } from '../../shared/index.ts'
import { refreshMetadata } from '../../shared/plan/refresh-metadata.ts'
import { findTarget } from '../../shared/profile/find-target.ts'
import { madeUpTarget } from './targets.ts'

const planOn = (hardware: string): RuntimeConfig =>
  makePlan({
    target: findTarget(hardware),
    model: choiceFromCatalog(findCatalogEntry('llama-3.1-8b')),
    intent: { use_case: 'general' },
  }).config

/** The metadata after the rewrites; keys that were taken out are absent. */
function refreshed(config: RuntimeConfig, ...targets: string[]): RuntimeConfig['metadata'] {
  const rewrites = refreshMetadata(config, config.model ?? null, targets.map(findTarget))
  const metadata: Record<string, unknown> = { ...config.metadata }
  for (const { path, value } of rewrites) {
    if (value === undefined) delete metadata[String(path[1])]
    else metadata[String(path[1])] = value
  }
  return metadata
}

/** Figures that no config has. */
const STALE = {
  expected_tokens_per_sec: 0.1,
  expected_tokens_per_sec_range: [0.1, 0.2] as [number, number],
  expected_tokens_per_sec_basis: 'old',
  estimated_vram_usage_gb: 0.1,
  estimated_ram_usage_gb: 0.1,
}

describe('refreshMetadata', () => {
  it('writes nothing that is so already', () => {
    const config = planOn('nvidia_rtx_4090')
    const targets = [findTarget('nvidia_rtx_4090')]
    expect(refreshMetadata(config, config.model ?? null, targets)).toEqual([])
    const { estimated_vram_usage_gb } = STALE
    const one = { ...config, metadata: { ...config.metadata, estimated_vram_usage_gb } }
    expect(refreshMetadata(one, config.model ?? null, targets).map(({ path }) => path[1])).toEqual([
      'estimated_vram_usage_gb',
    ])
  })

  it.each(['nvidia_rtx_4090', 'apple_silicon_m3_16gb', 'generic_cpu'])(
    'finds what a plan for %s states',
    (hardware) => {
      const config = planOn(hardware)
      expect(refreshed(config, 'nvidia_rtx_3060')).toEqual(config.metadata)
    },
  )

  it('follows the settings, for the hardware that is named', () => {
    const config = planOn('nvidia_rtx_4090')
    const changed = { ...config, settings: { ...config.settings, n_gpu_layers: 10, n_ctx: 4096 } }
    const after = refreshed(changed, 'nvidia_rtx_3060')
    expect(after?.hardware).toBe('nvidia_rtx_4090')
    expect(after?.estimated_vram_usage_gb).toBeLessThan(3)
    expect(after?.expected_tokens_per_sec).toBeLessThan((config.metadata?.expected_tokens_per_sec ?? 0) / 2)
  })

  it('names the one target where the hardware lacks the backend, with what is so there', () => {
    const onMac = { ...planOn('nvidia_rtx_4090'), backend: 'metal' as const }
    const after = refreshed(onMac, 'apple_silicon_m3_16gb')
    expect(after?.hardware).toBe('apple_silicon_m3_16gb')
    expect(after?.expected_tokens_per_sec).toBe(planOn('apple_silicon_m3_16gb').metadata?.expected_tokens_per_sec)
  })

  it('takes the figures out where nothing tells the hardware', () => {
    const onMac = { ...planOn('nvidia_rtx_4090'), backend: 'metal' as const }
    const after = refreshed(onMac, 'apple_silicon_m3_16gb', 'apple_silicon_m1_8gb')
    expect(after).toMatchObject({ hardware: 'nvidia_rtx_4090', precision: 'Q4_K_M' })
    expect(Object.keys(after ?? {}).filter((key) => /^(expected|estimated)/.test(key))).toEqual([])
  })

  it('adds no key', () => {
    const { metadata: _, ...bare } = planOn('nvidia_rtx_4090')
    expect(refreshMetadata(bare, bare.model ?? null, [findTarget('nvidia_rtx_4090')])).toEqual([])
    const one = { ...bare, metadata: { hardware: 'nvidia_rtx_4090' } }
    expect(refreshMetadata(one, bare.model ?? null, [])).toEqual([])
  })

  it('finds the hardware among the targets by its id, its kind or its profile', () => {
    const box = madeUpTarget({ ram: 32, vram: [12] })
    const model = choiceFromCatalog(findCatalogEntry('llama-3.1-8b'))
    const { config: planned } = makePlan({ target: box, model, intent: { use_case: 'general' } })
    const config = { ...planned, metadata: { ...planned.metadata, ...STALE } }
    const small = { ...madeUpTarget({ ram: 8 }), id: 'small' }
    const by = (...targets: (typeof box)[]) => refreshMetadata(config, config.model ?? null, targets)
    const found = by(small, box)
    expect(found.map(({ path }) => path)).toEqual([
      ['metadata', 'expected_tokens_per_sec'],
      ['metadata', 'expected_tokens_per_sec_range'],
      ['metadata', 'expected_tokens_per_sec_basis'],
      ['metadata', 'estimated_vram_usage_gb'],
      ['metadata', 'estimated_ram_usage_gb'],
    ])
    expect(found[0]?.value).toBe(planned.metadata?.expected_tokens_per_sec)
    expect(by(small, { ...box, id: 'mine', platform: 'made_up' })).toEqual(found)
    expect(by(small, { ...box, id: 'mine', profile_id: 'made_up' })[3]).toEqual(found[3])
    // Of two that it does not name none is meant.
    expect(by(small, { ...box, id: 'mine' }).map(({ value }) => value)).toEqual([1, 2, 3, 4, 5].map(() => undefined))
    expect(refreshMetadata(config, null, [box]).map(({ value }) => value)).toEqual([1, 2, 3, 4, 5].map(() => undefined))
  })

  it('names one target by its kind, and only where hardware was named', () => {
    const box = { ...madeUpTarget({ ram: 32, vram: [12] }), id: 'mine', platform: 'kind' }
    const onMac = planOn('apple_silicon_m3_16gb')
    const config = { ...onMac, backend: 'cuda' as const }
    expect(refreshMetadata(config, config.model ?? null, [box])[0]).toEqual({
      path: ['metadata', 'hardware'],
      value: 'kind',
    })
    const { hardware: _, ...unnamed } = config.metadata ?? {}
    const paths = refreshMetadata({ ...config, metadata: unnamed }, config.model ?? null, [box]).map(
      ({ path }) => path[1],
    )
    expect(paths).not.toContain('hardware')
    expect(paths).toContain('expected_tokens_per_sec')
  })

  it('counts the memory of the program that is named', () => {
    const server = planOn('nvidia_rtx_4090')
    const settings = { ...server.settings, n_ubatch: 2048 }
    const of = (program: 'server' | 'cli') =>
      refreshed({ ...server, settings, metadata: { ...server.metadata, program } })?.estimated_vram_usage_gb ?? 0
    const { program: _, ...silent } = server.metadata ?? {}
    expect(of('cli')).toBeGreaterThan(of('server') + 0.5)
    expect(refreshed({ ...server, settings, metadata: silent })?.estimated_vram_usage_gb).toBe(of('server'))
  })
})
