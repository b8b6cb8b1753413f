import { showGib } from '../../units.ts'
import { list, num, str } from '../args.ts'
import type { Rule } from '../rule.ts'

/** LP105 */
export const setOver: Rule = {
  id: 'LP105',
  scope: 'document',
  title: 'Models together over memory',
  severity: 'error',
  why: 'Each model fits by itself, but not beside those that are loaded with it: the last one to load fails, or all slow down.',
  remedy: 'Plan the set anew for this target (lp-tui generate --set), let more models swap, or shorten contexts.',
  sentence: (args) =>
    `Together ${loaded(args)} need ${showGib(num(args, 'need'))}; ${str(args, 'device')} leaves ` +
    `${showGib(num(args, 'usable'))}.`,
}

/** LP106 */
export const setNear: Rule = {
  id: 'LP106',
  scope: 'document',
  title: 'Models together near the limit',
  severity: 'warning',
  why: 'Above 90 % of the usable memory little is left for what other programs take.',
  remedy: 'Leave some memory free: shorten the context of one model, or let one more swap.',
  sentence: (args) =>
    `Together ${loaded(args)} need ${showGib(num(args, 'need'))}, over 90 % of the ${showGib(num(args, 'usable'))} ` +
    `that ${str(args, 'device')} leaves.`,
}

/** `chat 5.2 GiB, coder 9.1 GiB`. */
function loaded(args: Parameters<typeof num>[0]): string {
  return list(args, 'parts').join(', ')
}
