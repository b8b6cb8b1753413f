import { plain } from '../../../shared/report/plain.ts'
import { Box, Text } from 'ink'
import SelectInput, { type IndicatorProps } from 'ink-select-input'
import { cell } from '../format.ts'
import type { Tone } from '../theme.ts'
import { windowOf } from '../wizard/window.ts'
import { Piece, useLook } from './look.tsx'

export type Cell = {
  readonly text: string
  readonly width: number
  readonly align?: 'left' | 'right'
  readonly tone?: Tone
}

export type SelectRow = {
  readonly key: string
  readonly cells: readonly Cell[]
  /** The row for ears, where its cells do not make sense without headings. Asked for only where someone listens. */
  readonly spoken?: () => string
}

type Item = { readonly key: string; readonly label: string; readonly value: number; readonly cells: readonly Cell[] }

type Props<T> = {
  readonly rows: readonly T[]
  /** Asked for the rows on the screen only: a list may have hundreds. */
  readonly shown: (row: T, index: number) => SelectRow
  /** Index of the selected row. */
  readonly at: number
  /** Lines on the screen. */
  readonly height: number
}

/** Rows around the selected one that are read aloud: all of a screenful would be heard again at every key. */
const MOST_HEARD = 10

/**
 * The one place that uses ink-select-input. It draws the rows and tells screen readers about them; keys stay with the
 * key table, since its own submit at a digit, wrap around and know no paging. It keeps an index of its own and sets it
 * to the first row when the rows change, so it is made anew whenever either does.
 */
export function Select<T>({ rows, shown, at, height }: Props<T>) {
  const { screenReader } = useLook()
  const { top, end } = windowOf(rows.length, at, screenReader ? Math.min(height, MOST_HEARD) : height)
  const items = rows.slice(top, end).map((row, index): Item => {
    const { key, cells, spoken } = shown(row, top + index)
    const label = (screenReader ? spoken?.() : undefined) ?? cells.map(({ text }) => text).join(' ')
    // A part of a list says which: eyes see where it is cut.
    const place = end - top < rows.length && top + index === at ? `; row ${at + 1} of ${rows.length}` : ''
    return { key, label: label + place, value: top + index, cells }
  })
  return (
    <Box flexDirection="column" aria-role="listbox">
      <SelectInput<number>
        key={`${top} ${end} ${at}`}
        items={[...items]}
        initialIndex={Math.max(0, at - top)}
        isFocused={false}
        indicatorComponent={Pointer}
        itemComponent={Row}
      />
    </Box>
  )
}

function Pointer({ isSelected = false }: IndicatorProps) {
  const { glyphs, screenReader } = useLook()
  if (screenReader) return null
  return (
    <Box flexShrink={0}>
      <Piece tone="accent">{isSelected ? ` ${glyphs.pointer} ` : '   '}</Piece>
    </Box>
  )
}

/** ink-select-input hands the whole item to its component, but types only what it knows itself. */
type RowProps = { readonly isSelected?: boolean; readonly label: string; readonly cells?: readonly Cell[] }

function Row({ isSelected = false, label, cells = [] }: RowProps) {
  const { screenReader } = useLook()
  if (screenReader) {
    return (
      <Box aria-role="option" aria-state={{ selected: isSelected }}>
        <Text>{plain(label.replaceAll(/\s+/g, ' ').trim())}</Text>
      </Box>
    )
  }
  return <Cells cells={cells} selected={isSelected} />
}

type CellsProps = { readonly cells: readonly Cell[]; readonly selected?: boolean; readonly lead?: string }

/** A row's columns on one line. The first with a text is what the row is called. */
export function Cells({ cells, selected = false, lead = '' }: CellsProps) {
  const name = cells.findIndex(({ text, tone }) => text !== '' && tone === undefined)
  return (
    <Text wrap="truncate-end">
      {lead}
      {cells.map(({ text, width, align, tone }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- columns never change places
        <Piece
          key={index}
          tone={tone ?? (selected && index === name ? 'accent' : 'plain')}
          bold={selected && index === name}
        >
          {`${index === 0 ? '' : '  '}${cell(text, width, align)}`}
        </Piece>
      ))}
    </Text>
  )
}
