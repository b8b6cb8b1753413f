import { type Placement, totalOf } from '../../estimate/memory-estimate.ts'
import { resolveSettings } from '../../estimate/memory-settings.ts'
import { estimateMemory } from '../../estimate/estimate-memory.ts'
import { PROGRAMS } from '../../program.ts'
import { gib, roundGib } from '../../units.ts'
import type { FindingArgs } from '../../finding.ts'
import { num, str } from '../args.ts'
import type { ConfigContext, KnownModel } from '../config-context.ts'
import type { FixStep, Hit, Rule } from '../rule.ts'
import type { TargetContext } from '../target-context.ts'

/** LP401 */
export const staleMetadata: Rule = {
  id: 'LP401',
  scope: 'config',
  title: 'Metadata no longer matches',
  severity: 'warning',
  why: 'People and dashboards read the metadata. After an edit of the settings it describes another config.',
  remedy: 'Generate the config again, or correct the value.',
  check: (context, targets) => [...staleVram(context, targets), ...stalePrecision(context), ...staleSize(context)],
  fixes: ({ hit }): FixStep[] => {
    const { correct } = hit.args
    return typeof correct === 'number' || typeof correct === 'string' ? [{ path: hit.path, values: [correct] }] : []
  },
  sentence,
}

function sentence(args: FindingArgs): string {
  switch (str(args, 'key')) {
    case 'estimated_vram_usage_gb':
      return `estimated_vram_usage_gb says ${num(args, 'says').toFixed(1)}; these settings need ${num(args, 'correct').toFixed(1)} GiB on the devices.`
    case 'program':
      return `The memory in metadata is that of program ${str(args, 'correct')}, but program says ${str(args, 'says')}.`
    case 'precision':
      return `precision says ${str(args, 'says')}; the model is ${str(args, 'correct')}.`
    default:
      return `model_size says ${str(args, 'says')}; the model has ${num(args, 'billions').toFixed(1)} billion parameters.`
  }
}

function staleVram(context: ConfigContext, targets: readonly TargetContext[]): Hit[] {
  const { model } = context
  const says = context.config.metadata?.estimated_vram_usage_gb
  if (model === null || says === undefined) return []
  const { placement, tolerance } = placementMeant(context, targets)
  const bytes = devicesTotal(context.estimateOn(placement)?.devices ?? [])
  const near = (need: number) => Math.abs(gib(need) - says) <= tolerance(gib(need))
  if (near(bytes)) return []
  const other = PROGRAMS.find(
    (program) => program !== model.settings.program && near(vramOf(context, model, program, placement)),
  )
  if (other !== undefined && context.config.metadata?.program !== undefined) {
    const args = { key: 'program', says: model.settings.program, correct: other }
    return [{ path: ['metadata', 'program'], args }]
  }
  const args = { key: 'estimated_vram_usage_gb', says, correct: roundGib(bytes) }
  return [{ path: ['metadata', 'estimated_vram_usage_gb'], args }]
}

/**
 * Metadata is about the hardware that it names. When that is not among the targets, one device stands for it, and
 * only a clear difference counts: on several devices each has buffers of its own.
 */
function placementMeant(
  { config }: ConfigContext,
  targets: readonly TargetContext[],
): { placement: Placement; tolerance: (gib: number) => number } {
  const named = config.metadata?.hardware
  const meant = targets.find(({ target }) => named !== undefined && [target.id, target.profile_id].includes(named))
  if (meant?.placement) return { placement: meant.placement, tolerance: (need) => 0.1 + 0.02 * need }
  const devices = config.backend === 'cpu' ? 0 : 1
  return { placement: { devices, backend: config.backend }, tolerance: (need) => 0.3 + 0.1 * need }
}

function vramOf(
  { config }: ConfigContext,
  { facts, hparams }: KnownModel,
  program: 'server' | 'cli',
  placement: Placement,
) {
  return devicesTotal(estimateMemory(facts, resolveSettings(config.settings, hparams, program), placement).devices)
}

function devicesTotal(devices: readonly Parameters<typeof totalOf>[0][]): number {
  return devices.reduce((sum, device) => sum + totalOf(device), 0)
}

function stalePrecision({ config, model }: ConfigContext): Hit[] {
  const says = config.metadata?.precision
  const correct = model?.facts.precision
  if (says === undefined || correct === undefined || correct === 'mixed') return []
  if (says.toUpperCase() === correct.toUpperCase()) return []
  return [{ path: ['metadata', 'precision'], args: { key: 'precision', says, correct } }]
}

function staleSize({ config, model }: ConfigContext): Hit[] {
  const says = config.metadata?.model_size
  const range = says === undefined ? null : sizeRange(says)
  const billions = (model?.facts.n_params ?? 0) / 1e9
  if (says === undefined || range === null || billions === 0) return []
  if (billions >= range[0] && billions <= range[1]) return []
  return [{ path: ['metadata', 'model_size'], args: { key: 'model_size', says, billions } }]
}

/** Size classes are rough names: a 7B has 7.6 billion parameters, a 1B up to 1.5. `8B`, `7-8B`, `30B+`, `500M`. */
function sizeRange(text: string): [number, number] | null {
  const parts = /^(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?([BM])(\+?)$/i.exec(text.trim())
  if (parts === null) return null
  const [, low = '0', high = low, unit = 'B', open = ''] = parts
  const scale = unit.toUpperCase() === 'M' ? 1e-3 : 1
  return [Number(low) * scale * 0.7, open === '+' ? Number.POSITIVE_INFINITY : Number(high) * scale * 1.5]
}
