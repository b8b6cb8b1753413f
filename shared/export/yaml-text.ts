import { stringify } from 'yaml'

/** YAML with one line a value, whatever its length: a folded command line would be read differently by some. */
export function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 0, singleQuote: true })
}
