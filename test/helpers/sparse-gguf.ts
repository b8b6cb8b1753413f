import { readFileSync } from 'node:fs'
import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { ModelFacts } from '../../shared/model/facts.ts'
import type { ByteSource } from '../../shared/model/gguf/byte-source.ts'
import { readGguf } from '../../shared/model/read-gguf.ts'
import sizes from '../fixtures/gguf/file-sizes.json' with { type: 'json' }

/** A header in `test/fixtures/gguf`: `qwen3-8b.Q4_K_M`. */
export type FixtureId = keyof typeof sizes

export const FIXTURE_IDS = Object.keys(sizes) as FixtureId[]

/** Bytes of the whole model file that the header belongs to. */
export function fixtureSize(id: FixtureId): number {
  return sizes[id]
}

/** The bytes of the header, without the weights. */
export function fixtureHeader(id: FixtureId): Uint8Array {
  const path = fileURLToPath(new URL(`../fixtures/gguf/${id}.gguf.gz`, import.meta.url))
  return new Uint8Array(gunzipSync(readFileSync(path)))
}

/** The model as a source of its full size whose weights are never asked for. */
function fixtureSource(id: FixtureId): ByteSource {
  const header = fixtureHeader(id)
  const read = (offset: number, length: number) => Promise.resolve(header.slice(offset, offset + length))
  return { size: fixtureSize(id), name: `${id}.gguf`, read }
}

export function fixtureFacts(id: FixtureId): Promise<ModelFacts> {
  return readGguf(fixtureSource(id))
}

/** Writes the model as `<id>.gguf` into a folder, at its full size with holes for weights, and returns its path. */
export async function sparseGguf(id: FixtureId, folder: string): Promise<string> {
  const path = join(folder, `${id}.gguf`)
  await writeFile(path, fixtureHeader(id))
  await truncate(path, fixtureSize(id))
  return path
}
