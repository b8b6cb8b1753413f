import { formatFinding, totalOf, type HardwareProfile, type Plan } from '../core.ts'
import { gibNumber, tokens } from '../format.ts'
import type { RowId } from '../wizard/answers.ts'
import { decodes } from '../wizard/decodes.ts'
import { fileBytes } from '../wizard/file-bytes.ts'
import type { Lazy } from '../wizard/lazy.ts'
import type { Cell } from '../wizard/matrix.ts'
import type { ModelRow } from '../wizard/model-rows.ts'
import type { TuneRow } from '../wizard/tune-rows.ts'
import { verdictOf, type Verdict } from '../wizard/verdict.ts'
import { sentence, spokenGib, spokenSpeed } from './words.ts'

// A row as it is read aloud: nothing of it rests on a heading above or on a sign. Each begins with what tells rows apart.

const FITS: Readonly<Record<Verdict, string>> = {
  fits: 'fits',
  partly: 'fits with a part on the CPU',
  no: 'does not fit',
  unread: 'not to be read',
  pending: 'whether it fits is being worked out',
}

export function spokenModel(row: ModelRow, plan: Lazy<Plan>): string {
  if (row.kind === 'path') return `Read ${row.path}`
  const ready = plan.state === 'ready' ? plan.value : null
  const facts = ready?.config.model
  const size = row.kind === 'file' ? row.file.size_bytes : facts === undefined ? null : fileBytes(facts)
  return sentence(
    row.kind === 'file' ? row.file.name : row.entry.display_name,
    FITS[verdictOf(plan)],
    row.kind === 'file' ? `file in ${row.file.place}` : `catalog, ${row.entry.n_params} parameters`,
    size === null ? null : `file of ${spokenGib(size)}`,
    planText(ready),
  )
}

export function spokenUseCase(title: string, plan: Lazy<Plan>): string {
  if (plan.state === 'pending') return `${title}: being planned`
  if (plan.state === 'failed') return `${title}: ${verdictOf(plan) === 'no' ? 'does not fit' : 'failed'}`
  return `${title}: ${planText(plan.value)}`
}

function planText(plan: Plan | null): string | null {
  if (plan === null) return null
  const { config, memory, throughput } = plan
  const needs = [...memory.devices, memory.host].reduce((sum, part) => sum + totalOf(part), 0)
  return sentence(
    `precision ${config.metadata?.precision ?? 'unknown'}`,
    `context of ${tokens(config.settings.n_ctx ?? 0)} tokens`,
    `needs ${spokenGib(needs)} of memory`,
    spokenSpeed(throughput.tg) ?? (decodes(plan) ? 'speed not known' : 'an embedding model, decodes nothing'),
  )
}

const UNITS: { readonly [R in RowId]?: string } = { n_batch: 'tokens', n_ubatch: 'tokens' }

/** @param edit the number that is being typed over the value */
export function spokenTune({ id, label, shown, value, reason, findings }: TuneRow, edit: string | null): string {
  const unit = id === 'n_parallel' ? `request${value === 1 ? '' : 's'} at a time` : UNITS[id]
  const finding = findings[0]
  const what = edit === null ? `${shown}${unit === undefined ? '' : ` ${unit}`}` : `${edit}, being typed`
  const trouble =
    finding === undefined
      ? null
      : `${finding.severity}: ${finding.rule} ${formatFinding(finding).replace(/\.$/, '')}; f mends it`
  return sentence(`${label}: ${what}`, reason, trouble)
}

const ANSWERS: Readonly<Record<Cell['answer'], string>> = {
  runs: 'runs',
  tight: 'runs, but tight',
  unknown: 'not to be judged',
  no: 'does not run',
}

/** What the check says of one target. */
export function spokenCheck(result: Lazy<Cell>): string {
  if (result.state === 'pending') return 'being checked'
  if (result.state === 'failed') return 'failed'
  const { answer, tightest, speed, rules, why } = result.value
  const has = tightest?.usable?.bytes
  return sentence(
    ANSWERS[answer],
    tightest === null
      ? null
      : `needs ${has === undefined ? '' : `${gibNumber(tightest.need_bytes)} of `}${spokenGib(has ?? tightest.need_bytes)} in ${tightest.name}`,
    spokenSpeed(speed),
    why === null ? null : `${rules[0]} ${why}`,
  )
}

/** @param result null where it is not picked */
export function spokenTarget({ display_name, memory_gb, backend }: HardwareProfile, result: Lazy<Cell> | null): string {
  if (result !== null) return `${display_name}: picked, ${spokenCheck(result)}`
  return `${display_name}: not picked, ${memory_gb} GB of memory, ${backend}`
}
