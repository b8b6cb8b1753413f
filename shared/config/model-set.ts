import * as z from 'zod'
import { RuntimeConfigSchema } from './runtime-config.ts'

export const MODEL_SET_VERSION = 1

/** What tells a model set from a runtime config. */
export const MODEL_SET_KIND = 'model_set'

/** More models than a machine serves. */
export const MOST_MEMBERS = 16

/** A name that presets, llama-swap, compose and URLs take as it is. */
export const MemberNameSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/,
    'of letters, digits, ., _ and -, with none of the signs at its ends',
  )
  .max(64)

const GroupSchema = z.strictObject({
  name: MemberNameSchema,
  /** True: one member at a time is loaded. False: all of them stay loaded. */
  swap: z.boolean(),
  members: z.array(MemberNameSchema).min(1).max(MOST_MEMBERS),
})
export type SetGroup = z.infer<typeof GroupSchema>

const MemberSchema = z.strictObject({
  name: MemberNameSchema,
  /** How much this model matters beside the others, as the plan took it. */
  weight: z.number().min(0).max(1000).optional(),
  config: RuntimeConfigSchema,
})

/**
 * Several models for one machine: a runtime config each, and which of them are loaded at the same time. At any moment
 * every member of a group without `swap` may be loaded, and one member of each group with `swap`.
 */
export const ModelSetSchema = z
  .strictObject({
    $schema: z.string().max(500).optional(),
    kind: z.literal(MODEL_SET_KIND),
    /** Format version. */
    version: z.literal(MODEL_SET_VERSION),
    members: z.array(MemberSchema).min(1).max(MOST_MEMBERS),
    groups: z.array(GroupSchema).min(1).max(MOST_MEMBERS),
    metadata: z
      .strictObject({ hardware: z.string().max(200).optional(), generator: z.string().max(100).optional() })
      .optional(),
  })
  .superRefine(({ members, groups }, context) => {
    const names = members.map(({ name }) => name)
    const wrong = (path: (string | number)[], input: unknown) =>
      context.addIssue({ code: 'invalid_value', values: names, path, input })
    names.forEach((name, index) => {
      if (names.indexOf(name) < index) wrong(['members', index, 'name'], name)
    })
    const seen = new Set<string>()
    groups.forEach((group, at) => {
      group.members.forEach((name, index) => {
        if (!names.includes(name) || seen.has(name)) wrong(['groups', at, 'members', index], name)
        seen.add(name)
      })
    })
    if (names.some((name) => !seen.has(name))) wrong(['groups'], groups)
  })
export type ModelSet = z.infer<typeof ModelSetSchema>
