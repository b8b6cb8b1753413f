import { basename } from 'node:path'
import { UserError } from '../errors.ts'
import type { ModelFacts } from '../model/facts.ts'
import { factsFromHeader } from '../model/facts-from-gguf.ts'
import { readGgufHeader, type GgufHeader } from '../model/gguf/header.ts'
import { joinParts, partCount, partName, partOfName } from '../model/gguf/parts.ts'
import { openFileSource } from './file-source.ts'
import { errnoOf, showPath } from './file-trouble.ts'

/**
 * The facts of a model file; of a model in parts, given its first file.
 * @throws UserError with one sentence: as `openFileSource` and `readGgufHeader`, or a part is missing, or `path` is
 * not the first one.
 */
export async function readGgufFile(path: string): Promise<ModelFacts> {
  return factsFromHeader(await readGgufFileHeader(path))
}

/** As `readGgufFile`, for files that are no language model too (adapters, projectors). */
export async function readGgufFileHeader(path: string): Promise<GgufHeader> {
  const part = partOfName(path)
  if (part !== null && part.no !== 1) {
    const first = basename(partName(part.stem, 1, part.count))
    const message = `${showPath(basename(path))} is part ${part.no} of a model; llama.cpp wants the first`
    throw new UserError('input', message, `Give ${showPath(first)} instead.`)
  }
  const first = await readHeader(path)
  const count = partCount(first)
  if (count === 1) return first
  if (part?.count !== count) {
    const wanted = partName('<name>', 1, count)
    throw new UserError('input', `${first.name} is the first of ${count} parts, so its name must be like ${wanted}`)
  }
  const others: GgufHeader[] = []
  for (let no = 2; no <= count; no++) {
    // oxlint-disable-next-line no-await-in-loop -- one open file at a time: there may be more parts than handles
    others.push(await readPart(partName(part.stem, no, count), no, count))
  }
  return joinParts([first, ...others])
}

async function readPart(path: string, no: number, count: number): Promise<GgufHeader> {
  try {
    return await readHeader(path)
  } catch (error) {
    if (!(error instanceof UserError) || errnoOf(error.cause) !== 'ENOENT') throw error
    const message = `Part ${no} of ${count} is missing: ${error.message}`
    throw new UserError('input', message, 'Put all parts of the model into one folder.', { cause: error })
  }
}

async function readHeader(path: string): Promise<GgufHeader> {
  const source = await openFileSource(path)
  try {
    return await readGgufHeader(source)
  } finally {
    await source.close()
  }
}
