import { partsText, type TogetherLine } from '../../shared/estimate/together.ts'
import type { SetPlan } from '../../shared/plan/set/make-set-plan.ts'
import { showGib } from '../../shared/units.ts'
import { tableLines } from './fields.ts'

/** The plan of a set for people: a row a model, what is loaded together, and what the worst of it needs. */
export function setLines({ target, members, together, set, notes }: SetPlan): string[] {
  const rows = members.map(({ member, plan: { config, throughput }, swaps }) => {
    const { n_ctx, n_gpu_layers, cache_type_k = 'f16', n_cpu_moe = 0 } = config.settings
    const speed = throughput.tg === null ? 'unknown' : `${Number(throughput.tg.tokens_per_s.toPrecision(3))} tok/s`
    const layers = n_gpu_layers === -1 ? 'all' : `${n_gpu_layers ?? 'all'}`
    return [
      member.name,
      config.model?.name ?? '',
      config.metadata?.precision ?? '',
      swaps ? 'swaps' : 'stays',
      `${n_ctx ?? ''}`,
      cache_type_k,
      n_cpu_moe > 0 ? `${layers} (${n_cpu_moe} without experts)` : layers,
      speed,
    ]
  })
  const head = ['name', 'model', 'precision', 'loaded', 'context', 'cache', 'layers on GPU', 'decode']
  return [
    `${members.length} models on ${target.display_name} (${target.id})`,
    '',
    ...tableLines([head, ...rows], [4]),
    '',
    'loaded at the same time:',
    ...set.groups.map(({ swap, members: names }) => `  ${swap ? 'one at a time of' : 'always'} ${names.join(', ')}`),
    '',
    'at the worst:',
    ...tableLines(together.map(memoryRow)).map((line) => `  ${line}`),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `note: ${note}`)]),
  ]
}

function memoryRow(together: TogetherLine): string[] {
  const { line } = together
  const usable = line.usable?.bytes ?? 0
  const share = usable > 0 ? `of ${showGib(usable)} usable (${Math.round((line.need_bytes / usable) * 100)} %)` : ''
  return [line.name, showGib(line.need_bytes), share, partsText(together).join(', ')]
}
