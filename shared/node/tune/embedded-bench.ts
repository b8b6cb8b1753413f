import type { Run, TestKind } from '../../tune/bench.ts'

/** The part of node-llama-cpp (release 3) that is timed, kept loose: it is not our dependency. */
export type TimedLibrary = {
  getLlama(options: object): Promise<{
    readonly llamaCppRelease?: { readonly release?: unknown }
    loadModel(options: object): Promise<{
      createContext(options: object): Promise<{ getSequence(): TimedSequence }>
    }>
    dispose(): Promise<void>
  }>
}
export type TimedSequence = {
  clearHistory(): Promise<void>
  evaluateWithoutGeneratingNewTokens(tokens: readonly number[]): Promise<void>
  evaluate(tokens: readonly number[], options: object): AsyncIterator<number>
}

export type EmbeddedRequest = {
  readonly model: string
  readonly run: Run
  readonly n_ctx: number
  readonly n_vocab: number
  /** No GPU is to be used. */
  readonly cpu: boolean
}

export type EmbeddedTimes = {
  readonly speeds: { readonly [kind in TestKind]?: readonly number[] }
  /** llama.cpp's release in the package. */
  readonly release: string
}

/**
 * Times one run through node-llama-cpp: prompts read without an answer, answers from the first token on, both of random
 * tokens, the model loaded once as `llama-pajamas-run` would load it. Runs as source text in a process of its own, so that
 * it uses nothing from outside.
 * @throws Error of the package when the model does not load
 */
export async function timeEmbedded(library: TimedLibrary, request: EmbeddedRequest): Promise<EmbeddedTimes> {
  const { model, run, n_ctx, n_vocab, cpu } = request
  const { settings, tests, repetitions } = run
  const random = (length: number) => {
    // Low ids are control tokens in most vocabularies.
    const low = Math.min(100, Math.floor(n_vocab / 2))
    return Array.from({ length }, () => low + Math.floor(Math.random() * (n_vocab - low)))
  }
  const layers = settings.n_gpu_layers
  // Never compiled or downloaded here: nobody asked for that.
  const quiet = { build: 'never', skipDownload: true, progressLogs: false, logLevel: 'error' }
  const llama = await library.getLlama({ ...(cpu && { gpu: false }), ...quiet })
  const loaded = await llama.loadModel({
    modelPath: model,
    ...(cpu ? { gpuLayers: 0 } : layers !== undefined && { gpuLayers: layers < 0 ? 'max' : layers }),
    ...(settings.use_mmap !== undefined && { useMmap: settings.use_mmap }),
  })
  const context = await loaded.createContext({
    contextSize: n_ctx,
    batchSize: settings.n_ubatch ?? 512,
    ...(settings.n_threads !== undefined && { threads: settings.n_threads }),
    flashAttention: settings.flash_attn === 'on',
    sequences: 1,
  })
  const sequence = context.getSequence()
  /** Tokens a second, the first one generated not counted: it ends the reading of the prompt. */
  const decode = async (depth: number, tokens: number) => {
    const answer = sequence.evaluate(random(Math.max(1, depth)), { temperature: 0, yieldEogToken: true })
    await answer.next()
    const start = performance.now()
    let done = 0
    // oxlint-disable-next-line no-await-in-loop -- a token follows from the one before
    while (done < tokens && (await answer.next()).done !== true) done++
    return (done * 1000) / (performance.now() - start)
  }
  const read = async (tokens: number) => {
    const start = performance.now()
    await sequence.evaluateWithoutGeneratingNewTokens(random(tokens))
    return (tokens * 1000) / (performance.now() - start)
  }
  // The first request pays for what is paged in and reserved.
  await decode(16, 1)
  const speeds: { [kind in TestKind]?: number[] } = {}
  for (let turn = 0; turn < repetitions; turn++) {
    for (const test of tests) {
      if (test.kind === 'users') throw new Error('node-llama-cpp is timed for one user')
      // oxlint-disable-next-line no-await-in-loop -- two at once would slow each other down
      await sequence.clearHistory()
      const speed = test.kind === 'pp' ? read(test.tokens) : decode(test.depth, test.tokens)
      // oxlint-disable-next-line no-await-in-loop
      ;(speeds[test.kind] ??= []).push(await speed)
    }
  }
  await llama.dispose()
  const release = llama.llamaCppRelease?.release
  return { speeds, release: typeof release === 'string' ? release : '' }
}
