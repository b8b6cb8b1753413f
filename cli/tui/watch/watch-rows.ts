import { type HealthReading, totalOf, type Reading } from '../core.ts'
import { showSize } from '../../running/size.ts'
import type { Expected } from '../../running/expected.ts'
import { duration } from '../../running/summary-lines.ts'
import { cell, speedNumber } from '../format.ts'
import type { Glyphs, Tone } from '../theme.ts'
import { ASCII_HEIGHTS, BLOCKS, sparkline } from './sparkline.ts'
import type { WatchView } from './watch-view.ts'

/** A row of the screen: pieces of text, each in a tone. */
export type Row = readonly { readonly text: string; readonly tone: Tone; readonly bold?: boolean }[]

export type WatchLook = {
  readonly columns: number
  readonly rows: number
  readonly glyphs: Glyphs
  readonly model: string
  readonly expected: Expected | null
  /** What is expected of each of several models; absent for one. */
  readonly models?: ReadonlyMap<string, Expected | null>
}

const LABEL = 10
const MODEL_LABEL = 16
const piece = (text: string, tone: Tone = 'plain', bold = false) => ({ text, tone, bold })
const BLANK: Row = [piece('')]

/** The whole dashboard, exactly `rows` rows: figures above, the log in what is left below. */
export function watchRows(view: WatchView, look: WatchLook): readonly Row[] {
  const above = [header(view, look), [piece(look.glyphs.rule.repeat(look.columns), 'quiet')]]
  const body = [...speedRows(view, look), ...loadRows(view, look), ...modelRows(view, look)]
  const roomForMore = look.rows - above.length - body.length - 4
  const memory = titled('Memory', memoryRows(view, look))
  const machine = titled('Machine', machineRows(view.readings.at(-1)?.health ?? [], look))
  const more = [...memory, ...machine].slice(0, Math.max(0, roomForMore))
  const room = Math.max(0, look.rows - above.length - body.length - more.length - 2)
  const log = view.lines.slice(-room).map((said): Row => [piece(` ${cell(said, look.columns - 1)}`, 'quiet')])
  const filled = [...above, ...body, ...more, BLANK, ...log]
  while (filled.length < look.rows - 1) filled.push(BLANK)
  return [...filled.slice(0, look.rows - 1), footer(view)]
}

function header({ status, url, readings }: WatchView, { columns, model }: WatchLook): Row {
  const first = readings[0]
  const last = readings.at(-1)
  const time = first === undefined || last === undefined ? '' : ` ${duration(last.at_s - first.at_s)}`
  const right = `${status}${status === 'running' ? time : ''} `
  const left = ` llama-pajamas-run  `
  const room = Math.max(0, columns - left.length - right.length - 1)
  const both = `${model}${url === null ? '' : `  ${url}`}`
  // Where there is no room for both, the address is what one needs.
  const middle = cell(both.length > room && url !== null ? url : both, room)
  const tone = status === 'running' ? 'ok' : status === 'ended' ? 'error' : 'warning'
  return [piece(left, 'accent', true), piece(middle), piece(' '), piece(right, tone)]
}

function speedRows({ readings, several }: WatchView, look: WatchLook): Row[] {
  const { expected, columns } = look
  const lastOf = (key: 'decode_tokens_per_s' | 'prompt_tokens_per_s') =>
    readings.findLast((reading) => reading[key] !== null)?.[key] ?? null
  const figure = (value: number | null) => (value === null ? '-' : `${speedNumber(value)} tok/s`)
  const beside =
    expected === null
      ? several
        ? 'mean of the models'
        : 'nothing expected'
      : columns < 76
        ? `of ${speedNumber(expected.tokens_per_s)}`
        : `expected ${speedNumber(expected.tokens_per_s)} (${speedNumber(expected.low)} to ${speedNumber(expected.high)})`
  const text = columns < 76 ? 10 : 32
  const decode = lastOf('decode_tokens_per_s')
  const slow = decode !== null && expected !== null && decode < expected.low
  return [
    row(look, 'Decode', [
      piece(cell(figure(decode), 14), slow ? 'warning' : 'ok', true),
      piece(cell(beside, text), 'quiet'),
      piece(line(look, readings, 'decode_tokens_per_s', 14 + text, expected?.tokens_per_s), 'accent'),
    ]),
    row(look, 'Prompt', [
      piece(cell(figure(lastOf('prompt_tokens_per_s')), 14), 'plain', true),
      piece(cell('', text)),
      piece(line(look, readings, 'prompt_tokens_per_s', 14 + text), 'accent'),
    ]),
  ]
}

function line(
  { columns, glyphs }: WatchLook,
  readings: readonly Reading[],
  key: 'decode_tokens_per_s' | 'prompt_tokens_per_s',
  taken: number,
  full = 0,
): string {
  const heights = glyphs.arrows ? BLOCKS : ASCII_HEIGHTS
  return sparkline(
    readings.map((reading) => reading[key]),
    Math.max(0, columns - LABEL - taken - 2),
    heights,
    full,
  )
}

function loadRows({ readings }: WatchView, look: WatchLook): Row[] {
  const last = readings.at(-1)
  const waiting = last?.requests_waiting ?? 0
  const words = waiting > 0 ? `, ${waiting} waiting` : ''
  const width = Math.min(24, Math.max(8, look.columns - 50))
  return [
    row(look, 'Slots', [
      piece(bar(look, last?.slots_busy ?? 0, last?.slots_total ?? 0, width), 'accent'),
      piece(`  ${last?.slots_busy ?? 0} of ${last?.slots_total ?? 0} busy${words}`, waiting > 0 ? 'warning' : 'plain'),
    ]),
    row(look, 'Context', [
      piece(bar(look, last?.context_used ?? 0, last?.context_total ?? 0, width), 'accent'),
      piece(`  ${last?.context_used ?? 0} of ${last?.context_total ?? 0} tokens`),
    ]),
  ]
}

/** A row for each loaded model of several. */
function modelRows({ models }: WatchView, look: WatchLook): readonly Row[] {
  const rows = models.map(({ name, reading }) => {
    const expected = look.models?.get(name) ?? null
    const { decode_tokens_per_s: decode, slots_busy, slots_total, context_used, context_total } = reading
    const speed = decode === null ? '-' : `${speedNumber(decode)} tok/s`
    const hoped = expected === null ? '' : `of ${speedNumber(expected.tokens_per_s)}`
    return row(
      look,
      ` ${name}`,
      [
        piece(cell(speed, 14), 'plain', true),
        piece(cell(hoped, 10), 'quiet'),
        piece(`${slots_busy} of ${slots_total} busy, ${context_used} of ${context_total} tokens`),
      ],
      MODEL_LABEL,
    )
  })
  return titled('Models', rows)
}

function memoryRows({ allocation, readings, several }: WatchView, look: WatchLook): Row[] {
  const last = readings.at(-1)
  const free = (kind: 'device' | 'host', index: number): number | null => {
    if (kind === 'host') return last?.available_bytes ?? null
    return last?.health.filter((reading) => reading.kind === 'gpu')[index]?.memory_free_bytes ?? null
  }
  const rows = allocation.map(({ name, kind, allocated, difference, mapped, mapped_bytes }, index) => {
    const left = free(kind, index)
    const off = Math.abs(difference) < 0.0005 ? 'as estimated' : `estimated ${(difference * 100).toFixed(1)} %`
    return row(look, ` ${name}`, [
      piece(cell(showSize(totalOf(allocated) - (mapped ? mapped_bytes : 0)), 10, 'right')),
      piece(`  ${cell(off, 20)}`, Math.abs(difference) > 0.02 ? 'warning' : 'quiet'),
      piece(left === null ? '' : `${showSize(left)} free`),
    ])
  })
  const engine = last?.engine_bytes ?? null
  const process =
    engine === null
      ? []
      : [row(look, ' process', [piece(cell(showSize(engine), 10, 'right')), piece('  resident', 'quiet')])]
  const none = row(look, '', [piece('llama-server has not said what it allocated', 'quiet')])
  return [...(rows.length === 0 && !several ? [none] : rows), ...process]
}

function machineRows(health: readonly HealthReading[], look: WatchLook): Row[] {
  return health.map((one) => {
    const figures = [
      one.temperature_c === null
        ? ''
        : `${Math.round(one.temperature_c)} C${one.limit_c === null ? '' : ` of ${Math.round(one.limit_c)}`}`,
      one.clock_mhz === null
        ? ''
        : `${Math.round(one.clock_mhz)}${one.max_clock_mhz === null ? '' : ` of ${Math.round(one.max_clock_mhz)}`} MHz`,
      one.power_w === null
        ? ''
        : `${Math.round(one.power_w)}${one.power_limit_w === null ? '' : ` of ${Math.round(one.power_limit_w)}`} W`,
    ].filter((text) => text !== '')
    return row(
      look,
      ` ${one.device}`,
      [
        piece(figures.join('  ') || 'says nothing'),
        piece(one.throttled.length === 0 ? '' : `  slowed by ${one.throttled.join(', ')}`, 'warning', true),
      ],
      24,
    )
  })
}

function titled(title: string, rows: readonly Row[]): readonly Row[] {
  return rows.length === 0 ? [] : [BLANK, [piece(` ${title}`, 'plain', true)], ...rows]
}

/** A label, then pieces, cut at the right edge. */
function row({ columns }: WatchLook, label: string, pieces: Row, width = LABEL): Row {
  let room = columns - width - 1
  const cut = pieces.map((one) => {
    const text = one.text.length > room ? cell(one.text, Math.max(0, room)) : one.text
    room -= text.length
    return { ...one, text }
  })
  return [piece(` ${cell(label, width)}`, 'quiet'), ...cut]
}

function bar({ glyphs }: WatchLook, part: number, whole: number, width: number): string {
  const filled = whole === 0 ? 0 : Math.min(width, Math.ceil((part / whole) * width))
  return glyphs.bar[0].repeat(filled) + glyphs.bar[3].repeat(width - filled)
}

function footer({ status }: WatchView): Row {
  if (status === 'stopping') return [piece(' stopping; q again ends it at once', 'warning')]
  return [piece(' q', 'accent'), piece(' stops llama-server', 'quiet')]
}
