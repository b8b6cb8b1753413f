import { NEAR } from '../../estimate/budget.ts'
import type { FindingArgs, JsonPath } from '../../finding.ts'
import { addUpGib, toTenths } from '../../units.ts'
import { num, str } from '../args.ts'
import type { BudgetLine } from '../../estimate/budget.ts'
import type { Hit } from '../rule.ts'
import type { TargetContext } from '../target-context.ts'

/** The lines of one kind in one state, as findings with their arithmetic (LP101 to LP104). */
export function memoryHits(context: TargetContext, kind: BudgetLine['kind'], state: BudgetLine['state']): Hit[] {
  return context.lines
    .filter((line) => line.kind === kind && line.state === state)
    .map((line) => ({ path: decidingKey(context, line), args: memoryArgs(context, line) }))
}

/**
 * The key to blame: the context when the memory would suffice with less of it, else what puts the model there.
 * A model that is too large for a machine without a GPU is the model's own fault.
 */
function decidingKey({ placement }: TargetContext, line: BudgetLine): JsonPath {
  const budget = (line.usable?.bytes ?? 0) * (line.state === 'near' ? NEAR : 1)
  if (line.need.model + line.need.compute <= budget) return ['settings', 'n_ctx']
  return placement?.devices ? ['settings', 'n_gpu_layers'] : ['model_path']
}

function memoryArgs({ model, target, estimate, placement }: TargetContext, line: BudgetLine): FindingArgs {
  const usable = line.usable?.bytes ?? 0
  return {
    device: line.name,
    need: line.need_bytes,
    usable,
    usable_source: line.usable?.source ?? '',
    short_by: Math.max(0, line.need_bytes - usable),
    weights: line.need.model,
    cache: line.need.context,
    compute: line.need.compute,
    program: estimate?.program ?? 'server',
    unified: target.unified,
    assumed: line.kind === 'host' && target.host.assumed,
    ...(model && {
      n_ctx: model.settings.n_ctx,
      cache_type_k: model.settings.cache_type_k,
      cache_type_v: model.settings.cache_type_v,
      n_gpu_layers: placement?.devices ? model.settings.n_gpu_layers : 0,
      n_layers: model.hparams.n_layer_all + 1,
    }),
  }
}

/** `weights 4.7 + KV cache 2.1 + compute 0.5 GiB (n_ctx 32768, cache f16/f16, 33 of 33 layers on the GPU)`. */
export function memoryTerms(args: FindingArgs): string {
  const parts = addUpGib(num(args, 'need'), [num(args, 'weights'), num(args, 'cache'), num(args, 'compute')])
  const names = ['weights', 'KV cache', 'compute']
  const sum = names.map((name, index) => `${name} ${parts[index]}`).join(' + ')
  const cache = `${str(args, 'cache_type_k')}/${str(args, 'cache_type_v')}`
  const layers = `${num(args, 'n_gpu_layers')} of ${num(args, 'n_layers')} layers on the GPU`
  return `${sum} GiB (n_ctx ${num(args, 'n_ctx')}, cache ${cache}, ${layers})`
}

/** The memory's name; says so when the host is only assumed. */
export function memoryOf(args: FindingArgs): string {
  return args['assumed'] === true ? `the ${str(args, 'device')} assumed for this target` : str(args, 'device')
}

/** The shortage as the difference of the numbers shown, so that a reader can check it; never 0.0. */
export function showShort(args: FindingArgs): string {
  const tenths = toTenths(num(args, 'need')) - toTenths(num(args, 'usable'))
  return tenths > 0 ? `${(tenths / 10).toFixed(1)} GiB` : 'less than 0.1 GiB'
}
