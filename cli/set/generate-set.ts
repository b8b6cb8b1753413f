import { EXIT, UserError } from '../../shared/errors.ts'
import { makeSetPlan } from '../../shared/plan/set/make-set-plan.ts'
import { loadMembers } from '../inputs/model-list.ts'
import { outputFile, writeOutput } from '../inputs/output.ts'
import { loadTarget } from '../inputs/target.ts'
import { outJson, outLines, type Io } from '../io.ts'
import { planData } from '../present/plan-lines.ts'
import { setLines } from '../present/set-lines.ts'

/** What else may stand beside `--set`. */
const BESIDE = ['set', 'hardware', 'output', 'force', 'json']

/**
 * `lp-tui generate --set FILE`: plans the models of a list together.
 * @throws UserError for a flag that only one model can have, a list that cannot be read, models that do not fit together
 */
export async function generateSet(
  io: Io,
  file: string,
  values: { readonly hardware?: string; readonly output?: string; readonly force?: boolean; readonly json?: boolean },
): Promise<number> {
  const other = Object.keys(values).find((flag) => !BESIDE.includes(flag))
  if (other !== undefined) {
    throw new UserError('usage', `--${other} is for one model; with --set each model of ${file} says its own`)
  }
  const members = await loadMembers(file)
  const target = await loadTarget(values.hardware ?? 'auto')
  const plan = makeSetPlan(target, members)
  const text = `${JSON.stringify(plan.set, null, 2)}\n`
  const lines = setLines(plan)
  const output = outputFile(values.output)
  if (output !== undefined) await writeOutput(io, output, text, values.force, [file, values.hardware])
  if (values.json) {
    outJson(io, {
      schema_version: 1,
      set: plan.set,
      target: { id: plan.target.id, display_name: plan.target.display_name },
      members: plan.members.map((one) => ({ name: one.member.name, swaps: one.swaps, ...planData(one.plan) })),
      together: plan.together.map(({ line, parts }) => ({ ...line, parts })),
      notes: plan.notes,
    })
  } else if (output === undefined) {
    io.out(text)
    for (const line of lines) io.note(line)
  } else outLines(io, lines)
  return EXIT.ok
}
