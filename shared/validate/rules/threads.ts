import type { FindingArgs } from '../../finding.ts'
import { num, str } from '../args.ts'
import type { FixProblem, FixStep, Hit, Rule } from '../rule.ts'
import type { TargetContext } from '../target-context.ts'

/** A snapshot's cores are those that its container's quota and affinity leave; they count as the physical ones. */
function coreLimit({ target }: TargetContext): number {
  return target.cpu.physical_cores
}

function overCores(context: TargetContext, key: 'n_threads' | 'n_threads_batch'): Hit[] {
  const threads = context.config.settings[key]
  const cores = coreLimit(context)
  if (threads === undefined || threads <= cores) return []
  const { origin, cpu } = context.target
  const args = { key, threads, cores, detected: origin === 'snapshot', assumed: cpu.assumed }
  return [{ path: ['settings', key], args }]
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
  fixes: coresEverywhere,
  sentence: (args) => `${str(args, 'key')} is ${num(args, 'threads')}; ${coresOf(args)}.`,
}

/** For generation efficiency cores do not count where there are others (LP202), unless nothing else will do. */
function coresEverywhere({ hit, targets }: FixProblem): FixStep[] {
  const fewest = Math.min(...targets.map(coreLimit))
  const fast = Math.min(...targets.map((at) => at.target.cpu.performance_cores || coreLimit(at)), fewest)
  return [{ path: hit.path, values: hit.path[1] === 'n_threads' ? [fast, fewest] : [fewest] }]
}

function coresOf(args: FindingArgs): string {
  const cores = num(args, 'cores')
  if (args['assumed'] === true) return `the CPU assumed for this target has ${cores} physical cores`
  return args['detected'] === true
    ? `the target has ${cores} cores to use, after affinity and any quota`
    : `the target has ${cores} physical cores`
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
