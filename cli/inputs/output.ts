import { writeFileAtomic } from '../../shared/node/write-file-atomic.ts'
import type { Io } from '../io.ts'

/** `--output` and `--force`, the same in every command that writes. */
export const OUTPUT_FLAGS = {
  output: { type: 'string', value: 'FILE', help: 'write it to this file instead' },
  force: { type: 'boolean', help: 'replace the file if it exists' },
} as const

/** Writes a result file all or nothing, and says so. */
export async function writeOutput(io: Io, file: string, text: string, force: boolean | undefined): Promise<void> {
  await writeFileAtomic(file, text, { force: force === true })
  io.note(`${file} written`)
}
