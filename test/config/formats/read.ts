import { FOREIGN_RULES } from '../../../shared/config/formats/foreign-rules.ts'
import { type ForeignConfig, type ForeignFormat, readForeign } from '../../../shared/config/formats/index.ts'
import type { JsonPath } from '../../../shared/finding.ts'
import { ruleOf } from '../../../shared/validate/rules/index.ts'

/** The text that a place covers. */
export function textAt(
  text: string,
  { line, column, end_column }: { line: number; column: number; end_column: number },
) {
  return (text.split('\n')[line - 1] ?? '').slice(column - 1, end_column - 1)
}

/** Findings as `LP009 $CTX`: rule and the text that it points to. */
export function seen(text: string, config: ForeignConfig): string[] {
  return config.findings.map(({ rule, place }) => `${rule} ${textAt(text, place)}`)
}

/** The only server of a text. */
export function one(format: ForeignFormat, text: string): ForeignConfig {
  const { configs } = readForeign(format, text)
  const [config] = configs
  if (config === undefined || configs.length > 1) throw new Error(`${configs.length} servers`)
  return config
}

export function valueText(text: string, config: ForeignConfig, path: JsonPath): string {
  return textAt(text, config.placeOf(path))
}

/** What the findings say. */
export function said({ findings }: ForeignConfig): string[] {
  const rules = new Map(FOREIGN_RULES.map((rule) => [rule.id, rule]))
  return findings.map(({ rule, args }) => (rules.get(rule) ?? ruleOf(rule))?.sentence(args) ?? '')
}
