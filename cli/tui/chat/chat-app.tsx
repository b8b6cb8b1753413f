import { Box, Static, Text, useApp } from 'ink'
import { useEffect, useSyncExternalStore } from 'react'
import { answerLine } from '../../running/answer-line.ts'
import type { Expected } from '../../running/expected.ts'
import { speakable } from '../../running/speakable.ts'
import { useLook } from '../components/look.tsx'
import { useKeys } from '../hooks/use-keys.ts'
import { colourOf } from '../theme.ts'
import type { Chat, ShownTurn } from './chat.ts'

/** A chat on the terminal: what is said scrolls away above, the answer under way and the line to type stay below. */
export function ChatApp({ chat, expected }: { readonly chat: Chat; readonly expected: Expected | null }) {
  const { turns, live, typed, timings } = useSyncExternalStore(chat.subscribe, chat.view)
  const { glyphs } = useLook()
  const { exit } = useApp()
  useEffect(() => {
    void chat.ended.then(() => exit())
  }, [chat, exit])
  useKeys(chat.press, chat.type)
  const hint = live === null ? 'Enter sends, /clear begins anew, /exit or Ctrl+C ends' : 'Esc stops the answer'
  return (
    <>
      <Static items={[...turns]}>{(turn) => <Turn key={turn.id} turn={turn} />}</Static>
      {live === null ? null : (
        <Box marginBottom={1}>
          <Text>{speakable(live) || glyphs.waiting}</Text>
        </Box>
      )}
      <Text wrap="wrap">
        <Text {...colourOf('accent')}>{`${glyphs.pointer || 'You:'} `}</Text>
        {speakable(typed)}
        <Text {...colourOf('accent')}>{glyphs.cursor}</Text>
      </Text>
      <Text {...colourOf('quiet')} wrap="truncate-end">
        {timings === null ? hint : `${answerLine(timings, expected)}   ${hint}`}
      </Text>
    </>
  )
}

function Turn({ turn: { who, text } }: { readonly turn: ShownTurn }) {
  const { glyphs, screenReader } = useLook()
  const tone = who === 'note' ? 'warning' : who === 'you' ? 'accent' : 'plain'
  const mark = screenReader
    ? { you: 'You: ', model: 'Model: ', note: '' }[who]
    : who === 'you'
      ? `${glyphs.pointer} `
      : ''
  return (
    <Box marginBottom={who === 'you' ? 0 : 1}>
      <Text {...colourOf(tone)}>{`${mark}${speakable(text)}`}</Text>
    </Box>
  )
}
