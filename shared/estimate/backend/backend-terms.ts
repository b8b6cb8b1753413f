import { BACKENDS } from '../../backend.ts'
import type { ModelFacts } from '../../model/facts.ts'
import type { Hparams } from '../../model/hparams.ts'
import type { ContextSize } from '../context-size.ts'
import { type ExtraTerm, presentTerms } from '../extras/extra-term.ts'
import type { Where } from '../layer-device.ts'
import type { Placement } from '../memory-estimate.ts'
import type { MemorySettings } from '../memory-settings.ts'
import { cacheCopyTerms } from './cache-copies.ts'
import { opOffloadTerm } from './op-offload.ts'

/**
 * What a backend's compute buffers hold beyond those of the reference device, which stands for all of them elsewhere.
 * Empty for a placement without a backend, and for most: nothing lies on the host and the cache is F16.
 */
export function backendTerms(
  facts: ModelFacts,
  hparams: Hparams,
  size: ContextSize,
  settings: MemorySettings,
  where: readonly Where[],
  { devices, backend: name }: Placement,
  flash: boolean,
): readonly ExtraTerm[] {
  const backend = BACKENDS.find((one) => one === name)
  if (backend === undefined || devices === 0) return []
  const offloaded = opOffloadTerm(facts, hparams, size, settings, where, devices, backend, flash)
  const copies = cacheCopyTerms(hparams, size, settings, where, devices, backend, flash)
  return presentTerms(offloaded === null ? copies : [offloaded, ...copies])
}
