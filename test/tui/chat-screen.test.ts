import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import type { ChatServices } from '../../cli/tui/chat/chat.ts'
import { livePart, tailOf } from '../../cli/tui/chat/live-part.ts'
import { startChat } from '../../cli/tui/chat/start-chat.tsx'
import { columnsIn } from '../../cli/tui/terminal/columns-in.ts'
import { emulator } from './helpers/emulator.ts'

const TIMINGS = { prompt_tokens: 4, prompt_tokens_per_s: 200, decoded_tokens: 20, decode_tokens_per_s: 10 }

/** A chat on a terminal whose model says what the test hands in, piece by piece. */
function talk(columns: number, rows: number) {
  const terminal = emulator(columns, rows)
  const stdout = Object.assign(new EventEmitter(), {
    columns,
    rows,
    isTTY: true,
    write(text: string) {
      terminal.write(text.replaceAll('\n', '\r\n'))
      return true
    },
  })
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  })
  let say: (piece: string) => void = () => {}
  let finish: () => void = () => {}
  const answer: ChatServices['answer'] = (_turns, onText) => {
    let text = ''
    say = (piece) => {
      text += piece
      onText(piece)
    }
    return new Promise((resolve) => (finish = () => resolve({ text, timings: TIMINGS, cut: false })))
  }
  const ended = startChat(
    { answer },
    { env: { LANG: 'C.UTF-8' }, platform: 'linux', expected: null, signal: new AbortController().signal },
    { stdin: stdin as unknown as NodeJS.ReadStream, stdout: stdout as unknown as NodeJS.WriteStream },
  )
  onTestFinished(() => void stdin.write('\u0003\u0003'))
  return {
    terminal,
    ended,
    type: (text: string) => void stdin.write(text),
    say: (piece: string) => say(piece),
    finish: () => finish(),
    async resize(to_columns: number, to_rows: number) {
      await terminal.settled()
      terminal.resize(to_columns, to_rows)
      Object.assign(stdout, { columns: to_columns, rows: to_rows })
      stdout.emit('resize')
    },
  }
}

const times = (text: string, word: string) => text.split(word).length - 1

test('narrower and wider while an answer streams: no line stands twice', async () => {
  const { terminal, type, say, finish, resize } = talk(80, 20)
  await terminal.shows('Enter sends')
  type('why?\r')
  await terminal.shows('Esc stops')
  const words = Array.from({ length: 60 }, (_, n) => `w${String(n).padStart(2, '0')}`)
  for (const [n, word] of words.entries()) {
    say(`${word}${n % 25 === 24 ? '\n' : ' '}`)
    // oxlint-disable-next-line no-await-in-loop -- each piece is drawn
    if (n % 10 === 9) await resize([40, 64, 30, 100, 52, 80][Math.floor(n / 10)] ?? 80, 20)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await terminal.shows(word)
  }
  finish()
  const shown = await terminal.shows('20 tokens')
  for (const word of [...words, 'why?', 'Enter sends']) expect([word, times(shown, word)]).toEqual([word, 1])
  expect(shown).not.toContain('Esc stops')
})

test('an answer longer than the screen scrolls by once, whole', async () => {
  const { terminal, type, say, finish, resize, ended } = talk(40, 10)
  await terminal.shows('Enter sends')
  type('long\r')
  await terminal.shows('Esc stops')
  for (let n = 0; n < 40; n++) {
    say(`line ${n}.\n`)
    // oxlint-disable-next-line no-await-in-loop -- each piece is drawn
    await terminal.shows(`line ${n}.`)
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (n === 20) await resize(30, 10)
  }
  // And one that has no end: only its last part is drawn until it is whole.
  say('x '.repeat(400))
  say('END')
  await terminal.shows('END')
  finish()
  // The hint beside it is cut here.
  await terminal.shows('20 tokens')
  const all = terminal.all().join('\n')
  for (let n = 0; n < 40; n++) expect(times(all, `line ${n}.`)).toBe(1)
  expect(times(all, 'x')).toBe(400)
  expect(times(all, 'END')).toBe(1)
  expect(times(all, 'Esc stops')).toBe(0)
  type('\u0003')
  expect(await ended).toBe(0)
  await terminal.settled()
  // What was said last stays.
  expect(terminal.screen().join('\n')).toContain('20 tokens')
})

test('what is settled is printed once: whole lines of the answer under way, then its rest', () => {
  const part = livePart()
  const view = { turns: [], live: null, typed: '', timings: null }
  const you = { id: 1, who: 'you', text: 'hi' } as const
  expect(part({ ...view, turns: [you], live: '' })).toEqual({
    printed: [{ who: 'you', text: 'hi', last: true }],
    live: '',
  })
  expect(part({ ...view, turns: [you], live: 'one\n\ntw' })).toEqual({
    printed: [{ who: 'model', text: 'one\n', last: false }],
    live: 'tw',
  })
  expect(part({ ...view, turns: [you], live: 'one\n\ntwo' })).toEqual({ printed: [], live: 'two' })
  const model = { id: 2, who: 'model', text: 'one\n\ntwo (stopped)' } as const
  expect(part({ ...view, turns: [you, model] })).toEqual({
    printed: [{ who: 'model', text: 'two (stopped)', last: true }],
    live: null,
  })
})

test('the end of a text has room; wide signs count twice', () => {
  expect(tailOf('short', 20, 3)).toBe('short')
  expect(tailOf('a\nb\nc', 20, 2)).toBe('b\nc')
  expect(columnsIn('\u4F60\u597D e\u0301 \u{1F600}')).toBe(9)
  for (const sign of ['a', '\u4F60']) expect(columnsIn(tailOf(sign.repeat(500), 20, 3))).toBeLessThanOrEqual(60)
})
