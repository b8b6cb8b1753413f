import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { UserError } from '../../shared/errors.ts'
import { llamaServerArgs } from '../../shared/export/llama-server.ts'
import { fitArgs } from '../../shared/run/engine-flags.ts'
import type { EngineWords } from '../../shared/run/engine-words.ts'
import type { ApiKey } from '../../shared/node/run/api-key.ts'
import type { EngineFacts } from '../../shared/node/run/engine-facts.ts'
import type { Listen } from '../../shared/node/run/engine-address.ts'
import type { EngineRecipe } from '../../shared/node/run/supervise.ts'
import { wholeNumber } from '../inputs/number.ts'

/** llama-server's own (common/common.h). */
const DEFAULT_PORT = 8080
/** From here on the log tells the size of every buffer (common/log.h: trace). */
const TELLING_LOG = 4

/**
 * Where to listen: flags, else the engine's own words, else 127.0.0.1:8080.
 * @throws UserError('usage') for a port that is none
 */
export function listenOf(flags: { readonly host?: string; readonly port?: string }, words: EngineWords): Listen {
  const host = flags.host ?? words.host ?? '127.0.0.1'
  if (host === '' || host.includes('/') || host.endsWith('.sock')) {
    throw new UserError('usage', `--host takes an address, not ${host === '' ? 'nothing' : host}`)
  }
  const port = flags.port ?? words.port
  return { host, port: port === undefined ? DEFAULT_PORT : wholeNumber('port', port, 0, 65_535) }
}

/**
 * The engine's arguments for a config: the config's own, what watching needs, then what the user gave for the engine.
 * What this engine does not know is left out, with a note.
 */
export function engineArgs(
  config: RuntimeConfig,
  listen: Listen,
  { words, facts, key }: { readonly words: EngineWords; readonly facts: EngineFacts; readonly key: ApiKey },
): { readonly args: readonly string[]; readonly notes: readonly string[] } {
  const own = [...llamaServerArgs(config), ...addressArgs(listen), ...watchingArgs(words), ...key.args]
  const { args, notes } = fitArgs(own, facts.flags)
  return { args: [...args, ...words.rest], notes }
}

/** How the engine is reached and what it needs of our environment, whatever it runs. */
export function entryOf(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
  { words, key }: { readonly words: EngineWords; readonly key: ApiKey },
): Omit<EngineRecipe, 'argsFor'> {
  return {
    path,
    env: { ...env, ...key.env },
    prefix: words.prefix,
    scheme: words.secure ? 'https' : 'http',
    ...(key.key !== undefined && { api_key: key.key }),
  }
}

export function recipeOf(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
  parts: { readonly words: EngineWords; readonly facts: EngineFacts; readonly key: ApiKey },
): EngineRecipe {
  return { ...entryOf(path, env, parts), argsFor: (config, listen) => engineArgs(config, listen, parts).args }
}

export function addressArgs({ host, port }: Listen): readonly string[] {
  return ['--host', host, '--port', String(port)]
}

/** What the engine is asked for so that it can be watched. */
export function watchingArgs(words: EngineWords): readonly string[] {
  return [
    '--metrics',
    ...(words.rest.includes('--no-slots') ? [] : ['--slots']),
    ...(words.own_log ? [] : ['-lv', String(TELLING_LOG)]),
  ]
}
