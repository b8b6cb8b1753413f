import type { FindingArgs } from '../finding.ts'

/** A number among a finding's arguments; NaN when it is none. */
export function num(args: FindingArgs, key: string): number {
  const value = args[key]
  return typeof value === 'number' ? value : Number.NaN
}

/** A text among a finding's arguments; empty when it is none. */
export function str(args: FindingArgs, key: string): string {
  const value = args[key]
  return typeof value === 'string' ? value : ''
}

/** A list among a finding's arguments; empty when it is none. */
export function list(args: FindingArgs, key: string): readonly string[] {
  const value = args[key]
  return Array.isArray(value) ? value : []
}
