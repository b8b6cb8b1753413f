import { NEAR } from '../../shared/estimate/budget.ts'
import { filledSpeed } from '../../shared/plan/filled-speed.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { reasonSentence, stepSentence } from '../../shared/report/reason-sentence.ts'
import { clusterLines } from './cluster-lines.ts'
import { tableLines } from './fields.ts'
import { memoryLines } from './memory-lines.ts'
import { filledLines, speedLines } from './speed-lines.ts'

/** Without its reason a step looks needless on a memory that would hold the wish. */
const STEPS = `steps down from the wish, so that ${Math.round(100 * (1 - NEAR))} % of what is usable stays free:`

/** A plan for people: every value with its reason, memory against budget, speed with basis, the steps down. */
export function planLines(plan: Plan): string[] {
  const { config, target, steps, notes } = plan
  const [decode = '', ...others] = speedLines(plan.throughput, config.model)
  return [
    `${config.model?.name ?? 'model'} ${config.metadata?.precision ?? ''} on ${target.display_name} (${target.id})`,
    '',
    ...tableLines(
      plan.reasons.map((reason) => [labelOf(plan, reason.key), valueOf(plan, reason.key), reasonSentence(reason)]),
    ),
    '',
    ...memoryLines(plan.memory, target),
    '',
    decode,
    ...filledLines(filledSpeed(plan)),
    ...others,
    ...clusterLines(plan),
    ...(steps.length === 0 ? [] : ['', STEPS, ...steps.map((step) => `  ${stepSentence(step)}`)]),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `note: ${note}`)]),
  ]
}

/** The whole plan as data, with its reasons as sentences too. */
export function planData({ config, target, reasons, steps, memory, throughput, notes }: Plan) {
  return {
    schema_version: 1,
    config,
    target: { id: target.id, display_name: target.display_name },
    reasons: reasons.map((reason) => ({ ...reason, text: reasonSentence(reason) })),
    steps,
    memory,
    throughput,
    throughput_filled: filledSpeed({ config, target, throughput }),
    notes,
  }
}

/** K and V get one type by one reason, unless tuning set them apart. */
function labelOf({ config: { settings }, reasons }: Plan, key: string): string {
  const both = settings.cache_type_k === settings.cache_type_v && !reasons.some((other) => other.key === 'cache_type_v')
  return key === 'cache_type_k' && both ? 'cache_type_k, _v' : key
}

function valueOf({ config }: Plan, key: string): string {
  if (key === 'precision') return config.metadata?.precision ?? ''
  const value = (config.settings as Readonly<Record<string, unknown>>)[key]
  return typeof value === 'number' || typeof value === 'string' ? `${value}` : (JSON.stringify(value) ?? '')
}
