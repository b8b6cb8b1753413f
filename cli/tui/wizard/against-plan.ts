import { gib, type Speed } from '../core.ts'
import { deviceLabel } from '../device-label.ts'
import { remember } from './remember.ts'
import type { TuneView } from './tune-rows.ts'
import { tunedOf } from './tuned.ts'

/**
 * What the rows that were set by hand cost and bring, in one line; null while the plan is as it was.
 * `CUDA0 +1.4 GiB, RAM -0.3 GiB, answers -3 %`
 */
export const againstPlan = remember((tune: TuneView): string | null => {
  if (tune.config === tune.plan.config) return null
  const planned = tunedOf(tune.plan, {}, tune.model)
  const before = planned.report.pairs[0]?.lines ?? []
  const parts = (tune.report.pairs[0]?.lines ?? []).flatMap(({ name, need_bytes }) => {
    const by = gib(need_bytes - (before.find((line) => line.name === name)?.need_bytes ?? 0))
    return Math.abs(by) < 0.05 ? [] : [`${deviceLabel(name).id || name} ${signed(by, 1)} GiB`]
  })
  const speeds = [
    speedChange('answers', planned.throughput.tg, tune.throughput.tg),
    speedChange('prompts', planned.throughput.pp, tune.throughput.pp),
  ]
  const all = [...parts, ...speeds.flatMap((one) => (one === null ? [] : [one]))]
  return all.length === 0 ? 'the same memory and speed' : all.join(', ')
})

function speedChange(what: string, before: Speed | null, after: Speed | null): string | null {
  if (before === null || after === null || before.tokens_per_s === 0) return null
  const percent = (after.tokens_per_s / before.tokens_per_s - 1) * 100
  return Math.abs(percent) < 0.5 ? null : `${what} ${signed(percent, 0)} %`
}

function signed(value: number, digits: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(digits)}`
}
