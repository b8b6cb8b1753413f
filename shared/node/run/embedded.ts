import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RuntimeConfig } from '../../config/runtime-config.ts'
import { UserError } from '../../errors.ts'
import type { AnswerTimings } from '../../run/chat-pieces.ts'
import type { Talker, Turn } from './talker.ts'

/** The part of node-llama-cpp (release 3) that we use, kept loose: it is not our dependency. */
export type NodeLlamaCpp = {
  getLlama(options: object): Promise<Llama>
  readonly LlamaChatSession: new (options: { contextSequence: Sequence }) => ChatSession
}
type Llama = { loadModel(options: object): Promise<Model>; dispose(): Promise<void> }
type Model = { createContext(options: object): Promise<Context> }
type Context = { getSequence(): Sequence }
type Sequence = { readonly tokenMeter: { readonly usedInputTokens: number; readonly usedOutputTokens: number } }
type ChatSession = {
  setChatHistory(history: readonly object[]): void
  prompt(text: string, options: object): Promise<string>
}

const NAME = 'node-llama-cpp'

/** The package's entry file: installed in the folder that we are started in, or beside us. Null where it is not. */
export function findNodeLlamaCpp(cwd: string): string | null {
  return pathOf(join(cwd, 'package.json')) ?? pathOf(import.meta.url)
}

/** The package where it is installed; null where it is not. */
export async function loadNodeLlamaCpp(cwd: string): Promise<NodeLlamaCpp | null> {
  const path = findNodeLlamaCpp(cwd)
  if (path === null) return null
  try {
    const loaded = (await import(pathToFileURL(path).href)) as Partial<NodeLlamaCpp>
    const fits = typeof loaded.getLlama === 'function' && typeof loaded.LlamaChatSession === 'function'
    return fits ? (loaded as NodeLlamaCpp) : null
  } catch (error) {
    const what = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new UserError('environment', `node-llama-cpp is installed but cannot be loaded: ${what}`, undefined, {
      cause: error,
    })
  }
}

function pathOf(from: string): string | null {
  try {
    return createRequire(from).resolve(NAME)
  } catch {
    return null
  }
}

/**
 * A model in this process, loaded as the config says; what node-llama-cpp has no option for is left to it.
 * @throws UserError('environment') when the model cannot be loaded
 */
export async function embeddedTalker(
  library: NodeLlamaCpp,
  { model_path, backend, settings }: RuntimeConfig,
  now_ms: () => number = () => performance.now(),
): Promise<Talker> {
  try {
    // Never compiled or downloaded here: nobody asked for that.
    const llama = await library.getLlama({
      ...(backend === 'cpu' && { gpu: false }),
      build: 'never',
      skipDownload: true,
      progressLogs: false,
      logLevel: 'error',
    })
    const layers = settings.n_gpu_layers ?? -1
    const model = await llama.loadModel({
      modelPath: model_path,
      gpuLayers: backend === 'cpu' ? 0 : layers < 0 ? 'max' : layers,
      ...(settings.use_mmap !== undefined && { useMmap: settings.use_mmap }),
      ...(settings.use_mlock !== undefined && { useMlock: settings.use_mlock }),
    })
    const context = await model.createContext({
      ...(settings.n_ctx && { contextSize: settings.n_ctx }),
      batchSize: settings.n_ubatch ?? 512,
      ...(settings.n_threads !== undefined && { threads: settings.n_threads }),
      flashAttention: settings.flash_attn === 'on',
      sequences: 1,
    })
    const sequence = context.getSequence()
    const session = new library.LlamaChatSession({ contextSequence: sequence })
    const parts = { session, sequence, most_tokens: settings.n_ctx || 4096, close: () => llama.dispose() }
    return talkerOf(parts, now_ms)
  } catch (error) {
    const what = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new UserError('environment', `node-llama-cpp could not load the model: ${what}`, undefined, { cause: error })
  }
}

type Parts = {
  readonly session: ChatSession
  readonly sequence: Sequence
  /** An answer that fills the context once over has lost its way. */
  readonly most_tokens: number
  close(): Promise<void>
}

function talkerOf({ session, sequence, most_tokens, close }: Parts, now_ms: () => number): Talker {
  return {
    close,
    async answer(turns, onText, signal) {
      const last = turns.at(-1)?.content ?? ''
      session.setChatHistory(turns.slice(0, -1).map(historyItem))
      const { usedInputTokens, usedOutputTokens } = sequence.tokenMeter
      const begun = now_ms()
      let first: number | null = null
      let text = ''
      try {
        await session.prompt(last, {
          signal,
          stopOnAbortSignal: true,
          maxTokens: most_tokens,
          onTextChunk(chunk: string) {
            first ??= now_ms()
            text += chunk
            onText(chunk)
          },
        })
      } catch (error) {
        const what = error instanceof Error ? error.message : String(error)
        if (!signal.aborted)
          throw new UserError('environment', `node-llama-cpp failed: ${what}`, undefined, { cause: error })
      }
      const read = sequence.tokenMeter.usedInputTokens - usedInputTokens
      const decoded = sequence.tokenMeter.usedOutputTokens - usedOutputTokens
      return { text, cut: signal.aborted, timings: timingsOf({ read, decoded, begun, first, end: now_ms() }) }
    },
  }
}

/** Times of one answer, as the chunks came: the first token ends the reading of the prompt. */
function timingsOf(seen: {
  read: number
  decoded: number
  begun: number
  first: number | null
  end: number
}): AnswerTimings {
  const { read, decoded, begun, first, end } = seen
  const rate = (tokens: number, ms: number) => (tokens > 0 && ms > 0 ? (tokens / ms) * 1000 : null)
  return {
    prompt_tokens: read,
    prompt_tokens_per_s: first === null ? null : rate(read, first - begun),
    decoded_tokens: decoded,
    decode_tokens_per_s: first === null ? null : rate(decoded - 1, end - first),
  }
}

function historyItem({ role, content }: Turn): object {
  return role === 'user' ? { type: 'user', text: content } : { type: 'model', response: [content] }
}
