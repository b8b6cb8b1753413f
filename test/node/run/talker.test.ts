import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { embeddedTalker, type NodeLlamaCpp } from '../../../shared/node/run/embedded.ts'
import { EngineGone, serverTalker } from '../../../shared/node/run/talker.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

async function server(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const http = createServer(answer)
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  onTestFinished(() => {
    http.closeAllConnections()
    http.close()
  })
  return serverTalker({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, api_key: 'k' })
}

const piece = (value: object) => `data: ${JSON.stringify(value)}\n\n`
const never = new AbortController().signal

test('an answer comes piece by piece, cut anywhere, with its times', async () => {
  const talker = await server((request, response) => {
    expect(request.headers.authorization).toBe('Bearer k')
    const text = Buffer.from(
      piece({ choices: [{ delta: { content: 'gr\u00fc\u00df' } }] }) +
        piece({ choices: [{ delta: { content: ' dich' } }] }) +
        piece({ choices: [], timings: { prompt_n: 1, prompt_per_second: 2, predicted_n: 3, predicted_per_second: 4 } }),
    )
    const middle = text.indexOf(0xc3) + 1
    response.write(text.subarray(0, middle))
    response.end(text.subarray(middle))
  })
  const pieces: string[] = []
  const answer = await talker.answer([{ role: 'user', content: 'hi' }], (text) => pieces.push(text), never)
  expect(pieces).toEqual(['gr\u00fc\u00df', ' dich'])
  expect(answer).toMatchObject({ text: 'gr\u00fc\u00df dich', cut: false, timings: { decode_tokens_per_s: 4 } })
})

test('a refusal is one sentence', async () => {
  const talker = await server((_, response) => {
    response.writeHead(400).end(JSON.stringify({ error: { message: 'the request exceeds the context' } }))
  })
  const asked = () => talker.answer([{ role: 'user', content: 'hi' }], () => {}, never)
  expect(await userErrorOf(asked)).toMatchObject({
    kind: 'environment',
    message: 'llama-server refused: the request exceeds the context',
  })
})

test.each([
  ['before it answers', (response: ServerResponse) => response.destroy()],
  ['in its answer', (response: ServerResponse) => response.write('data: {', () => response.destroy())],
])('an engine that dies %s is gone, and has refused nothing', async (_, die) => {
  const talker = await server((_request, response) => void die(response))
  const error = await userErrorOf(() => talker.answer([{ role: 'user', content: 'hi' }], () => {}, never))
  expect(error).toBeInstanceOf(EngineGone)
  expect(error.message).toMatch(/^llama-server did not answer: (socket hang up|aborted)$/)
})

test('an answer that is stopped keeps what was said', async () => {
  const stop = new AbortController()
  const talker = await server(
    (_, response) => void response.write(piece({ choices: [{ delta: { content: 'once' } }] })),
  )
  const answer = await talker.answer([{ role: 'user', content: 'hi' }], () => stop.abort(), stop.signal)
  expect(answer).toMatchObject({ text: 'once', cut: true })
})

/** node-llama-cpp as far as we use it: says what it was asked, and notes how it was set up. */
function libraryDouble(options: { readonly fails?: string } = {}) {
  const calls: Record<string, unknown> = {}
  const tokenMeter = { usedInputTokens: 0, usedOutputTokens: 0 }
  const library: NodeLlamaCpp = {
    getLlama: async (llama) => {
      calls['llama'] = llama
      return {
        loadModel: async (model) => {
          if (options.fails !== undefined) throw new Error(options.fails)
          calls['model'] = model
          return {
            createContext: async (context) => {
              calls['context'] = context
              return { getSequence: () => ({ tokenMeter }) }
            },
          }
        },
        dispose: async () => void (calls['disposed'] = true),
      }
    },
    LlamaChatSession: class {
      setChatHistory(history: readonly object[]) {
        calls['history'] = history
      }
      async prompt(text: string, asked: object) {
        const { onTextChunk } = asked as { onTextChunk: (chunk: string) => void }
        tokenMeter.usedInputTokens += 10
        for (const word of ['You ', 'said ', text]) {
          tokenMeter.usedOutputTokens++
          onTextChunk(word)
        }
        return text
      }
    },
  }
  return { library, calls }
}

const CONFIG = {
  backend: 'cpu',
  model_path: 'm.gguf',
  settings: { n_ctx: 512, n_ubatch: 64, n_threads: 3, use_mmap: false },
} as const

test('node-llama-cpp is set up as the config says, answers, and is measured', async () => {
  const { library, calls } = libraryDouble()
  let ms = 0
  const talker = await embeddedTalker(library, CONFIG, () => (ms += 100))
  const turns = [
    { role: 'user', content: 'a' },
    { role: 'assistant', content: 'b' },
    { role: 'user', content: 'c' },
  ] as const
  const answer = await talker.answer(turns, () => {}, never)
  await talker.close()
  expect(calls).toMatchObject({
    llama: { gpu: false, build: 'never', skipDownload: true },
    model: { modelPath: 'm.gguf', gpuLayers: 0, useMmap: false },
    context: { contextSize: 512, batchSize: 64, threads: 3 },
    history: [
      { type: 'user', text: 'a' },
      { type: 'model', response: ['b'] },
    ],
    disposed: true,
  })
  // Begun at 100 ms, first piece at 200, end at 300: 10 tokens read in 0.1 s, 2 more written in 0.1 s.
  expect(answer).toEqual({
    text: 'You said c',
    cut: false,
    timings: { prompt_tokens: 10, prompt_tokens_per_s: 100, decoded_tokens: 3, decode_tokens_per_s: 20 },
  })
})

test('a model that node-llama-cpp cannot load is one sentence', async () => {
  const { library } = libraryDouble({ fails: 'Failed to load model\n    at somewhere' })
  expect(await userErrorOf(() => embeddedTalker(library, CONFIG))).toMatchObject({
    kind: 'environment',
    message: 'node-llama-cpp could not load the model: Failed to load model',
  })
})
