import type { ModelSet } from '../../config/model-set.ts'
import type { Exported, ExportOptions } from '../export-options.ts'
import { refuseTilde } from '../model-source.ts'
import { exportSetCompose } from './set-compose.ts'
import { exportSetLlamaSwap } from './set-llama-swap.ts'
import { exportSetPreset } from './set-preset.ts'

/** What a model set can be written as. */
const SET_EXPORTS = {
  'preset-ini': exportSetPreset,
  'llama-swap': exportSetLlamaSwap,
  compose: exportSetCompose,
} as const satisfies Record<string, (set: ModelSet, options: ExportOptions) => Exported>

export type SetExportFormat = keyof typeof SET_EXPORTS

export const SET_EXPORT_FORMATS = Object.keys(SET_EXPORTS) as SetExportFormat[]

/**
 * A set in another program's words, and what these cannot say of it.
 * @throws UserError where that program would not keep to the set's groups, and for a path that starts with `~`
 */
export function exportSet(set: ModelSet, to: SetExportFormat, options: ExportOptions = {}): Exported {
  for (const { config } of set.members) refuseTilde(config)
  return SET_EXPORTS[to](set, options)
}
