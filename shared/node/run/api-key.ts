import { UserError } from '../../errors.ts'
import { readTextFile } from '../read-text-file.ts'

/** A key for llama-server: how it gets it, and what we ask it with ourselves. Never an argument that holds the key. */
export type ApiKey = {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** The first key; undefined when anyone may ask. */
  readonly key?: string
}

const KEY_FILE_LIMIT = 64 * 1024

export type KeySources = {
  /** `--api-key-file`, ours or the engine's. */
  readonly file: string | undefined
  /** A key among the engine's own words: it goes by the environment instead. */
  readonly word: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * llama-server takes keys from `--api-key-file` or the file in `LLAMA_ARG_API_KEY_FILE`, one a line, and from `LLAMA_API_KEY`,
 * with commas between (common/arg.cpp).
 * @throws UserError when the file cannot be read or holds no key
 */
export async function findApiKey({ file, word, env }: KeySources): Promise<ApiKey> {
  const keys_in = file ?? env['LLAMA_ARG_API_KEY_FILE']
  const listed = word ?? env['LLAMA_API_KEY']
  const own = listed?.split(',').find((key) => key !== '')
  const more = word === undefined ? {} : { LLAMA_API_KEY: word }
  if (keys_in === undefined) return { args: [], env: more, ...(own !== undefined && { key: own }) }
  const lines = (await readTextFile(keys_in, KEY_FILE_LIMIT)).split(/\r?\n/)
  const key = own ?? lines.find((line) => line !== '' && !line.startsWith('#'))
  if (key === undefined)
    throw new UserError('input', `${keys_in} holds no API key`, 'One key a line; # begins a comment.')
  return { args: ['--api-key-file', keys_in], env: more, key }
}
