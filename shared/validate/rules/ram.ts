import { showGib } from '../../units.ts'
import { num } from '../args.ts'
import type { Rule } from '../rule.ts'
import { hostMemoryFixes } from './memory-fixes.ts'
import { memoryHits, memoryOf, memoryTerms, showShort } from './memory-words.ts'

/** LP103 */
export const ramOver: Rule = {
  id: 'LP103',
  scope: 'target',
  title: 'RAM over',
  severity: 'error',
  why: 'When the host runs out of memory the system swaps or ends the process; llama.cpp itself does not check it.',
  remedy: 'Put more layers on the GPU where there is one, ask for a smaller context, or use a smaller file.',
  check: (context) => memoryHits(context, 'host', 'over'),
  fixes: hostMemoryFixes,
  sentence: (args) =>
    `Needs ${showGib(num(args, 'need'))} of host memory; ${memoryOf(args)} leaves ${showGib(num(args, 'usable'))}: ` +
    `${showShort(args)} short. Sum: ${memoryTerms(args)}.`,
}

/** LP104 */
export const ramNear: Rule = {
  id: 'LP104',
  scope: 'target',
  title: 'RAM near its limit',
  severity: 'warning',
  why: 'Above 90 % of the usable memory little is left for the file cache and for other programs.',
  remedy: 'Put more layers on the GPU where there is one, or ask for a slightly smaller context.',
  check: (context) => memoryHits(context, 'host', 'near'),
  fixes: hostMemoryFixes,
  sentence: (args) =>
    `Needs ${showGib(num(args, 'need'))} of host memory, over 90 % of the ${showGib(num(args, 'usable'))} that ` +
    `${memoryOf(args)} leaves. Sum: ${memoryTerms(args)}.`,
}
