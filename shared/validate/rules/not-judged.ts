import { showGib } from '../../units.ts'
import { num, str } from '../args.ts'
import type { Rule } from '../rule.ts'

/** LP010: without a model. A target whose memory has no number is `memoryUnknown`'s. */
export const modelUnknown: Rule = {
  id: 'LP010',
  scope: 'config',
  title: 'Model facts missing',
  severity: 'error',
  why: 'Memory depends on the model: without its facts nobody can say whether the config fits, and silence would look like a pass.',
  remedy:
    'Embed the facts under the key model (lp-tui generate does), give a facts file, or put the GGUF where model_path points.',
  check: ({ model, trouble }) => {
    if (model !== null) return []
    if (trouble === null) return [{ path: ['model_path'], args: { reason: 'no_facts' } }]
    return [{ path: ['model'], args: { reason: 'unusable', detail: trouble.slice(0, 300) } }]
  },
  sentence: (args) =>
    str(args, 'reason') === 'unusable'
      ? `Not judged: the model facts cannot be used. ${str(args, 'detail')}`
      : 'Not judged: nothing is known of this model, so its memory cannot be computed.',
}

/** LP011 */
export const memoryUnknown: Rule = {
  id: 'LP011',
  scope: 'target',
  title: 'Device memory unknown',
  severity: 'error',
  why: 'The target does not say how much memory this device has, so nobody can say whether the config fits.',
  remedy: 'Use a profile with a known size, or a snapshot taken where the driver answers.',
  check: ({ lines }) =>
    lines
      .filter(({ state }) => state === 'unknown')
      .map(({ name, need_bytes }) => ({ path: ['backend'], args: { device: name, need: need_bytes } })),
  sentence: (args) =>
    `Not judged: ${showGib(num(args, 'need'))} would go to ${str(args, 'device')}, whose memory size is unknown.`,
}
