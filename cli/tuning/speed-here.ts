import type { ThroughputEstimate } from '../../shared/estimate/throughput-estimate.ts'
import type { HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { digestOf } from '../../shared/node/tune/result-store.ts'
import type { Target } from '../../shared/profile/target.ts'
import { calibrate } from '../../shared/tune/calibrate.ts'
import { modelKey } from '../../shared/tune/tune-key.ts'
import type { Io } from '../io.ts'
import { measuredHere } from './measured-here.ts'

/** A speed on this machine with what was measured on it, as `planHere` gives it; the estimate itself where nothing was. */
export async function speedHere(
  io: Pick<Io, 'env' | 'platform'>,
  estimate: ThroughputEstimate,
  facts: ModelFacts,
  target: Target,
  snapshot: HardwareSnapshot,
): Promise<ThroughputEstimate> {
  const here = await measuredHere(io, target, snapshot)
  return here.length === 0 ? estimate : calibrate(estimate, here, digestOf(modelKey(facts)), target)
}
