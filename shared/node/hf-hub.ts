import { homedir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { KIB } from '../units.ts'
import { isLoopback, parseHttpUrl } from './http-url.ts'
import { readTextFile } from './read-text-file.ts'

type Env = Readonly<Record<string, string | undefined>>

const PUBLIC_HUB = 'https://huggingface.co'

/**
 * Where the hub is: MODEL_ENDPOINT or HF_ENDPOINT as llama.cpp reads them (common/common.cpp,
 * common_get_model_endpoint), else huggingface.co. Ends with a slash.
 * @throws UserError for an endpoint that is no http: or https: URL.
 */
export function hubEndpoint(env: Env): URL {
  const text = env['MODEL_ENDPOINT'] || env['HF_ENDPOINT'] || PUBLIC_HUB
  try {
    const { origin, pathname } = parseHttpUrl(text)
    return new URL(pathname.endsWith('/') ? pathname : `${pathname}/`, origin)
  } catch (error) {
    const message = 'the hub that HF_ENDPOINT names is no http: or https: URL'
    throw new UserError('environment', message, 'Unset HF_ENDPOINT, or set it like https://huggingface.co.', {
      cause: error,
    })
  }
}

/**
 * The `Authorization` for a URL: the user's token for huggingface.co and for the endpoint that the environment names,
 * nothing for any other host, and nothing without encryption.
 */
export async function hubAuthorization(url: URL, env: Env): Promise<string | undefined> {
  const hubs = [PUBLIC_HUB, hubEndpoint(env).origin]
  if (!hubs.includes(url.origin) || (url.protocol !== 'https:' && !isLoopback(url))) return undefined
  const token = await hubToken(env)
  return token === undefined ? undefined : `Bearer ${token}`
}

/**
 * HF_TOKEN, HUGGING_FACE_HUB_TOKEN, or what `hf auth login` has saved: HF_TOKEN_PATH, else `token` in HF_HOME, else in
 * `huggingface` of XDG_CACHE_HOME, else of ~/.cache (huggingface_hub, "Environment variables").
 */
async function hubToken(env: Env): Promise<string | undefined> {
  const named = (env['HF_TOKEN'] || env['HUGGING_FACE_HUB_TOKEN'] || '').trim()
  const token = named || (isTrue(env['HF_HUB_DISABLE_IMPLICIT_TOKEN']) ? '' : await savedToken(env))
  if (token === '') return undefined
  // It becomes a header line, and must not be two.
  if (!/^[!-~]{1,512}$/.test(token)) {
    throw new UserError('environment', 'the Hugging Face token has characters that no token has', 'Set HF_TOKEN anew.')
  }
  return token
}

async function savedToken(env: Env): Promise<string> {
  const cache = env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache')
  const path = env['HF_TOKEN_PATH'] || join(env['HF_HOME'] || join(cache, 'huggingface'), 'token')
  try {
    return (await readTextFile(path, 4 * KIB)).trim()
  } catch {
    // Nobody has logged in here. Most models need no token, and for others the answer says so.
    return ''
  }
}

/** As huggingface_hub reads switches. */
export function isTrue(value: string | undefined): boolean {
  return /^(1|on|yes|true)$/i.test(value ?? '')
}
