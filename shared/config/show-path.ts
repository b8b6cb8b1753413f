import type { JsonPath } from '../finding.ts'

/** Longest text from a checked file that a finding carries. */
const LONGEST = 80

/** `settings.n_ctx`, `model.tensors[3].shape`; cut at 80 characters, empty for the document itself. */
export function showKey(path: JsonPath): string {
  const text = path.reduce<string>((shown, segment) => {
    if (typeof segment === 'number') return `${shown}[${segment}]`
    return shown === '' ? segment : `${shown}.${segment}`
  }, '')
  return cut(text)
}

/** `text` with at most 80 characters. */
function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`
}
