import type { FindingArgs } from '../../finding.ts'
import { num, str } from '../args.ts'
import type { FixProblem, FixStep, Hit, Rule } from '../rule.ts'
import type { TargetContext } from '../target-context.ts'

/**
 * Cores that a process can use here: a container's quota counts as the core count. `usable_cores` is at most the
 * performance cores, so on a snapshot only a number below those tells of a limit.
 */
function coreLimit({ target }: TargetContext): number {
  const { physical_cores, performance_cores, usable_cores } = target.cpu
  const limited = target.origin === 'snapshot' && usable_cores < performance_cores
  return limited ? Math.min(usable_cores, physical_cores) : physical_cores
}

function overCores(context: TargetContext, key: 'n_threads' | 'n_threads_batch'): Hit[] {
  const threads = context.config.settings[key]
  const cores = coreLimit(context)
  if (threads === undefined || threads <= cores) return []
  const { physical_cores, assumed } = context.target.cpu
  const path = ['settings', key]
  return [{ path, args: { key, threads, cores, physical: physical_cores, limited: cores < physical_cores, assumed } }]
}

/** LP201 */
export const threadsOverCores: Rule = {
  id: 'LP201',
  scope: 'target',
  per_key: true,
  title: 'More threads than cores',
  severity: 'error',
  why: 'The threads of a step wait for the slowest; with more than there are cores each step waits for the scheduler, up to many times slower.',
  remedy: 'Use at most one thread per physical core, and in a container at most its CPU quota.',
  check: (context) => [...overCores(context, 'n_threads'), ...overCores(context, 'n_threads_batch')],
  fixes: ({ hit, targets }) => [{ path: hit.path, values: [Math.min(...targets.map(coreLimit))] }],
  sentence: (args) => `${str(args, 'key')} is ${num(args, 'threads')}; ${coresOf(args)}.`,
}

function coresOf(args: FindingArgs): string {
  const who = args['assumed'] === true ? 'the CPU assumed for this target' : 'the target'
  return args['limited'] === true
    ? `${who} may use ${num(args, 'cores')} of its ${num(args, 'physical')} physical cores`
    : `${who} has ${num(args, 'cores')} physical cores`
}

/** LP202 */
export const threadsOverPerformanceCores: Rule = {
  id: 'LP202',
  scope: 'target',
  title: 'More threads than performance cores',
  severity: 'warning',
  why: 'Work is shared out evenly, so a step takes as long as its slowest core: efficiency cores hold the fast ones back.',
  remedy: 'Use one thread per performance core for generation; n_threads_batch may use all cores.',
  check: (context) => {
    const { performance_cores, efficiency_cores } = context.target.cpu
    const threads = context.config.settings.n_threads
    const mixed = performance_cores > 0 && efficiency_cores > 0
    if (!mixed || threads === undefined || threads <= performance_cores || threads > coreLimit(context)) return []
    return [
      {
        path: ['settings', 'n_threads'],
        args: { threads, performance: performance_cores, efficiency: efficiency_cores },
      },
    ]
  },
  fixes: fewestPerformanceCores,
  sentence: (args) =>
    `n_threads is ${num(args, 'threads')}; the target has ${num(args, 'performance')} performance cores, ` +
    `and its ${num(args, 'efficiency')} efficiency cores would hold them back.`,
}

function fewestPerformanceCores({ hit, targets }: FixProblem): FixStep[] {
  return [{ path: hit.path, values: [Math.min(...targets.map(({ target }) => target.cpu.performance_cores))] }]
}
