import { render } from 'ink-testing-library'
import { expect, test } from 'vitest'
import { ChatApp } from '../../cli/tui/chat/chat-app.tsx'
import { type Chat, type ChatServices, type ChatView, createChat } from '../../cli/tui/chat/chat.ts'

const TIMINGS = { prompt_tokens: 4, prompt_tokens_per_s: 200, decoded_tokens: 20, decode_tokens_per_s: 10 }

/** Answers with what it was asked, in two pieces. */
const echo: ChatServices['answer'] = async (turns, onText) => {
  const text = `turn ${turns.length}: ${turns.at(-1)?.content}`
  onText(text.slice(0, 3))
  onText(text.slice(3))
  return { text, timings: TIMINGS, cut: false }
}

function until(chat: Chat, holds: (view: ChatView) => boolean): Promise<ChatView> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds(chat.view())) return
      stop()
      resolve(chat.view())
    }
    const stop = chat.subscribe(look)
    look()
  })
}

const idle = (turns: number) => (view: ChatView) => view.live === null && view.turns.length === turns
const said = (view: ChatView) => view.turns.map(({ who, text }) => `${who}: ${text}`)

test('what is typed is asked, the answer shown, the conversation kept', async () => {
  const chat = createChat({ answer: echo })
  for (const key of ['h', 'i', 'space', 'x', 'backspace', 'y', 'enter']) chat.press(key)
  await until(chat, idle(2))
  chat.type('and now\n')
  expect(said(await until(chat, idle(4)))).toEqual([
    'you: hi y',
    'model: turn 1: hi y',
    'you: and now',
    'model: turn 3: and now',
  ])
  expect(chat.view().timings).toEqual(TIMINGS)
})

test('/clear forgets, /exit ends', async () => {
  const chat = createChat({ answer: echo })
  chat.type('one\n')
  await until(chat, idle(2))
  chat.type('/clear\n')
  chat.type('two\n')
  expect(said(await until(chat, idle(5))).at(-1)).toBe('model: turn 1: two')
  chat.type('/exit\n')
  await expect(chat.ended).resolves.toBeUndefined()
})

test('Escape stops the answer and keeps what came; Ctrl+C then ends', async () => {
  const chat = createChat({
    answer: (_, onText, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ text: 'half', timings: TIMINGS, cut: true }))
        onText('half')
      }),
  })
  chat.type('go\n')
  await until(chat, ({ live }) => live === 'half')
  chat.press('escape')
  expect(said(await until(chat, idle(2))).at(-1)).toBe('model: half (stopped)')
  chat.press('ctrl-c')
  await expect(chat.ended).resolves.toBeUndefined()
})

test('a refusal is told, and the turn it was for forgotten', async () => {
  let refuse = true
  const chat = createChat({
    answer: async (...args) => {
      if (refuse) throw new Error('the context is full')
      return echo(...args)
    },
  })
  chat.type('one\n')
  expect(said(await until(chat, idle(2))).at(-1)).toBe('note: the context is full')
  refuse = false
  chat.type('two\n')
  expect(said(await until(chat, idle(4))).at(-1)).toBe('model: turn 1: two')
})

test('on the screen: turns, the line to type, speed beside what was expected; escapes of a model are shown, not obeyed', async () => {
  const chat = createChat({ answer: async (...args) => ({ ...(await echo(...args)), text: 'a\u001B[31mb' }) })
  const expected = { tokens_per_s: 12, low: 10, high: 14, basis: 'model' }
  const { lastFrame, unmount } = render(<ChatApp chat={chat} expected={expected} />)
  chat.type('hello\n')
  await until(chat, idle(2))
  chat.type('next')
  await until(chat, ({ typed }) => typed === 'next')
  await new Promise((resolve) => setImmediate(resolve))
  const frame = lastFrame() ?? ''
  expect(frame).toContain('hello')
  expect(frame).toContain('a\\u{1b}[31mb')
  expect(frame).toContain('next')
  expect(frame).toContain('20 tokens, 10 tok/s (expected 12); prompt 200 tok/s')
  unmount()
})
