import { access, constants, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, join, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { showPath } from './file-trouble.ts'

/** A llama-server program on this machine, and what named it. */
export type Engine = { readonly path: string; readonly origin: 'option' | 'environment' | 'PATH' }

export type EngineSearch = {
  /** `--engine`: a program, a folder that holds it, or a name to look up in PATH. */
  readonly asked: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly cwd: string
}

/** Environment variables that name the program, the first wins. */
const VARIABLES = ['LP_LLAMA_SERVER', 'LLAMA_SERVER'] as const

/**
 * Finds llama-server: the option, the environment, PATH.
 * @throws UserError('environment') when it is nowhere, or when what was named cannot be run; with how to get it on this system
 */
export async function findEngine(search: EngineSearch): Promise<Engine> {
  if (search.asked !== undefined) return named(search, search.asked, '--engine', 'option')
  for (const variable of VARIABLES) {
    const value = search.env[variable]
    if (value) return named(search, value, variable, 'environment')
  }
  const path = await inPath('llama-server', search)
  if (path !== null) return { path, origin: 'PATH' }
  throw new UserError('environment', noEngine(search.cwd), howToGet(search.platform))
}

async function named(search: EngineSearch, value: string, by: string, origin: Engine['origin']): Promise<Engine> {
  const isName = !/[\\/]/.test(value)
  const path = resolve(search.cwd, value)
  const found = (await programAt(path, search.platform)) ?? (isName ? await inPath(value, search) : null)
  if (found !== null) return { path: found, origin }
  throw new UserError(
    'environment',
    `${by} names ${showPath(value)}, which is not a program`,
    howToGet(search.platform),
  )
}

/** A program of this name in one of PATH's folders; null where there is none. */
export async function inPath(name: string, search: Pick<EngineSearch, 'env' | 'platform'>): Promise<string | null> {
  // Windows spells the variable in any case.
  const key = Object.keys(search.env).find((variable) => variable.toUpperCase() === 'PATH')
  const folders = (key === undefined ? '' : (search.env[key] ?? '')).split(delimiter)
  for (const folder of folders) {
    // An empty entry means the working folder to a shell; a downloaded llama-server there must not run by surprise.
    if (folder === '') continue
    const path = await programAt(join(folder, name), search.platform)
    if (path !== null) return path
  }
  return null
}

/** The runnable file at `path`, with `.exe` on Windows, or the program `inside` when `path` is a folder. */
export async function programAt(
  path: string,
  platform: NodeJS.Platform,
  inside = 'llama-server',
): Promise<string | null> {
  const candidates = [path, join(path, inside)].flatMap((name) =>
    platform === 'win32' ? [`${name}.exe`, name] : [name],
  )
  for (const candidate of candidates) {
    try {
      await access(candidate, constants.X_OK)
      if ((await stat(candidate)).isFile()) return candidate
    } catch {
      // Not there, or not for us to run: the next candidate.
    }
  }
  return null
}

function noEngine(cwd: string): string {
  const base = 'llama-server was not found (--engine, LP_LLAMA_SERVER, PATH)'
  return hasNodeLlamaCpp(cwd)
    ? `${base}; node-llama-cpp is installed here, but it serves nothing: it takes --chat and --prompt`
    : base
}

function hasNodeLlamaCpp(cwd: string): boolean {
  try {
    createRequire(join(cwd, 'package.json')).resolve('node-llama-cpp')
    return true
  } catch {
    return false
  }
}

/** One line: how llama.cpp is installed on this system (llama.cpp, docs/install.md). */
function howToGet(platform: NodeJS.Platform): string {
  const builds =
    'or take a build from https://github.com/ggml-org/llama.cpp/releases and pass --engine PATH; for --chat, --prompt and tune ' +
    'npm install node-llama-cpp will do.'
  if (platform === 'darwin') return `Install it with: brew install llama.cpp, ${builds}`
  if (platform === 'win32') return `Install it with: winget install llama.cpp, ${builds}`
  return `Install it with: brew install llama.cpp, or conda install -c conda-forge llama.cpp, ${builds}`
}
