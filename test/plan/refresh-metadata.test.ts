import { describe, expect, it } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { choiceFromCatalog, findCatalogEntry, makePlan } from '../../shared/index.ts'
import { refreshMetadata } from '../../shared/plan/refresh-metadata.ts'
import { findTarget } from '../../shared/profile/find-target.ts'

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

describe('refreshMetadata', () => {
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
})
