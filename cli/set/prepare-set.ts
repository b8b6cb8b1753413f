import { freemem } from 'node:os'
import { isModelSet, readModelSet, type ReadModelSet } from '../../shared/config/read-model-set.ts'
import type { ModelSet } from '../../shared/config/model-set.ts'
import { UserError } from '../../shared/errors.ts'
import { linesTogether } from '../../shared/estimate/together.ts'
import { modelSource } from '../../shared/export/model-source.ts'
import { readAvailableMemory } from '../../shared/hardware/available-memory.ts'
import { needsOf } from '../../shared/adapt/replan.ts'
import { makeSetPlan } from '../../shared/plan/set/make-set-plan.ts'
import { freeTarget } from '../../shared/profile/free-target.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import type { Target } from '../../shared/profile/target.ts'
import { findingLine } from '../../shared/report/text-report.ts'
import { showGib } from '../../shared/units.ts'
import { checkConfig } from '../../shared/validate/check-config.ts'
import { checkSet } from '../../shared/validate/check-set.ts'
import type { ConfigReport } from '../../shared/validate/config-report.ts'
import { nodeHost } from '../../shared/node/host.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { setFromText, SET_LIMIT_BYTES } from '../inputs/config.ts'
import { loadMembers } from '../inputs/model-list.ts'
import { factsOf } from '../inputs/run-config.ts'
import { seeMachine } from '../inputs/target.ts'
import { setLines } from '../present/set-lines.ts'

export type PreparedSet = {
  /** Null when the check found errors and nobody insists. */
  readonly set: ModelSet | null
  readonly target: Target
  readonly notes: readonly string[]
}

/**
 * The set that a file means: one that was planned is judged on this machine and on what other programs leave of it now;
 * a list of models is planned for what is free now.
 * @throws UserError when the file cannot be used, or when the models do not fit right now
 */
export async function prepareSet(
  file: string,
  values: { readonly force?: boolean; readonly 'dry-run'?: boolean },
): Promise<PreparedSet> {
  const text = await readTextFile(file, SET_LIMIT_BYTES)
  const snapshot = await seeMachine()
  const machine = targetFromSnapshot(snapshot)
  const available = await readAvailableMemory(nodeHost(), freemem())
  const now = freeTarget(machine, snapshot, available)
  if (!isModelSet(text)) {
    const plan = makeSetPlan(now, await loadMembers(file))
    return { set: plan.set, target: machine, notes: setLines(plan) }
  }
  const set = await withModels(setFromText(text, file), values)
  const findings = reportsOf(readModelSet(text), set, file, machine).flatMap((report) => report.findings)
  const notes = findings.map((finding) => findingLine(finding))
  if (findings.some(({ severity }) => severity === 'error') && values.force !== true) {
    return { set: null, target: machine, notes }
  }
  return { set, target: machine, notes: [...notes, ...freeNotes(set, now, values.force === true)] }
}

/**
 * What is to be said of what is free at this moment.
 * @param now the machine with what other programs leave of it
 * @throws UserError('environment') when that does not hold the set, unless it is forced
 */
export function freeNotes(set: ModelSet, now: Target, force: boolean): readonly string[] {
  const shortage = shortageOf(set, now)
  if (shortage === null) return []
  if (force) return [`started all the same: ${shortage}`]
  throw new UserError(
    'environment',
    `the models do not fit right now: ${shortage}`,
    'End other programs that hold memory, give --set the list of models to plan it for what is free, or insist with --force.',
  )
}

/** Each config with the model that will really run: its file decides, not what was true when the set was made. */
async function withModels(set: ModelSet, values: { readonly 'dry-run'?: boolean }): Promise<ModelSet> {
  const members: ModelSet['members'] = []
  for (const member of set.members) {
    const { config } = member
    const isFile = modelSource(config.model_path).kind === 'file'
    // oxlint-disable-next-line no-await-in-loop -- one header at a time
    const model = isFile ? await factsOf(config.model_path, config, values) : config.model
    members.push({ ...member, config: { ...config, ...(model && { model }) } })
  }
  return { ...set, members }
}

/** Each member judged by itself, then what all need together. */
function reportsOf(read: ReadModelSet, set: ModelSet, file: string, machine: Target): readonly ConfigReport[] {
  const own = read.members.map(({ name, index, read: member }) => {
    const facts = set.members[index]?.config.model
    const report = checkConfig({ text: '', file, targets: [machine], read: member, ...(facts && { facts }) })
    return { ...report, name }
  })
  const together = checkSet(file, read, own, [machine])
  return together === null ? own : [...own, together]
}

/** Which memory is too small at this moment, in words; null where all of them hold the set. */
function shortageOf({ members, groups }: ModelSet, now: Target): string | null {
  const lines = new Map(members.map(({ name, config }) => [name, needsOf(config, now)?.lines ?? []] as const))
  const short = linesTogether(lines, groups, now.backend).find(({ line }) => line.state === 'over')
  if (short === undefined) return null
  const { line } = short
  return `${showGib(line.need_bytes)} of ${line.name} needed, ${line.usable?.source ?? 'an unknown part'}`
}
