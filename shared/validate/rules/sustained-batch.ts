import { DEFAULT_N_BATCH, DEFAULT_N_UBATCH } from '../../estimate/memory-settings.ts'
import { num } from '../args.ts'
import type { Rule } from '../rule.ts'

/** LP203 */
export const sustainedBatch: Rule = {
  id: 'LP203',
  scope: 'target',
  title: 'Micro-batch too large for a passively cooled device',
  severity: 'warning',
  why: 'A phone throttles within a minute under large micro-batches, and is then slower than with small ones.',
  remedy: 'Keep n_ubatch at or below the size that the device sustains.',
  check: ({ config, target }) => {
    const { n_ubatch = DEFAULT_N_UBATCH, n_batch = DEFAULT_N_BATCH } = config.settings
    const used = Math.min(n_ubatch, n_batch)
    const sustained = target.sustained_n_ubatch
    if (sustained === null || used <= sustained) return []
    const explicit = config.settings.n_ubatch !== undefined
    return [{ path: ['settings', 'n_ubatch'], args: { n_ubatch: used, sustained, explicit } }]
  },
  fixes: ({ hit, targets }) => [
    {
      path: hit.path,
      values: [Math.min(...targets.map(({ target }) => target.sustained_n_ubatch ?? DEFAULT_N_UBATCH))],
    },
  ],
  sentence: (args) =>
    `n_ubatch is ${num(args, 'n_ubatch')}${args['explicit'] === false ? ' by default' : ''}; ` +
    `this device sustains ${num(args, 'sustained')} without throttling.`,
}
