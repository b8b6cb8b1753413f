import { Text } from 'ink'
import type { BudgetLine, MemoryBreakdown } from '../core.ts'
import { deviceLabel } from '../device-label.ts'
import { cell, gibNumber } from '../format.ts'
import { spokenGib } from '../spoken/words.ts'
import { Line, Piece, useLook } from './look.tsx'

type Props = {
  readonly line: BudgetLine
  /** All of the memory, the part that no engine gets included; null where the machine does not say. */
  readonly total_bytes: number | null
  readonly label_width: number
  readonly width: number
}

/** Below this every column is needed. */
const NARROW = 52

/** A bar of more columns says nothing more, and its numbers stand too far away. */
const WIDEST = 132

/** One memory: what the config needs of it, what is left, what is kept back. */
export function MemoryBar({ line, total_bytes, label_width, width: columns }: Props) {
  const width = Math.min(columns, WIDEST)
  const { glyphs, screenReader } = useLook()
  const usable = line.usable?.bytes ?? null
  const tone = line.state === 'over' ? 'error' : line.state === 'near' ? 'warning' : 'ok'
  const mark = line.state === 'over' ? glyphs.error : line.state === 'near' ? glyphs.warning : glyphs.ok
  const need = gibNumber(line.need_bytes)
  const most = usable === null ? '?' : gibNumber(usable)
  const narrow = columns < NARROW
  const sums = narrow ? `${need}/${most} GiB` : `${need.padStart(5)} of ${most.padStart(5)} GiB`
  if (screenReader) {
    return (
      <Text>
        {`${line.name}: needs ${need} of ${most} GiB, ${STATES[line.state]}. Weights ${spokenGib(line.need.model)}, cache ${spokenGib(line.need.context)}, compute ${spokenGib(line.need.compute)}.`}
      </Text>
    )
  }
  // The longest sum of a narrow screen, so that its bars are equally long.
  const sums_width = narrow ? Math.max(sums.length, 15) : sums.length
  const room = Math.max(8, width - label_width - sums_width - (narrow ? 5 : 8))
  const [weights, cache, compute, free, reserve] = glyphs.bar
  const parts = barParts(line.need, usable, total_bytes, room)
  return (
    <Line>
      {` ${cell(nameOf(line, label_width), label_width)} `}
      <Piece tone={line.state === 'over' ? 'error' : 'accent'}>
        {weights.repeat(parts.weights) + cache.repeat(parts.cache) + compute.repeat(parts.compute)}
      </Piece>
      <Piece tone="quiet">{free.repeat(parts.free) + reserve.repeat(parts.reserve)}</Piece>
      {` ${sums.padStart(sums_width)} `}
      <Piece tone={tone}>{mark}</Piece>
    </Line>
  )
}

const STATES = {
  fits: 'fits',
  near: 'nearly full',
  over: 'does not fit',
  unknown: 'not known whether it fits',
} as const

/** The first signs of a product say nothing. */
const LEAST_PRODUCT = 4

function nameOf({ name }: BudgetLine, width: number): string {
  const { id, product } = deviceLabel(name)
  return id !== '' && width < id.length + 1 + LEAST_PRODUCT ? id : `${id} ${product}`.trim()
}

/**
 * Columns of each part of a bar of `width`. What is needed is never rounded away: a part that is there has a column.
 * Where the need is over everything, the bar is the need.
 */
export function barParts(need: MemoryBreakdown, usable: number | null, total: number | null, width: number) {
  const sum = need.model + need.context + need.compute
  const whole = Math.max(sum, total ?? usable ?? sum, 1)
  const columns = (bytes: number) => (bytes <= 0 ? 0 : Math.max(1, Math.round((bytes / whole) * width)))
  const weights = Math.min(width, columns(need.model))
  const cache = Math.min(width - weights, columns(need.context))
  const compute = Math.min(width - weights - cache, columns(need.compute))
  const left = width - weights - cache - compute
  const kept = usable === null || total === null ? 0 : Math.max(0, total - Math.max(usable, sum))
  const reserve = Math.min(left, columns(kept))
  return { weights, cache, compute, free: left - reserve, reserve }
}

/** Columns of five parts with sizes below 1000 GiB. */
const NUMBERS_WIDTH = 80

/** The bar's parts in numbers, which explains its signs, too. */
export function BarNumbers({ line, total_bytes, label_width, width }: Props) {
  const { screenReader } = useLook()
  if (screenReader) return null
  const { need, need_bytes, usable } = line
  const left = usable === null ? null : Math.max(0, usable.bytes - need_bytes)
  const kept = usable === null || total_bytes === null ? null : Math.max(0, total_bytes - usable.bytes)
  const parts = [
    ['weights', need.model],
    ['cache', need.context],
    ['compute', need.compute],
    ['free', left],
    ['reserve', kept],
  ] as const
  return (
    <Line>
      {` ${' '.repeat(Math.max(0, Math.min(label_width, width - NUMBERS_WIDTH)))}`}
      {parts.map(([name, bytes], index) => (
        <Part key={name} index={index} text={`${name} ${(bytes === null ? '?' : gibNumber(bytes)).padStart(5)}`} />
      ))}
    </Line>
  )
}

/** What the signs in the bars mean. */
export function BarLegend() {
  const { screenReader } = useLook()
  if (screenReader) return null
  return (
    <Line>
      {['weights', 'cache', 'compute', 'free', 'reserve'].map((name, index) => (
        <Part key={name} index={index} text={name} />
      ))}
    </Line>
  )
}

/** A sign of the bar as it looks there, and what it stands for. */
function Part({ index, text }: { readonly index: number; readonly text: string }) {
  const { glyphs } = useLook()
  return (
    <>
      <Piece tone={index < 3 ? 'accent' : 'quiet'}>{`${index === 0 ? ' ' : '  '}${glyphs.bar[index]}`}</Piece>
      <Piece tone="quiet">{` ${text}`}</Piece>
    </>
  )
}
