import { expect, test } from 'vitest'
import { chatPieces } from '../../shared/run/chat-pieces.ts'

const line = (value: object) => `data: ${JSON.stringify(value)}`

test('text, thoughts and times of a streamed answer', () => {
  expect(chatPieces(line({ choices: [{ delta: { role: 'assistant', content: null } }] }))).toEqual([])
  expect(chatPieces(line({ choices: [{ delta: { content: 'Hi' } }] }))).toEqual([{ kind: 'text', text: 'Hi' }])
  expect(chatPieces(line({ choices: [{ delta: { reasoning_content: 'hm' } }] }))).toEqual([
    { kind: 'thought', text: 'hm' },
  ])
  const timings = { prompt_n: 4, prompt_per_second: 200, predicted_n: 20, predicted_per_second: 10.5 }
  expect(chatPieces(line({ choices: [{ delta: {} }], timings }))).toEqual([
    {
      kind: 'timings',
      timings: { prompt_tokens: 4, prompt_tokens_per_s: 200, decoded_tokens: 20, decode_tokens_per_s: 10.5 },
    },
  ])
})

test('an error is told; the end, comments and nonsense are nothing', () => {
  expect(chatPieces(line({ error: { code: 400, message: 'too long' } }))).toEqual([
    { kind: 'error', message: 'too long' },
  ])
  for (const other of ['data: [DONE]', ': ping', '', 'event: x', 'data: {', 'data: 7'])
    expect(chatPieces(other)).toEqual([])
})
