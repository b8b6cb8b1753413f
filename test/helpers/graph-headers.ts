import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { readGguf } from '../../shared/model/read-gguf.ts'

/** Larger than any of the files that the headers belong to, so that no weight lies outside. */
const SIZE = 2 ** 44

/** A model of which only the graph is tested: a header in `test/fixtures/graph-headers`. */
export function graphHeaderFacts(id: string): Promise<ModelFacts> {
  const path = fileURLToPath(new URL(`../fixtures/graph-headers/${id}.gguf.gz`, import.meta.url))
  const header = new Uint8Array(gunzipSync(readFileSync(path)))
  const read = (offset: number, length: number) => Promise.resolve(header.slice(offset, offset + length))
  return readGguf({ size: SIZE, name: `${id}.gguf`, read })
}
