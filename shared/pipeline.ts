import { recommendedModels } from './plan/recommended-models.ts'
import type { HardwareProfiles } from './plan/template.ts'

export { detectHardware, explainHardware } from './profile/detect-hardware.ts'

/** The hardware data base as recommended settings, the form of `profiles/hardware_profiles.json`. */
export function exportHardwareProfiles(): HardwareProfiles {
  return recommendedModels()
}
