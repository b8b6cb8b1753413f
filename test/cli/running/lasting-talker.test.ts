import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { lastingTalker } from '../../../cli/running/lasting-talker.ts'
import { lineChat } from '../../../cli/running/line-chat.ts'
import type { RunEvent } from '../../../shared/index.ts'
import { EngineGone, NO_TIMINGS, type Talker } from '../../../shared/node/run/talker.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

const never = new AbortController().signal
const ready = (url: string) => ({ kind: 'ready', url }) as RunEvent
const TROUBLE: RunEvent = {
  kind: 'trouble',
  trouble: { kind: 'crash', what: 'an assertion' },
  config: null,
  smaller: null,
  again_in_s: 1,
}

/** Talkers by address: one that answers, one whose engine dies of the question. */
const TALKERS: Readonly<Record<string, Talker['answer']>> = {
  well: async () => ({ text: 'yes', timings: NO_TIMINGS, cut: false }),
  ill: async () => {
    throw new EngineGone('socket hang up')
  },
}
const talking = () => lastingTalker((url) => ({ answer: TALKERS[url] ?? TALKERS['well']!, close: async () => {} }))
const ask = (talker: Talker) => talker.answer([{ role: 'user', content: 'hi' }], () => {}, never)

test('a question that ends the engine fails once it runs again, and the next one goes to the new one', async () => {
  const talker = talking()
  talker.take(ready('ill'))
  const asked = userErrorOf(() => ask(talker))
  await setImmediate()
  talker.take(TROUBLE)
  talker.take(ready('well'))
  expect(await asked).toMatchObject({ message: 'not answered: llama-server ended; say it once more' })
  expect((await ask(talker)).text).toBe('yes')
})

test('who asks while it is started again waits', async () => {
  const talker = talking()
  talker.take(ready('well'))
  talker.take(TROUBLE)
  const asked = ask(talker)
  talker.take(ready('well'))
  expect((await asked).text).toBe('yes')
})

test('an engine that is not started again has ended, for this question and all later ones', async () => {
  const talker = talking()
  talker.take(ready('ill'))
  const asked = userErrorOf(() => ask(talker))
  talker.end()
  expect((await asked).message).toBe('llama-server has ended')
  expect((await userErrorOf(() => ask(talker))).message).toBe('llama-server has ended')
})

test('a chat in which nothing was answered ends with the code of trouble', async () => {
  const told: string[] = []
  const io = { out: () => {}, note: (line: string) => told.push(line) } as unknown as Parameters<typeof lineChat>[0]
  const chat = (talker: Talker, lines: string) =>
    lineChat(io, talker, { expected: null, signal: never, input: Readable.from([lines]), terminal: false })
  const refuses: Talker = { answer: TALKERS['ill']!, close: async () => {} }
  expect(await chat(refuses, 'hello\nagain\n')).toBe(3)
  expect(told).toEqual(Array(2).fill('llama-server did not answer: socket hang up'))
  expect(await chat({ answer: TALKERS['well']!, close: async () => {} }, 'hello\n')).toBe(0)
  expect(await chat(refuses, '/clear\n')).toBe(0)
})
