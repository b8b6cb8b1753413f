import * as z from 'zod'
import { UserError } from '../errors.ts'
import { plain } from '../report/plain.ts'
import { MIB } from '../units.ts'
import type { HfName } from './hf-name.ts'
import type { HttpAnswer, HttpSession } from './http-session.ts'
import { serverTrouble, statusTrouble, when } from './http-trouble.ts'

/** A page of the hub's list is 1,000 files in about 400 KiB. */
const MAX_ANSWER_BYTES = 4 * MIB
const MAX_PAGES = 10
const MAX_ENTRIES = 10_000
const MAX_PATH = 1000

const TreeSchema = z.array(z.looseObject({ type: z.string(), path: z.string() })).max(MAX_ENTRIES)

/**
 * Paths of the files in a repository's main branch (hub API: /api/models/OWNER/REPO/tree/REVISION, in pages that
 * follow each other by the Link header). Paths that lead out of the repository are left out, as llama.cpp does.
 * @throws UserError with one sentence for a repository that may not be read, and for an answer that is none.
 */
export async function listHfFiles(
  session: HttpSession,
  endpoint: URL,
  name: HfName,
  login: boolean,
): Promise<string[]> {
  const paths: string[] = []
  let url: URL | null = new URL(`api/models/${name.owner}/${name.repo}/tree/main?recursive=true`, endpoint)
  for (let page = 0; url !== null && page < MAX_PAGES; page++) {
    // oxlint-disable-next-line no-await-in-loop -- a page tells where the next one is
    const answer = await session.get(url, { accept: 'application/json' })
    if (answer.status !== 200) {
      answer.stop()
      throw hubTrouble(endpoint, name, login, answer.status, answer.headers['retry-after'])
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    const entries = parseTree(url, await bodyText(url, answer))
    for (const { type, path } of entries) if (type === 'file' && isInside(path)) paths.push(path)
    url = nextPage(url, String(answer.headers.link ?? ''))
  }
  return paths
}

/** The sentence for a status of the hub, which hides private repositories from those who may not see them. */
export function hubTrouble(
  endpoint: URL,
  { owner, repo }: HfName,
  login: boolean,
  status: number,
  retry_after: string | undefined,
): UserError {
  const where = `hf:${owner}/${repo}`
  const page = new URL(`${owner}/${repo}`, endpoint).href
  switch (status) {
    case 401:
      return login
        ? new UserError('input', `${where}: ${endpoint.host} does not accept your token (HTTP 401)`, NEW_TOKEN_HINT)
        : new UserError('input', `${where} does not exist, or is private or gated (HTTP 401)`, TOKEN_HINT)
    case 403:
      return new UserError(
        'input',
        `${where} may not be read${login ? ' with your token' : ' without a token'} (HTTP 403)`,
        `Accept its terms at ${page}${login ? '.' : ', and set HF_TOKEN.'}`,
      )
    case 404:
      return new UserError('input', `${where} does not exist (HTTP 404)`, 'Check the name, upper and lower case too.')
    case 429: {
      const hint = `Try again ${when(retry_after)}${login ? '' : ', or set HF_TOKEN, which allows more'}.`
      return serverTrouble(where, `is asked for too often from here (HTTP 429)`, hint)
    }
    default:
      return statusTrouble(where, status, retry_after)
  }
}

const TOKEN_HINT = 'Check the name; for a private or gated model set HF_TOKEN to a token of yours.'
const NEW_TOKEN_HINT = 'Set HF_TOKEN to a token that is still valid, or unset it for a public model.'

async function bodyText(url: URL, answer: HttpAnswer): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one body, read in order
    const chunk = await answer.next()
    if (chunk === null) return Buffer.concat(chunks).toString('utf8')
    chunks.push(chunk)
    bytes += chunk.byteLength
    if (bytes > MAX_ANSWER_BYTES) {
      answer.stop()
      throw serverTrouble(url.host, `sends a list of files of more than ${MAX_ANSWER_BYTES} bytes`)
    }
  }
}

function parseTree(url: URL, text: string): z.infer<typeof TreeSchema> {
  try {
    return TreeSchema.parse(JSON.parse(text))
  } catch (error) {
    const message = `${url.host} does not answer with a list of files, as a Hugging Face hub does`
    throw new UserError('environment', message, 'Check HF_ENDPOINT, if it is set.', { cause: error })
  }
}

/** Whether a path names something in the repository, in characters that can be shown. */
function isInside(path: string): boolean {
  const parts = path.split('/')
  return (
    path.length <= MAX_PATH &&
    plain(path) === path &&
    !/[\\:]/.test(path) &&
    parts.every((part) => !/^\.{0,2}$/.test(part))
  )
}

/** `<URL>; rel="next"` (RFC 8288), on the same server only. */
function nextPage(url: URL, link: string): URL | null {
  const target = /<([^<>]*)>\s*;[^,<]*\brel="?next\b/i.exec(link)?.[1]
  if (target === undefined || !URL.canParse(target, url.href)) return null
  const next = new URL(target, url)
  return next.origin === url.origin ? next : null
}
