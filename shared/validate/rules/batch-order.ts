import { DEFAULT_N_BATCH } from '../../estimate/memory-settings.ts'
import { num } from '../args.ts'
import type { Rule } from '../rule.ts'

/** LP302. llama.cpp clamps it (src/llama-context.cpp, constructor). */
export const batchOrder: Rule = {
  id: 'LP302',
  scope: 'config',
  title: 'Micro-batch over batch',
  severity: 'warning',
  why: 'llama.cpp cuts the micro-batch to the batch without a word, so the setting does not do what it says.',
  remedy: 'Raise n_batch, or lower n_ubatch to it.',
  check: ({ config }) => {
    const { n_ubatch, n_batch = DEFAULT_N_BATCH } = config.settings
    if (n_ubatch === undefined || n_ubatch <= n_batch) return []
    return [{ path: ['settings', 'n_ubatch'], args: { n_ubatch, n_batch } }]
  },
  fixes: ({ config }) => [{ path: ['settings', 'n_ubatch'], values: [config.settings.n_batch ?? DEFAULT_N_BATCH] }],
  sentence: (args) =>
    `n_ubatch is ${num(args, 'n_ubatch')} but n_batch only ${num(args, 'n_batch')}; llama.cpp cuts it to that.`,
}
