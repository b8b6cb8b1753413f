import type { RunEvent } from '../../shared/adapt/run-event.ts'
import type { EngineTrouble } from '../../shared/run/engine-end.ts'
import type { Reading } from '../../shared/run/reading.ts'
import { allocationLines } from './allocation-lines.ts'
import { showSize } from './size.ts'
import type { Expected } from './expected.ts'
import { changeWords } from './prepare.ts'

export type LineContext = {
  readonly expected: Expected | null
  readonly version: string | null
  /** What is expected of each of several models; absent for one. */
  readonly models?: ReadonlyMap<string, Expected | null>
}

/** What an event means to a person, in lines; none for what is shown elsewhere. */
export function eventLines(event: RunEvent, { version }: LineContext): readonly string[] {
  switch (event.kind) {
    case 'starting':
    case 'set starting':
    case 'reading':
    case 'line':
      return []
    case 'ready': {
      const { settings } = event.config
      const slots = settings.n_parallel ?? 1
      const size = `${slots} ${slots === 1 ? 'slot' : 'slots'}, context ${settings.n_ctx ?? 'of the model'}`
      return [
        `ready after ${event.seconds.toFixed(1)} s at ${event.url} (${size})`,
        ...allocationLines(event.allocation, event.config, version),
      ]
    }
    case 'set ready': {
      const models = event.set.members.map(({ name }) => name).join(', ')
      return [`ready after ${event.seconds.toFixed(1)} s at ${event.url} (${models}; ${event.at_once} at once)`]
    }
    case 'swapped': {
      const { from, to, kept, restored, seconds } = event
      const caches = kept + restored === 0 ? '' : `, ${kept} of its caches kept, ${restored} restored`
      return [`${from} made room for ${to} in ${seconds.toFixed(1)} s${caches}`]
    }
    case 'model':
      return modelLines(event, version)
    case 'trouble':
      return troubleLines(event)
    case 'adapting':
      return [`${event.decision.reason}: ${changeWords(event.from, event.decision.to)}`]
    case 'adapted': {
      const { kept, restored, seconds } = event
      const talk = kept === 0 ? '' : `, ${restored} of ${kept} conversations kept`
      return [`changed in ${seconds.toFixed(1)} s${talk}`]
    }
    case 'not adapted':
      return [`not changed: ${event.why}`]
  }
}

function modelLines(event: Extract<RunEvent, { kind: 'model' }>, version: string | null): string[] {
  const { name, change, config, allocation, trouble } = event
  switch (change) {
    case 'loaded':
      return [`${name} is loaded`, ...allocationLines(allocation, config, version).map((line) => `${name}: ${line}`)]
    case 'unloaded':
      // Who has taken its place is told beside it.
      return []
    case 'failed':
      return [`${name} failed: ${trouble === null ? 'its llama-server ended' : troubleSentence(trouble)}`]
  }
}

function troubleLines(event: Extract<RunEvent, { kind: 'trouble' }>): string[] {
  const { trouble, config, smaller, again_in_s } = event
  const again = again_in_s === null ? [] : [`starting it again in ${again_in_s} s`]
  return [
    troubleSentence(trouble),
    ...(smaller === null || config === null
      ? []
      : [`the smallest change that would fit: ${changeWords(config, smaller)}`]),
    ...again,
  ]
}

/** Why the engine ended, and what mends it, as one sentence. */
export function troubleSentence(trouble: EngineTrouble): string {
  switch (trouble.kind) {
    case 'out of memory': {
      const where = trouble.device === null ? '' : ` on ${trouble.device}`
      const size = trouble.bytes === null ? '' : ` (${showSize(trouble.bytes)} asked for)`
      return `llama-server ran out of memory${where}${size}`
    }
    case 'port in use':
      return `llama-server could not listen on ${trouble.where}: another program does; take another with --port N`
    case 'bad argument':
      return `llama-server does not take an argument: ${trouble.what}`
    case 'model':
      return `llama-server ${trouble.what}`
    case 'killed':
      return 'llama-server was killed, by someone or by the system when memory ran out'
    case 'crash':
      return `llama-server crashed: ${trouble.what}`
  }
}

/** How the engine does now, on one line. */
export function readingLine(reading: Reading, expected: Expected | null): string {
  const speed = (value: number | null) => (value === null ? '-' : String(Number(value.toPrecision(3))))
  const hot = reading.health.filter(({ temperature_c }) => temperature_c !== null)
  const throttled = [...new Set(reading.health.flatMap(({ throttled: reasons }) => reasons))]
  return [
    `decode ${speed(reading.decode_tokens_per_s)} tok/s${expected === null ? '' : ` (expected ${speed(expected.tokens_per_s)})`}`,
    `prompt ${speed(reading.prompt_tokens_per_s)}`,
    `${reading.slots_busy}/${reading.slots_total} slots`,
    ...(reading.requests_waiting > 0 ? [`${reading.requests_waiting} waiting`] : []),
    `context ${reading.context_used}/${reading.context_total}`,
    ...(reading.engine_bytes === null ? [] : [showSize(reading.engine_bytes)]),
    ...hot.slice(0, 2).map(({ device, temperature_c }) => `${device} ${Math.round(temperature_c ?? 0)} C`),
    ...(throttled.length === 0 ? [] : [`slowed by ${throttled.join(', ')}`]),
  ].join('  ')
}
