import { Box, Static, Text } from 'ink'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { answerLine } from '../../running/answer-line.ts'
import type { Expected } from '../../running/expected.ts'
import { speakable } from '../../running/speakable.ts'
import { useLook } from '../components/look.tsx'
import { useKeys } from '../hooks/use-keys.ts'
import { useWindowSize } from '../hooks/use-window-size.ts'
import { colourOf } from '../theme.ts'
import type { Chat, ChatView, ShownTurn } from './chat.ts'
import { tailOf } from './live-part.ts'

type Props = {
  readonly chat: Chat
  readonly expected: Expected | null
  /** What of the answer under way is not printed yet; all of it when absent: then turns are drawn here too. */
  readonly rest?: (view: ChatView) => string | null
}

/** A chat on the terminal: what is said stands above, the answer under way and the line to type stay below. */
export function ChatApp({ chat, expected, rest }: Props) {
  const view = useSyncExternalStore(chat.subscribe, chat.view)
  const { turns, typed, timings } = view
  const { glyphs } = useLook()
  const [{ columns, rows }, setSize] = useState({ columns: 80, rows: 24 })
  useWindowSize(useCallback((to_columns, to_rows) => setSize({ columns: to_columns, rows: to_rows }), []))
  useKeys(chat.press, chat.type)
  const hint = view.live === null ? 'Enter sends, /clear begins anew, /exit or Ctrl+C ends' : 'Esc stops the answer'
  const live = rest === undefined ? view.live : rest(view)
  // Twice a part, a blank and the hint: never more than the screen, which could not be drawn again.
  const lines = Math.max(1, Math.floor((rows - 4) / 2))
  return (
    <>
      {rest === undefined ? <Static items={[...turns]}>{(turn) => <Turn key={turn.id} turn={turn} />}</Static> : null}
      {live === null ? null : (
        <Box marginBottom={1}>
          <Text>{tailOf(speakable(live), columns, lines) || glyphs.waiting}</Text>
        </Box>
      )}
      <Text wrap="wrap">
        <Text {...colourOf('accent')}>{`${glyphs.pointer || 'You:'} `}</Text>
        {tailOf(speakable(typed), columns, lines)}
        <Text {...colourOf('accent')}>{glyphs.cursor}</Text>
      </Text>
      <Text {...colourOf('quiet')} wrap="truncate-end">
        {timings === null ? hint : `${answerLine(timings, expected)}   ${hint}`}
      </Text>
    </>
  )
}

/** A part of what is said. */
export function Turn({ turn: { who, text }, ends = true }: { turn: Pick<ShownTurn, 'who' | 'text'>; ends?: boolean }) {
  const { glyphs, screenReader } = useLook()
  const tone = who === 'note' ? 'warning' : who === 'you' ? 'accent' : 'plain'
  const mark = screenReader
    ? { you: 'You: ', model: 'Model: ', note: '' }[who]
    : who === 'you'
      ? `${glyphs.pointer} `
      : ''
  return (
    <Box marginBottom={who === 'you' || !ends ? 0 : 1}>
      <Text {...colourOf(tone)}>{`${mark}${speakable(text)}`}</Text>
    </Box>
  )
}
