import { spelled } from '../config/formats/flag-names.ts'
import { UserError } from '../errors.ts'

/** What words for llama-server say that we must know ourselves; the rest goes to the engine as it is. */
export type EngineWords = {
  readonly rest: readonly string[]
  readonly host?: string
  readonly port?: string
  readonly api_key?: string
  readonly api_key_file?: string
  readonly prefix: string
  readonly secure: boolean
  /** How much the engine logs was chosen by hand. */
  readonly own_log: boolean
}

const LIFTED: Readonly<Record<string, 'host' | 'port' | 'api_key' | 'api_key_file'>> = {
  '--host': 'host',
  '--port': 'port',
  '--api-key': 'api_key',
  '--api-key-file': 'api_key_file',
}
const LOG = /^(-v|--verbose|--log-verbose|-lv|--verbosity|--log-verbosity|--log-disable)$/

/**
 * Takes address and keys out of the engine's own words, so that a key never stands in its process list.
 * @throws UserError('usage') when one of them has no value, or a certificate and its key are not both there
 */
export function engineWords(words: readonly string[]): EngineWords {
  const rest: string[] = []
  const lifted: Partial<Record<'host' | 'port' | 'api_key' | 'api_key_file', string>> = {}
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const key = LIFTED[spelled(word)]
    if (key === undefined) {
      rest.push(word)
      continue
    }
    const value = words[++at]
    if (value === undefined) throw new UserError('usage', `${word} after -- has no value`)
    lifted[key] = value
  }
  const flags = rest.map(spelled)
  const [cert, key] = ['--ssl-cert-file', '--ssl-key-file'].map((flag) => {
    const at = flags.lastIndexOf(flag)
    return at >= 0 && rest[at + 1] !== ''
  })
  // tools/server/server-http.cpp: anything less than both is plain HTTP, and no word about it.
  if (cert !== key) {
    const [given, absent] = cert ? ['cert', 'key'] : ['key', 'cert']
    throw new UserError(
      'usage',
      `--ssl-${given}-file after -- is without --ssl-${absent}-file: llama-server would serve without TLS`,
      'Give both files, or neither.',
    )
  }
  const prefix = rest[flags.lastIndexOf('--api-prefix') + 1]
  return {
    rest,
    ...lifted,
    prefix: flags.includes('--api-prefix') ? (prefix ?? '').replace(/\/$/, '') : '',
    secure: cert === true,
    own_log: flags.some((word) => LOG.test(word)),
  }
}
