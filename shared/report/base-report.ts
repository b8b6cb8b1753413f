import * as z from 'zod'
import { UserError } from '../errors.ts'

/** What is read of the base branch's JSON report; newer reports may say more. */
const BaseReportSchema = z.looseObject({
  schema_version: z.literal(1),
  kind: z.literal('check_report'),
  configs: z
    .array(
      z.looseObject({
        file: z.string().max(4096),
        name: z.string().max(1_000_000).nullable().optional(),
        pairs: z
          .array(
            z.looseObject({
              target: z.string().max(512),
              result: z.enum(['pass', 'fail', 'not_judged']),
              decode_tokens_per_s: z.number().positive().nullable().optional(),
              memory: z.array(z.looseObject({ kind: z.enum(['device', 'host']), need: z.number().min(0) })).max(512),
            }),
          )
          .max(10_000),
      }),
    )
    .max(10_000),
})

/** One pair of the base branch. */
export type BasePair = {
  readonly result: 'pass' | 'fail' | 'not_judged'
  /** Bytes on all devices together; of the host where there is none. */
  readonly need: number
  readonly decode: number | null
}

/** By config ({@link configKey}) and target. */
export type BaseReport = ReadonlyMap<string, ReadonlyMap<string, BasePair>>

export function configKey(file: string, name: string | null = null): string {
  return JSON.stringify([file, name])
}

/**
 * The JSON report of the base branch.
 * @param name as the user named the file
 * @throws UserError for a text that is none
 */
export function readBaseReport(text: string, name: string): BaseReport {
  const parsed = BaseReportSchema.safeParse(jsonOf(text))
  if (!parsed.success) {
    throw new UserError(
      'input',
      `${name} is not a JSON report of this check`,
      'Write it with report-file or --format json.',
    )
  }
  return new Map(
    parsed.data.configs.map(({ file, name: inside, pairs }) => [
      configKey(file, inside ?? null),
      new Map(
        pairs.map(({ target, result, decode_tokens_per_s, memory }) => [
          target,
          { result, need: mainNeed(memory), decode: decode_tokens_per_s ?? null },
        ]),
      ),
    ]),
  )
}

/** What the devices need; where there are none, the host. */
export function mainNeed(memory: readonly { readonly kind: 'device' | 'host'; readonly need: number }[]): number {
  const devices = memory.filter(({ kind }) => kind === 'device')
  return (devices.length > 0 ? devices : memory).reduce((sum, { need }) => sum + need, 0)
}

/** Null for what is no JSON: the parser's message would quote the file. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
