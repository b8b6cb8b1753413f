import type { RuntimeConfig } from '../config/runtime-config.ts'
import { UserError } from '../errors.ts'

/** Where the model comes from: a file, or what llama-server downloads itself. */
export type ModelSource = {
  readonly kind: 'file' | 'hub' | 'url' | 'docker'
  /** The value without the prefix that tells the kind. */
  readonly value: string
}

/** The kind of `model_path`: `hf:owner/repo[:quant]`, `docker:repo`, a URL, else a file. */
export function modelSource(path: string): ModelSource {
  if (path.startsWith('hf:')) return { kind: 'hub', value: path.slice(3) }
  if (path.startsWith('docker:')) return { kind: 'docker', value: path.slice(7) }
  return /^https?:\/\//i.test(path) ? { kind: 'url', value: path } : { kind: 'file', value: path }
}

/** What no format of ours can carry in one line: control characters, and halves of a character. */
const UNWRITABLE = /[\p{Cc}\u2028\u2029]|\p{Surrogate}/u

/**
 * The config's model path, if a line of text can hold it.
 * @throws UserError for a path with a line break or another control character
 */
export function writableModelPath({ model_path }: RuntimeConfig): string {
  if (!UNWRITABLE.test(model_path)) return model_path
  throw new UserError(
    'input',
    `the model path ${JSON.stringify(model_path)} holds a control character, which this format cannot carry`,
    'Rename the file, or export to llama-server.',
  )
}

/**
 * No program but a shell knows `~`, and an export quotes it.
 * @throws UserError for a model in the home folder of nobody in particular
 */
export function refuseTilde({ model_path }: RuntimeConfig): void {
  if (!/^~[\\/]/.test(model_path)) return
  throw new UserError(
    'input',
    `the model path ${model_path} starts with ~, which only a shell replaces`,
    'Write the whole path into the config; a folder that is called so is ./~.',
  )
}

/** A path as POSIX systems have it. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/')
}

/** A name for the model: its file's, without the ending and the number of a part, in letters that every format takes. */
export function modelName({ model_path }: RuntimeConfig): string {
  const { value } = modelSource(model_path)
  const { file } = splitPath(value)
  const bare = file.replace(/\.gguf$/i, '').replace(/-\d{5}-of-\d{5}$/, '')
  const name = bare.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
  return name === '' ? 'model' : name.slice(0, 60)
}

/** Folder and file of a path; a backslash divides only in paths of Windows. The folder is empty where there is none. */
export function splitPath(path: string): { readonly folder: string; readonly file: string } {
  const windows = isWindowsPath(path) || (path.includes('\\') && !path.includes('/'))
  const cut = windows ? Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) : path.lastIndexOf('/')
  return { folder: path.slice(0, Math.max(cut, 0)) || (cut === 0 ? '/' : ''), file: path.slice(cut + 1) }
}

/** A path that starts at a drive or at a share of Windows. */
export function isWindowsPath(path: string): boolean {
  return /^[a-z]:[\\/]|^\\\\/i.test(path)
}
