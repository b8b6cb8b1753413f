import { stringify } from 'yaml'

/** YAML with one line a value, and with quotes round what readers of YAML 1.1 take for a truth value (`on`, `off`). */
export function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 0, singleQuote: true, compat: 'yaml-1.1' })
}
