import type { Plan } from '../core.ts'
import type { Lazy } from './lazy.ts'

/** Whether a model fits: wholly, with a part on the CPU beside a GPU, not at all; `unread` is no model at all. */
export type Verdict = 'fits' | 'partly' | 'no' | 'unread' | 'pending'

export function verdictOf(plan: Lazy<Plan>): Verdict {
  if (plan.state === 'pending') return 'pending'
  // The planner's refusal says "does not fit"; anything else is trouble with the file.
  if (plan.state === 'failed') return /does not fit/.test(plan.message) ? 'no' : 'unread'
  const { config, target } = plan.value
  const { n_gpu_layers, n_cpu_moe = 0 } = config.settings
  return target.devices.length === 0 || (n_gpu_layers === -1 && n_cpu_moe === 0) ? 'fits' : 'partly'
}
