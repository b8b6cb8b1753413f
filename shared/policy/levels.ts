export const LEVELS = ['error', 'warning', 'off'] as const
export type Level = (typeof LEVELS)[number]

/** Without these a file would not be judged at all, which must never look like a pass. */
const FIXED = new Set(['LP001', 'LP004', 'LP006', 'LP007', 'LP008'])
/** These say that something was not judged: they may be mild, but not silent. */
const NEVER_OFF = new Set(['LP009', 'LP010', 'LP011', 'LP014'])

/** The levels that a policy may give a rule. */
export function levelsOf(rule: string): readonly Level[] {
  if (FIXED.has(rule)) return ['error']
  return NEVER_OFF.has(rule) ? ['error', 'warning'] : LEVELS
}
