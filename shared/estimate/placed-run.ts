import type { ModelFacts } from '../model/facts.ts'
import type { Hparams } from '../model/hparams.ts'
import type { ContextSize } from './context-size.ts'
import type { Where } from './layer-device.ts'
import type { MemorySettings } from './memory-settings.ts'

/** A model with its settings, every layer in its place: what compute buffers and all that they hold are worked out from. */
export type PlacedRun = {
  readonly facts: ModelFacts
  readonly hparams: Hparams
  readonly size: ContextSize
  readonly settings: MemorySettings
  readonly where: readonly Where[]
  readonly n_devices: number
  /** Whether flash attention runs. */
  readonly flash: boolean
}
