import { UserError, UserErrors } from '../../shared/errors.ts'
import type { ModelList } from '../../shared/plan/set/model-list.ts'
import type { SetMember } from '../../shared/plan/set/set-member.ts'
import { readModelList } from '../../shared/read-wishes.ts'
import { formatFinding } from '../../shared/report/sentence.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { version } from '../version.ts'
import { loadModel } from './model.ts'
import { pageUrl } from '../../shared/project.ts'

/** Enough to mend in one go. */
const MOST_PROBLEMS = 20

const LIST_LIMIT_BYTES = 256 * 1024

/**
 * The members of a set, from a file such as `models.yml`; each model's header is read.
 * @throws UserError for a file that is none, with the line, and for a model that cannot be read
 */
export async function loadMembers(file: string): Promise<SetMember[]> {
  const { list, problems } = readModelList(await readTextFile(file, LIST_LIMIT_BYTES))
  if (list === null || problems.length > 0) {
    const lines = problems
      .slice(0, MOST_PROBLEMS)
      .map((one) => `${file}:${one.place.line}:${one.place.column}: ${formatFinding(one)}`)
    const more = problems.length - lines.length
    if (more > 0) lines.push(`${file}: ${more} more`)
    if (lines.length === 0) lines.push(`${file} is no list of models`)
    throw new UserErrors('input', lines, `${pageUrl('docs/sets.md')} shows the form.`)
  }
  const members: SetMember[] = []
  // oxlint-disable-next-line no-await-in-loop -- one header at a time
  for (const wish of list.models) members.push(await memberOf(wish, file))
  return members
}

async function memberOf(wish: ModelList['models'][number], file: string): Promise<SetMember> {
  const { name, model, use_case = 'general', weight = 1, load = 'swappable', precision, context, parallel } = wish
  try {
    return {
      name,
      model: await loadModel({ model }),
      intent: {
        use_case,
        ...(precision !== undefined && { precision }),
        ...(context !== undefined && { n_ctx: context }),
        ...(parallel !== undefined && { n_parallel: parallel }),
        generator: `lp-tui ${version()}`,
      },
      weight,
      pinned: load === 'pinned',
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    throw new UserError(error.kind, `${file}: ${name}: ${error.message}`, error.hint)
  }
}
