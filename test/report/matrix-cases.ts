import { type Check, checkOf, concludeCheck } from '../../shared/report/check.ts'
import { checkConfig } from '../../shared/validate/check-config.ts'
import { configText, LLAMA_8B, target } from '../validate/cases.ts'

export const TARGETS = [
  target({ id: 'large', vram: [24] }),
  target({ id: 'medium', vram: [8] }),
  target({ id: 'small', vram: [6] }),
]

/** A check of configs by name, on three targets. */
export function checked(texts: Readonly<Record<string, string>>, more: Partial<Check> = {}, targets = TARGETS) {
  const reports = Object.entries(texts).map(([file, text]) => checkConfig({ text, file, targets, facts: LLAMA_8B }))
  return concludeCheck(checkOf(reports, { targets: new Map(targets.map((one) => [one.id, one])), ...more }))
}

export const BIG = configText({ n_ctx: 65_536 })
export const FINE = configText({ n_ctx: 4096, n_gpu_layers: 8 })
