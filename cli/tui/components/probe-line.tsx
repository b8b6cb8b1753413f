import { cell } from '../format.ts'
import { useElapsed } from '../hooks/use-elapsed.ts'
import type { LiveProbe } from '../services.ts'
import { Line, Piece, useLook } from './look.tsx'

/** Columns of a line, the gap to the next one included. */
export const PROBE_WIDTH = 54

/** One question to the machine with its state, in a sign and a word, and its time. */
export function ProbeLine({ probe }: { readonly probe: LiveProbe }) {
  const { glyphs, screenReader } = useLook()
  const running = probe.state === 'running'
  const elapsed = useElapsed(running && !screenReader)
  const mark = { running: glyphs.waiting, done: glyphs.ok, absent: glyphs.dash, failed: glyphs.error }[probe.state]
  const word = { running: 'asking', done: 'done', absent: 'not here', failed: 'no answer' }[probe.state]
  const ms = running ? elapsed : probe.ms
  if (screenReader) return <Line>{`${probe.id}: ${word}${running ? '' : `, ${Math.round(ms)} milliseconds`}`}</Line>
  return (
    <Line>
      <Piece tone={probe.state === 'done' ? 'ok' : probe.state === 'running' ? 'accent' : 'quiet'}>
        {`   ${cell(mark, glyphs.waiting.length)} `}
      </Piece>
      <Piece tone={running || probe.state === 'done' ? 'plain' : 'quiet'}>{cell(probe.id, 28)}</Piece>
      <Piece tone="quiet">{`  ${cell(word, 9)} ${String(Math.round(ms)).padStart(5)} ms`}</Piece>
    </Line>
  )
}
