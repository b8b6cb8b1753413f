import type { Io } from './io.ts'

/** Why nothing can be drawn on a screen here, or null where a person sits at a terminal. */
export function noScreenReason({ env }: Pick<Io, 'env'>): string | null {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return 'this is not a terminal'
  if (env['TERM'] === 'dumb') return 'TERM=dumb is a terminal without a screen'
  const ci = env['CI']
  return ci === undefined || ['', '0', 'false'].includes(ci) ? null : 'CI is set'
}
