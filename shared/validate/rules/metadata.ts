import { type MemoryEstimate, type Placement, totalOf } from '../../estimate/memory-estimate.ts'
import { resolveSettings } from '../../estimate/memory-settings.ts'
import { estimateMemory } from '../../estimate/estimate-memory.ts'
import { type Program, PROGRAMS } from '../../program.ts'
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
  check: (context, targets) => [...staleMemory(context, targets), ...stalePrecision(context), ...staleSize(context)],
  fixes: ({ hit }): FixStep[] => {
    const { correct } = hit.args
    return typeof correct === 'number' || typeof correct === 'string' ? [{ path: hit.path, values: [correct] }] : []
  },
  sentence,
}

function sentence(args: FindingArgs): string {
  switch (str(args, 'key')) {
    case 'estimated_vram_usage_gb':
    case 'estimated_ram_usage_gb': {
      const where = str(args, 'key') === 'estimated_ram_usage_gb' ? 'the host' : 'the devices'
      const [says, need] = [num(args, 'says').toFixed(1), num(args, 'correct').toFixed(1)]
      return `${str(args, 'key')} says ${says}; these settings need ${need} GiB on ${where}.`
    }
    case 'program':
      return `The memory in metadata is that of program ${str(args, 'correct')}, but program says ${str(args, 'says')}.`
    case 'precision':
      return `precision says ${str(args, 'says')}; the model is ${str(args, 'correct')}.`
    default:
      return `model_size says ${str(args, 'says')}; the model has ${parametersText(num(args, 'billions'))} parameters.`
  }
}

/** The two memory numbers against what the settings give; once, when they are those of the other program. */
function staleMemory(context: ConfigContext, targets: readonly TargetContext[]): Hit[] {
  const { model, config } = context
  if (model === null || config.metadata === undefined) return []
  const { metadata } = config
  const { placement, tolerance } = placementMeant(context, targets)
  const says = { vram: metadata.estimated_vram_usage_gb, ram: metadata.estimated_ram_usage_gb }
  const near = (said: number | undefined, need: number) =>
    said === undefined || Math.abs(gib(need) - said) <= tolerance(gib(need))
  const matches = (needs: Needs) => near(says.vram, needs.vram) && near(says.ram, needs.ram)
  const needs = needsOf(context.estimateOn(placement))
  if (matches(needs)) return []

  const other = PROGRAMS.find(
    (program) => program !== model.settings.program && matches(needsAs(program, context, model, placement)),
  )
  if (other !== undefined && metadata.program !== undefined) {
    return [{ path: ['metadata', 'program'], args: { key: 'program', says: metadata.program, correct: other } }]
  }
  return (['vram', 'ram'] as const).flatMap((kind) => {
    if (near(says[kind], needs[kind])) return []
    const key = `estimated_${kind}_usage_gb`
    return [{ path: ['metadata', key], args: { key, says: says[kind] ?? 0, correct: roundGib(needs[kind], 2) } }]
  })
}

/** Bytes on all devices, and on the host. */
type Needs = { readonly vram: number; readonly ram: number }

function needsOf(estimate: MemoryEstimate | null): Needs {
  if (estimate === null) return { vram: 0, ram: 0 }
  const vram = estimate.devices.reduce((sum, device) => sum + totalOf(device), 0)
  return { vram, ram: totalOf(estimate.host) }
}

function needsAs(
  program: Program,
  { config }: ConfigContext,
  { facts, hparams }: KnownModel,
  placement: Placement,
): Needs {
  return needsOf(estimateMemory(facts, resolveSettings(config.settings, hparams, program), placement))
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
  const meant = targets.find(
    ({ target }) => named !== undefined && [target.id, target.platform, target.profile_id].includes(named),
  )
  if (meant?.placement) return { placement: meant.placement, tolerance: (need) => 0.1 + 0.02 * need }
  const devices = config.backend === 'cpu' ? 0 : 1
  return { placement: { devices, backend: config.backend }, tolerance: (need) => 0.3 + 0.1 * need }
}

function parametersText(billions: number): string {
  return billions >= 1 ? `${billions.toFixed(1)} billion` : `${Number((billions * 1000).toPrecision(2))} million`
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
