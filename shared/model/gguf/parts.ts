import type { GgufHeader } from './header.ts'
import { MAX_TENSORS } from './limits.ts'
import { badGguf, quote } from './trouble.ts'

/** `model-00001-of-00003.gguf` (llama.cpp, llama_split_path). */
const PART_NAME = /^(?<stem>.*)-(?<no>\d{5})-of-(?<count>\d{5})\.gguf$/su

/** Which part of how many a file says to be by its name, from 1; null for any other name. */
export function partOfName(
  path: string,
): { readonly stem: string; readonly no: number; readonly count: number } | null {
  const groups = PART_NAME.exec(path)?.groups
  if (groups === undefined) return null
  return { stem: groups['stem'] ?? '', no: Number(groups['no']), count: Number(groups['count']) }
}

/** The name of part `no`, from 1, of `count`. */
export function partName(stem: string, no: number, count: number): string {
  return `${stem}-${String(no).padStart(5, '0')}-of-${String(count).padStart(5, '0')}.gguf`
}

/** How many files the model is in, by its first header; 1 when it does not say. */
export function partCount(header: GgufHeader): number {
  const count = splitNumber(header, 'count')
  return count === null || count === 0 ? 1 : count
}

/** The first header with the tensors of all, after the checks that llama.cpp makes (llama_model_loader).
 * @param headers one for each part, in order.
 * @throws UserError
 */
export function joinParts(headers: readonly [GgufHeader, ...GgufHeader[]]): GgufHeader {
  const [first] = headers
  const count = partCount(first)
  if (count !== headers.length) {
    throw badGguf(first.name, `is one of ${count} parts, but ${headers.length} were given`)
  }
  if (count === 1) return first
  for (const [i, header] of headers.entries()) {
    const no = splitNumber(header, 'no')
    if (no !== i) {
      throw badGguf(
        header.name,
        `is not part ${i + 1} of ${count}: ${no === null ? 'it does not say which' : `it says ${no + 1}`}`,
      )
    }
    if (partCount(header) !== count) {
      throw badGguf(header.name, `is one of ${partCount(header)} parts, but ${first.name} is one of ${count}`)
    }
  }
  const tensors = headers.flatMap((header) => header.tensors)
  checkTensors(first, headers, tensors.length)
  return { ...first, tensors }
}

function checkTensors(first: GgufHeader, headers: readonly GgufHeader[], found: number): void {
  const due = splitNumber(first, 'tensors.count')
  if (due !== null && due !== found) {
    throw badGguf(first.name, `and its other parts hold ${found} tensors, but ${due} are due`)
  }
  if (found > MAX_TENSORS) throw badGguf(first.name, `and its other parts claim to have ${found} tensors`)
  const names = new Set<string>()
  for (const header of headers) {
    for (const { name } of header.tensors) {
      if (names.has(name)) throw badGguf(header.name, `has the tensor ${quote(name)}, which another part has too`)
      names.add(name)
    }
  }
}

function splitNumber(header: GgufHeader, key: string): number | null {
  const value = header.metadata.get(`split.${key}`)
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null
}
