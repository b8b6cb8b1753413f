import type { AllocationRow, ModelReading, Reading, RunEvent, RuntimeConfig } from '../core.ts'

/** Readings that are kept for the sparklines: eight minutes at one every two seconds. */
const KEPT_READINGS = 240
const KEPT_LINES = 200

/** All that the dashboard shows. */
export type WatchView = {
  readonly status: 'starting' | 'running' | 'ended' | 'stopping'
  readonly url: string | null
  readonly config: RuntimeConfig | null
  readonly readings: readonly Reading[]
  readonly allocation: readonly AllocationRow[]
  readonly lines: readonly string[]
  /** Of several models, those that are loaded. */
  readonly models: readonly ModelReading[]
  /** A set of models runs: what each allocated is told in lines. */
  readonly several: boolean
}

export const FIRST_VIEW: WatchView = {
  status: 'starting',
  url: null,
  config: null,
  readings: [],
  allocation: [],
  lines: [],
  models: [],
  several: false,
}

/** The view after something happened. `said`: what it means in words. */
export function afterEvent(view: WatchView, event: RunEvent, said: readonly string[]): WatchView {
  const lines = said.length === 0 ? view.lines : [...view.lines, ...said].slice(-KEPT_LINES)
  const next = { ...view, lines }
  switch (event.kind) {
    case 'starting':
      return { ...next, status: view.status === 'stopping' ? 'stopping' : 'starting', config: event.config }
    case 'ready':
      return { ...next, status: 'running', url: event.url, config: event.config, allocation: event.allocation }
    case 'set starting':
      return { ...next, status: view.status === 'stopping' ? 'stopping' : 'starting', several: true }
    case 'set ready':
      return { ...next, status: 'running', url: event.url }
    case 'reading':
      return {
        ...next,
        readings: [...view.readings, event.reading].slice(-KEPT_READINGS),
        models: event.models ?? [],
      }
    case 'trouble':
      return { ...next, status: event.again_in_s === null ? 'ended' : 'starting' }
    default:
      return next
  }
}
