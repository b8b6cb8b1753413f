import type { ModelFacts } from '../../model/facts.ts'
import type { Hparams } from '../../model/hparams.ts'
import type { ContextSize } from '../context-size.ts'
import type { Where } from '../layer-device.ts'
import type { MemorySettings } from '../memory-settings.ts'

/** A model with its settings, every layer in its place: what the terms of a backend are worked out from. */
export type PlacedRun = {
  readonly facts: ModelFacts
  readonly hparams: Hparams
  readonly size: ContextSize
  readonly settings: MemorySettings
  readonly where: readonly Where[]
  /** At least one. */
  readonly n_devices: number
  /** Whether flash attention is on. */
  readonly flash: boolean
}
