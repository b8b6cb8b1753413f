import { UserError } from '../../errors.ts'

/** Trouble with the content of a model file: `name` as the source calls itself, `problem` as the rest of a sentence. */
export function badGguf(name: string, problem: string, hint?: string): UserError {
  return new UserError('input', `${name} ${problem}`, hint)
}

/** Text from the file for a message: short, on one line, without what a terminal would obey. */
export function quote(text: string): string {
  const plain = text.replaceAll(/\p{Cc}/gu, '\uFFFD')
  return plain.length <= 80 ? `'${plain}'` : `'${plain.slice(0, 77)}...'`
}

/** A number that the file claims, with the digits that a double keeps: of the largest it makes one that no file can claim. */
export function showNumber(n: number): string {
  if (n >= 2 ** 64) return 'nearly 2^64'
  return Number.isInteger(n) ? BigInt(n).toString() : String(n)
}
