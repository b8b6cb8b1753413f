import { FOREIGN_RULES } from '../../config/formats/foreign-rules.ts'
import type { Rule } from '../rule.ts'
import { memoryApproximate } from './approximate.ts'
import { amxLatentAttention } from './amx.ts'
import { backendAvailable, layersWithoutGpu } from './backend.ts'
import { badValue } from './bad-value.ts'
import { batchOrder } from './batch-order.ts'
import { batchHoldsSlots } from './batch-slots.ts'
import { cacheBlockFits, quantisedCacheNeedsFlash, sameCacheTypes } from './cache-types.ts'
import { contextOverTraining } from './context-length.ts'
import { duplicateKey } from './duplicate-key.ts'
import { layersOutOfRange, oneLayerLeft } from './layer-count.ts'
import { limits } from './limits.ts'
import { staleMetadata } from './metadata.ts'
import { memoryUnknown, modelUnknown } from './not-judged.ts'
import { overriddenDevice } from './override-tensor.ts'
import { portableJson } from './portable-json.ts'
import { ramNear, ramOver } from './ram.ts'
import { publicServers, serversOfCluster } from './rpc-servers.ts'
import { setNear, setOver } from './set-memory.ts'
import { sustainedBatch } from './sustained-batch.ts'
import { syntax } from './syntax.ts'
import { threadsOverCores, threadsOverPerformanceCores } from './threads.ts'
import { unknownKey } from './unknown-key.ts'
import { version } from './version.ts'
import { vramNear, vramOver } from './vram.ts'

const OWN: readonly Rule[] = [
  syntax,
  duplicateKey,
  portableJson,
  badValue,
  unknownKey,
  version,
  limits,
  modelUnknown,
  memoryUnknown,
  vramOver,
  vramNear,
  ramOver,
  ramNear,
  setOver,
  setNear,
  memoryApproximate,
  threadsOverCores,
  threadsOverPerformanceCores,
  sustainedBatch,
  serversOfCluster,
  publicServers,
  overriddenDevice,
  amxLatentAttention,
  contextOverTraining,
  batchOrder,
  backendAvailable,
  layersOutOfRange,
  quantisedCacheNeedsFlash,
  oneLayerLeft,
  sameCacheTypes,
  layersWithoutGpu,
  cacheBlockFits,
  batchHoldsSlots,
  staleMetadata,
]

/** Every rule, by id. Ids are never reused. */
export const RULES: readonly Rule[] = [...OWN, ...FOREIGN_RULES].toSorted((a, b) => (a.id < b.id ? -1 : 1))

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]))

export function ruleOf(id: string): Rule | undefined {
  return BY_ID.get(id)
}
