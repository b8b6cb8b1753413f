import observed from '../../profiles/driver-overhead/observed.json' with { type: 'json' }
import type { Backend } from '../backend.ts'
import { addUpGib, MIB } from '../units.ts'
import { type BudgetLine, lineOf } from './budget.ts'

/** Models of which all, or with `swap` one at a time, are loaded. */
export type LoadGroup = { readonly swap: boolean; readonly members: readonly string[] }

/** What each loaded model asks of every memory of one target. */
export type LoadedLines = ReadonlyMap<string, readonly BudgetLine[]>

type Figures = { readonly loaded?: { readonly min_mib: number }; readonly before?: { readonly min_mib: number } }

/**
 * Bytes that every further process holds on a device beside llama.cpp's buffers: the least that logs of real devices show
 * (profiles/driver-overhead). A target's usable memory leaves room for one process already.
 */
export function processOverhead(backend: Backend): number {
  const figures = (observed.backends as Readonly<Partial<Record<Backend, Figures>>>)[backend]
  return (figures?.loaded?.min_mib ?? figures?.before?.min_mib ?? 0) * MIB
}

/** The worst that a set asks of one memory, and which member takes how much of it. */
export type TogetherLine = { readonly line: BudgetLine; readonly parts: readonly { name: string; bytes: number }[] }

/**
 * The most that a set of models ever asks of each memory: all members of the groups that stay loaded, and of each group
 * that swaps the member that needs most of this very memory. Empty where a member's need is not known.
 * @param backend of the devices, for what each further process holds there
 */
export function linesTogether(lines: LoadedLines, groups: readonly LoadGroup[], backend: Backend): TogetherLine[] {
  const all = groups.flatMap(({ members }) => members)
  const own = all.map((name) => lines.get(name) ?? [])
  if (own.some((one) => one.length === 0)) return []
  // A member that runs on the CPU alone has no lines for devices; the host is the last line of each.
  const widest = own.reduce((most, one) => (one.length > most.length ? one : most))
  const processes = groups.reduce((sum, { swap, members }) => sum + (swap ? 1 : members.length), 0)
  return widest.map((line, at) => {
    const of = (name: string) => {
      const one = lines.get(name) ?? []
      return line.kind === 'host' ? one.at(-1) : one.slice(0, -1)[at]
    }
    const bytesOf = (name: string) => of(name)?.need_bytes ?? 0
    const loaded = groups.flatMap(({ swap, members }) =>
      swap ? [members.reduce((most, name) => (bytesOf(name) > bytesOf(most) ? name : most))] : members,
    )
    const further = line.kind === 'device' ? (processes - 1) * processOverhead(backend) : 0
    const need = loaded.reduce(
      (sum, name) => {
        const { model, context, compute } = of(name)?.need ?? NOTHING
        return { model: sum.model + model, context: sum.context + context, compute: sum.compute + compute }
      },
      { ...NOTHING, compute: further },
    )
    const parts = loaded.map((name) => ({ name, bytes: bytesOf(name) })).filter(({ bytes }) => bytes > 0)
    return { line: lineOf(line.kind, line.name, need, line.usable), parts }
  })
}

/**
 * `chat 5.2 GiB`, `further processes 0.4 GiB`: the parts of a sum as a reader adds them up, with what each process but the
 * first holds beside its model.
 */
export function partsText({ line, parts }: TogetherLine): string[] {
  const further = line.need_bytes - parts.reduce((sum, { bytes }) => sum + bytes, 0)
  const all = further > 0 ? [...parts, { name: 'further processes', bytes: further }] : parts
  const shown = addUpGib(
    line.need_bytes,
    all.map(({ bytes }) => bytes),
  )
  return all.map(({ name }, at) => `${name} ${shown[at]} GiB`)
}

const NOTHING = { model: 0, context: 0, compute: 0 }
