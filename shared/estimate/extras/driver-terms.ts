import type { Backend } from '../../backend.ts'
import observed from '../../../profiles/driver-overhead/observed.json' with { type: 'json' }
import { MIB } from '../../units.ts'
import type { ExtraTerm } from './extra-term.ts'

/** Figures of one phase, in MiB. */
type Figures = {
  readonly n: number
  readonly min_mib: number
  readonly median_mib: number
  readonly p90_mib: number
  readonly max_mib: number
  readonly devices: readonly string[]
}

/** What real devices hold beside llama.cpp's buffers, once a model is loaded and before. */
type Observed = { readonly loaded?: Figures; readonly before?: Figures }

const BACKENDS: Readonly<Partial<Record<Backend, Observed>>> = observed.backends

/**
 * Driver, context of the program, libraries' workspaces and a desktop: what a device holds beside llama.cpp's buffers, from
 * logs of real ones. A target's usable memory has its own reserve for the same, so a budget must not count both.
 */
export function driverTerms(backend: Backend | undefined, n_devices: number): ExtraTerm[] {
  if (backend === undefined) return []
  const { loaded, before } = BACKENDS[backend] ?? {}
  const first = loaded ?? before
  if (first === undefined) return []
  const both = [loaded, before].filter((figures) => figures !== undefined)
  const n = both.reduce((sum, figures) => sum + figures.n, 0)
  const term = {
    bytes: first.median_mib * MIB,
    low: Math.min(...both.map(({ min_mib }) => min_mib)) * MIB,
    high: Math.max(first.median_mib, ...both.map(({ p90_mib }) => p90_mib)) * MIB,
    source: `driver, context, libraries and desktop: median of logs of real devices (${backend}, n = ${n}); usable memory already leaves room for it`,
  }
  return Array.from({ length: n_devices }, (_, place) => ({ id: 'driver.overhead', place, ...term }))
}
