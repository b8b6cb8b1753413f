import { showGib } from '../../units.ts'
import { num, str } from '../args.ts'
import type { Rule } from '../rule.ts'
import { deviceMemoryFixes } from './memory-fixes.ts'
import { memoryHits, memoryTerms, showShort } from './memory-words.ts'

/** LP101 */
export const vramOver: Rule = {
  id: 'LP101',
  scope: 'target',
  title: 'VRAM over',
  severity: 'error',
  why: 'What does not fit on the device is refused when the model loads, or spills into system memory and slows down many times.',
  remedy:
    'Ask for a smaller context, fewer layers on the GPU, a smaller micro-batch, a quantised cache or a smaller file.',
  check: (context) => memoryHits(context, 'device', 'over'),
  fixes: deviceMemoryFixes,
  sentence: (args) =>
    `Needs ${showGib(num(args, 'need'))}; ${str(args, 'device')} leaves ${showGib(num(args, 'usable'))}: ` +
    `${showShort(args)} short. Sum: ${memoryTerms(args)}.`,
}

/** LP102 */
export const vramNear: Rule = {
  id: 'LP102',
  scope: 'target',
  title: 'VRAM near its limit',
  severity: 'warning',
  why: 'Above 90 % of the usable memory, a browser window or a second program on the device can tip it over.',
  remedy: 'Leave some memory free: a slightly smaller context or micro-batch, or a layer less on the GPU.',
  check: (context) => memoryHits(context, 'device', 'near'),
  fixes: deviceMemoryFixes,
  sentence: (args) =>
    `Needs ${showGib(num(args, 'need'))}, over 90 % of the ${showGib(num(args, 'usable'))} that ` +
    `${str(args, 'device')} leaves. Sum: ${memoryTerms(args)}.`,
}
