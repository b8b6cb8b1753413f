import type { ModelFacts } from './facts.ts'
import { factsFromHeader } from './facts-from-gguf.ts'
import type { ByteSource } from './gguf/byte-source.ts'
import { readGgufHeader } from './gguf/header.ts'
import { joinParts } from './gguf/parts.ts'

/**
 * The facts of a model from its GGUF header; for a model in parts, from the headers of all of them.
 * @param source one source, or one for each part in order.
 * @throws UserError with one sentence for anything that is no whole GGUF model.
 */
export async function readGguf(source: ByteSource | readonly [ByteSource, ...ByteSource[]]): Promise<ModelFacts> {
  if (!('length' in source)) return factsFromHeader(await readGgufHeader(source))
  const [first, ...others] = source
  const headers = await Promise.all(others.map(readGgufHeader))
  return factsFromHeader(joinParts([await readGgufHeader(first), ...headers]))
}
