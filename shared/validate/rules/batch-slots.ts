import { DEFAULT_N_BATCH } from '../../estimate/memory-settings.ts'
import { num } from '../args.ts'
import type { Rule } from '../rule.ts'

/** LP310. llama.cpp aborts (src/llama-context.cpp output_reserve: n_outputs_max <= cparams.n_outputs_max). */
export const batchHoldsSlots: Rule = {
  id: 'LP310',
  scope: 'config',
  title: 'More slots than the batch has tokens',
  severity: 'error',
  why: 'llama.cpp reserves a row of output for every slot and aborts at the start when the batch has fewer tokens.',
  remedy: 'Raise n_batch to n_parallel at least, or ask for fewer slots.',
  check: ({ config }) => {
    const { n_parallel = 1, n_batch = DEFAULT_N_BATCH } = config.settings
    if (n_parallel <= n_batch) return []
    return [{ path: ['settings', 'n_batch'], args: { n_parallel, n_batch } }]
  },
  fixes: ({ config }) => [{ path: ['settings', 'n_batch'], values: [config.settings.n_parallel ?? 1] }],
  sentence: (args) =>
    `n_batch is ${num(args, 'n_batch')}, fewer than the ${num(args, 'n_parallel')} slots of n_parallel; llama.cpp aborts at the start.`,
}
