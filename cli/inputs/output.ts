import { stat } from 'node:fs/promises'
import { UserError } from '../../shared/errors.ts'
import { writeFileAtomic } from '../../shared/node/write-file-atomic.ts'
import type { Io } from '../io.ts'

/** `--output` and `--force`, the same in every command that writes. */
export const OUTPUT_FLAGS = {
  output: { type: 'string', value: 'FILE', help: 'write it to this file instead; - is stdout' },
  force: { type: 'boolean', help: 'replace the file if it exists' },
} as const

const STDOUT = '-'

/** The file that `--output` names, for commands whose result goes to stdout without one: `-` names none. */
export function outputFile(output: string | undefined): string | undefined {
  return output === STDOUT ? undefined : output
}

/**
 * Writes a result file all or nothing, and says so; `-` is stdout, as of other programs.
 * @param inputs what the result was made from, as the user named it; never replaced, whatever name leads to it
 * @throws UserError when the file is one of the inputs, is there and `force` is not set, or cannot be written
 */
export async function writeOutput(
  io: Io,
  file: string,
  text: string,
  force: boolean | undefined,
  inputs: readonly (string | undefined)[] = [],
): Promise<void> {
  if (file === STDOUT) return io.out(text)
  for (const input of inputs) {
    // oxlint-disable-next-line no-await-in-loop -- a few names
    if (input === undefined || !(await isSameFile(file, input))) continue
    const named = input === file ? '' : `: ${input} is the same file`
    throw new UserError('usage', `${file} is what the result is made from${named}`, 'Write to another --output.')
  }
  await writeFileAtomic(file, text, { force: force === true })
  io.note(`${file} written`)
}

/** Whether two names lead to one file; false for what is no file at all, such as a catalog id. */
async function isSameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((name) => stat(name, { bigint: true }).catch(() => null)))
  return one != null && other != null && one.dev === other.dev && one.ino === other.ino
}
