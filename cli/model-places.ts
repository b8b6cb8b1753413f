import { posix, win32 } from 'node:path'

/** A folder where GGUF files may lie. */
export type ModelPlace = {
  /** As lists show it. */
  readonly name: string
  readonly path: string
  /** Folders below it that are looked into; 0 is the folder alone. */
  readonly depth: number
  /** `ollama`: models are listed in manifests and named by digest. */
  readonly kind: 'files' | 'ollama'
}

export type PlaceHints = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly cwd: string
  readonly home: string
  /** Content of `~/.lmstudio-home-pointer`, where there is one. */
  readonly lm_studio_home?: string | undefined
}

/**
 * Where people keep models, each by the rule of the program that puts them there:
 * - llama.cpp before its downloads moved to the hub cache: LLAMA_CACHE, else the system's cache folder (llama.cpp,
 *   common/common.cpp fs_get_cache_directory);
 * - Hugging Face hub, and llama.cpp since then: LLAMA_CACHE (llama.cpp alone), HF_HUB_CACHE, HUGGINGFACE_HUB_CACHE, HF_HOME/hub,
 *   XDG_CACHE_HOME/huggingface/hub, ~/.cache/huggingface/hub (llama.cpp, common/hf-cache.cpp);
 * - LM Studio: `models` in the folder that ~/.lmstudio-home-pointer names, else ~/.lmstudio; before 0.3 ~/.cache/lm-studio;
 * - Ollama: OLLAMA_MODELS, else ~/.ollama/models, and the service's own folder on Linux (Ollama's FAQ).
 */
export function modelPlaces(hints: PlaceHints): readonly ModelPlace[] {
  const { env, platform, cwd, home } = hints
  const { join } = platform === 'win32' ? win32 : posix
  const files = (name: string, path: string, depth: number): ModelPlace => ({ name, path, depth, kind: 'files' })
  const lm_studio = hints.lm_studio_home?.trim() || join(home, '.lmstudio')
  const ollama = env['OLLAMA_MODELS'] || join(home, '.ollama', 'models')
  const all: readonly ModelPlace[] = [
    files('here', cwd, 0),
    files('./models', join(cwd, 'models'), 4),
    files('llama.cpp', llamaCache(hints), 5),
    files('HF cache', hubCache(hints), 5),
    files('LM Studio', join(lm_studio, 'models'), 4),
    files('LM Studio', join(home, '.cache', 'lm-studio', 'models'), 4),
    { name: 'Ollama', path: ollama, depth: 4, kind: 'ollama' },
    ...(platform === 'linux'
      ? [{ name: 'Ollama', path: '/usr/share/ollama/.ollama/models', depth: 4, kind: 'ollama' as const }]
      : []),
  ]
  return all.filter(({ path }, index) => all.findIndex((other) => other.path === path) === index)
}

function llamaCache({ env, platform, home }: PlaceHints): string {
  const { join } = platform === 'win32' ? win32 : posix
  if (env['LLAMA_CACHE']) return env['LLAMA_CACHE']
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'llama.cpp')
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'llama.cpp')
  return join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'llama.cpp')
}

function hubCache({ env, platform, home }: PlaceHints): string {
  const { join } = platform === 'win32' ? win32 : posix
  const own = env['HF_HUB_CACHE'] || env['HUGGINGFACE_HUB_CACHE']
  if (own) return own
  if (env['HF_HOME']) return join(env['HF_HOME'], 'hub')
  return join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'huggingface', 'hub')
}
