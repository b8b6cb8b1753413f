import { createHash } from 'node:crypto'
import { mkdir, readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../errors.ts'
import { parseStoredResult, type StoredResult } from '../../tune/stored-result.ts'
import { errnoOf, fileTrouble } from '../file-trouble.ts'
import { readTextFile } from '../read-text-file.ts'
import { writeFileAtomic } from '../write-file-atomic.ts'

/** A result carries the model's facts: some tens of KiB. */
const FILE_LIMIT = 16 * 1024 ** 2
/** More files than this are not ours. */
const MOST_FILES = 10_000

export type Stored = {
  /** Newest first. */
  readonly results: readonly StoredResult[]
  /** Names of files that are no results: damaged, or of another version. */
  readonly unreadable: readonly string[]
}

export type ResultStore = {
  readonly folder: string
  /** Never fails because of what the folder holds. */
  list(): Promise<Stored>
  /** Replaces what was there for the same key. @returns the file */
  save(result: StoredResult): Promise<string>
  /** @returns whether there was one */
  forget(id: string): Promise<boolean>
}

/** The results under a data folder. */
export function resultStore(data_folder: string): ResultStore {
  const folder = join(data_folder, 'tune')
  const fileOf = (id: string) => join(folder, `${id}.json`)
  return {
    folder,
    async list() {
      const results: StoredResult[] = []
      const unreadable: string[] = []
      for (const name of await namesIn(folder)) {
        // oxlint-disable-next-line no-await-in-loop -- a few small files
        const result = await readResult(join(folder, name))
        if (result === null) unreadable.push(name)
        else results.push(result)
      }
      results.sort((a, b) => (a.created < b.created ? 1 : -1))
      return { results, unreadable }
    },
    async save(result) {
      const file = fileOf(result.id)
      try {
        await mkdir(folder, { recursive: true })
      } catch (error) {
        throw fileTrouble(folder, error, 'writing')
      }
      await writeFileAtomic(file, `${JSON.stringify(result, null, 1)}\n`, { force: true })
      return file
    },
    async forget(id) {
      try {
        await unlink(fileOf(id))
        return true
      } catch (error) {
        if (errnoOf(error) === 'ENOENT') return false
        throw fileTrouble(fileOf(id), error, 'writing')
      }
    },
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder)
    return names.filter((name) => name.endsWith('.json')).slice(0, MOST_FILES)
  } catch {
    return []
  }
}

async function readResult(file: string): Promise<StoredResult | null> {
  try {
    return parseStoredResult(await readTextFile(file, FILE_LIMIT))
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

/** The first `length` hexadecimal digits of the SHA-256 of a text. */
export function digestOf(text: string, length = 16): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length)
}
