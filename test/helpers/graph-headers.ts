import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { readGguf } from '../../shared/model/read-gguf.ts'

/** Larger than any of the files that the headers belong to, so that no weight lies outside. */
const SIZE = 2 ** 44

const FOLDER = new URL('../fixtures/graph-headers/', import.meta.url)

/** Headers at hand: `gemma-4-12b.Q4_K_M`. */
export const GRAPH_HEADER_IDS: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.gguf.gz'))
  .map((name) => name.replace('.gguf.gz', ''))

/** A model whose graph is tested: a header in `test/fixtures/graph-headers`. */
export function graphHeaderFacts(id: string): Promise<ModelFacts> {
  const path = fileURLToPath(new URL(`${id}.gguf.gz`, FOLDER))
  const header = new Uint8Array(gunzipSync(readFileSync(path)))
  const read = (offset: number, length: number) => Promise.resolve(header.slice(offset, offset + length))
  return readGguf({ size: SIZE, name: `${id}.gguf`, read })
}
