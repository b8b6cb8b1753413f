import { UserError } from '../errors.ts'
import { showPath } from './file-trouble.ts'

const MAX_URL_LENGTH = 8192

/**
 * A URL that a user or a server named, over http or https.
 * @throws UserError that repeats no more of the text than is safe to show.
 */
export function parseHttpUrl(text: string): URL {
  if (text.length > MAX_URL_LENGTH) throw new UserError('usage', `a URL may have at most ${MAX_URL_LENGTH} characters`)
  const url = URL.canParse(text) ? new URL(text) : null
  // The text itself is not shown: what cannot be parsed may hold a password anywhere.
  if (url === null) throw new UserError('usage', 'this is no possible URL', 'Give it as https://host/path/model.gguf.')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UserError(
      'usage',
      `models are read over http: and https: only, not ${showPath(url.protocol)}`,
      'Download the GGUF file and pass its path.',
    )
  }
  return url
}

/** A URL for messages: without user name, password, query and fragment, where secrets and signatures stand. */
export function showUrl(url: URL): string {
  const shown = showPath(`${url.origin}${url.pathname}`)
  return shown.length <= 200 ? shown : `${shown.slice(0, 197)}...`
}

/**
 * The name that a file of this URL gets on disk: the last part of its path, as llama.cpp takes it (common/arg.cpp,
 * get_default_local_path), but never one that leads elsewhere.
 */
export function fileNameOf(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? ''
  const name = percentDecoded(last)
  return name === '' || /^\.+$|[\\/\p{C}]/u.test(name) ? 'model.gguf' : name
}

/** Text of a URL as people write it; as it is where it cannot be decoded. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether a host is this machine itself. */
export function isLoopback(url: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
}
