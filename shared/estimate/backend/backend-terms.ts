import { BACKENDS } from '../../backend.ts'
import { type ExtraTerm, presentTerms } from '../extras/extra-term.ts'
import type { Placement } from '../memory-estimate.ts'
import { cacheCopyTerms } from './cache-copies.ts'
import { opOffloadTerm } from './op-offload.ts'
import type { PlacedRun } from '../placed-run.ts'

/**
 * What a backend's compute buffers hold beyond those of the reference device, which stands for all of them elsewhere.
 * Empty for a placement without a backend, and for most: nothing lies on the host and the cache is F16.
 */
export function backendTerms(run: PlacedRun, placement: Placement): readonly ExtraTerm[] {
  const backend = BACKENDS.find((one) => one === placement.backend)
  if (backend === undefined || run.n_devices === 0) return []
  const offloaded = opOffloadTerm(run, backend)
  const copies = cacheCopyTerms(run, backend)
  return presentTerms(offloaded === null ? copies : [offloaded, ...copies])
}
