import { Box, Text, useApp } from 'ink'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Expected } from '../../running/expected.ts'
import { useLook } from '../components/look.tsx'
import { useKeys } from '../hooks/use-keys.ts'
import { useWindowSize } from '../hooks/use-window-size.ts'
import { colourOf } from '../theme.ts'
import { watchRows } from './watch-rows.ts'
import type { WatchView } from './watch-view.ts'

export type WatchStore = {
  view(): WatchView
  subscribe(listener: () => void): () => void
  stop(): void
  readonly ended: Promise<void>
}

/** The dashboard on a screen: rows in, keys out. */
export function WatchApp({
  store,
  model,
  expected,
  models,
}: {
  readonly store: WatchStore
  readonly model: string
  readonly expected: Expected | null
  /** What is expected of each of several models. */
  readonly models?: ReadonlyMap<string, Expected | null> | undefined
}) {
  const view = useSyncExternalStore(store.subscribe, store.view)
  const [size, setSize] = useState({ columns: 80, rows: 24 })
  const { glyphs } = useLook()
  const { exit } = useApp()
  useEffect(() => {
    void store.ended.then(() => exit())
  }, [store, exit])
  useWindowSize(useCallback((columns, rows) => setSize({ columns, rows }), []))
  useKeys(
    (key) => {
      if (key === 'q' || key === 'ctrl-c') store.stop()
    },
    () => {},
  )
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      {watchRows(view, { ...size, glyphs, model, expected, ...(models && { models }) }).map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row is its place on the screen
        <Text key={index} wrap="truncate-end">
          {row.map(({ text, tone, bold }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a piece is its place in the row
            <Text key={at} {...colourOf(tone)} bold={bold === true}>
              {text === '' && row.length === 1 ? ' ' : text}
            </Text>
          ))}
        </Text>
      ))}
    </Box>
  )
}
