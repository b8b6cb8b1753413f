/** Why an engine ended that nobody told to. */
export type EngineTrouble =
  | { readonly kind: 'out of memory'; readonly device: string | null; readonly bytes: number | null }
  | { readonly kind: 'port in use'; readonly where: string }
  | { readonly kind: 'bad argument'; readonly what: string }
  | { readonly kind: 'model'; readonly what: string }
  | { readonly kind: 'killed' }
  | { readonly kind: 'crash'; readonly what: string }

/** How a process ended, and the last lines that it wrote. */
export type EngineEnd = {
  readonly code: number | null
  readonly signal: string | null
  readonly tail: readonly string[]
}

type Pattern = readonly [RegExp, (found: RegExpExecArray) => EngineTrouble]

const outOf = (device: string | undefined, bytes?: number): EngineTrouble => ({
  kind: 'out of memory',
  device: device ?? null,
  bytes: bytes !== undefined && Number.isFinite(bytes) ? bytes : null,
})
const MB = 1024 ** 2

/** Messages of llama.cpp and ggml, this release's and older ones'; the first that fits any line counts. */
const PATTERNS: readonly Pattern[] = [
  // ggml-cuda.cu, ggml_backend_cuda_buffer_type_alloc_buffer
  [
    /allocating ([\d.]+) MiB on device (\d+): \w+ failed: out of memory/i,
    ([, mib, id]) => outOf(`device ${id}`, Number(mib) * MB),
  ],
  // ggml-alloc.c, ggml_gallocr_reserve_n and alloc_tensor_range
  [/failed to allocate (\S+) buffer of size (\d+)/, ([, name, bytes]) => outOf(name, Number(bytes))],
  // ggml-vulkan
  [/Device memory allocation of size (\d+) failed/, ([, bytes]) => outOf('Vulkan', Number(bytes))],
  // ggml-metal-device.m
  [/failed to allocate buffer, size =\s*([\d.]+) MiB/, ([, mib]) => outOf('Metal', Number(mib) * MB)],
  [/failed to allocate Metal buffer of (\d+) bytes/, ([, bytes]) => outOf('Metal', Number(bytes))],
  // ggml.c, ggml_aligned_malloc
  [/insufficient memory \(attempted to allocate\s+([\d.]+) MB\)/, ([, mb]) => outOf('Host', Number(mb) * MB)],
  // src/llama-model.cpp, src/llama-kv-cache.cpp, src/llama-context.cpp
  [/unable to allocate (\S+) buffer/, ([, name]) => outOf(name)],
  [/failed to allocate (?:buffer for (?:kv|rs) cache|compute \w+ buffers|output buffer)/, () => outOf(undefined)],
  [
    /out of memory|OutOfDeviceMemory|OutOfMemory|hipErrorOutOfMemory|std::bad_alloc|Cannot allocate memory|insufficient memory/i,
    () => outOf(undefined),
  ],
  // tools/server/server-http.cpp
  [
    /couldn't bind HTTP server socket, hostname: (\S+), port: (\d+)/,
    ([, host, port]) => ({ kind: 'port in use', where: `${host}:${port}` }),
  ],
  [
    /error: (?:invalid argument|unknown argument|invalid value)[^\n]*/i,
    ([what]) => ({ kind: 'bad argument', what: what.replace(/^error: /i, '') }),
  ],
  [/error while handling argument[^\n]*/i, ([what]) => ({ kind: 'bad argument', what })],
  [/unknown model architecture: '?([\w.-]+)/, ([, name]) => ({ kind: 'model', what: `does not know ${name} models` })],
  [/error loading model: ([^\n]+)/, ([, what = '']) => ({ kind: 'model', what: `says of the model: ${what}` })],
  [/failed to load model/, () => ({ kind: 'model', what: 'could not load the model' })],
]

/** What ended the engine; null for an end in order. */
export function engineTrouble({ code, signal, tail }: EngineEnd): EngineTrouble | null {
  if (code === 0) return null
  for (const [pattern, meaning] of PATTERNS) {
    for (const line of tail) {
      const found = pattern.exec(line)
      if (found !== null) return meaning(found)
    }
  }
  // 128 + 9, where a shell stands between.
  if (signal === 'SIGKILL' || code === 137) return { kind: 'killed' }
  return { kind: 'crash', what: lastWords(tail) ?? (signal === null ? `exit code ${code}` : signal) }
}

/** Whether a second start can go better than the first. */
export function isWorthRestart(trouble: EngineTrouble, was_ready: boolean): boolean {
  if (trouble.kind === 'out of memory') return true
  return was_ready && (trouble.kind === 'killed' || trouble.kind === 'crash')
}

/** The last line that says what was wrong: an assertion, an error. */
function lastWords(tail: readonly string[]): string | null {
  const line = tail.findLast((text) => /GGML_ASSERT|terminate called|\bE \w|error|exception/i.test(text))
  // An assertion begins with the file's path on the machine that built the engine.
  return line === undefined ? null : line.replace(/^[\d.]+ [A-Z] \s*|^\S*[\\/](?=[\w.-]+:\d+: )/, '').trim()
}
