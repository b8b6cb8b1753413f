import { UserError } from '../errors.ts'
import type { HttpAnswer } from './http-session.ts'
import { serverTrouble } from './http-trouble.ts'

/** The sentence for a status that is of no use. */
export type StatusTrouble = (where: string, status: number, retry_after: string | undefined) => Error

type OpenedRange = {
  /** Whether the server knows ranges; else the body is the file from its start. */
  readonly ranges: boolean
  /** Bytes of the whole file; null when a server without ranges does not say. */
  readonly size: number | null
  /** Where in the file the body ends; null when the server does not say. */
  readonly end: number | null
  readonly etag: string | undefined
}

const LINK_HINT = 'Give the link that downloads the file; on Hugging Face it has /resolve/ in it, not /blob/.'

/**
 * What an answer to a request for the bytes `from` to `to` (without it) holds, after checks that it is that.
 * @param where the file, for messages
 * @throws UserError for a status, range, type or encoding that is not of use; the answer is let go then
 */
export function openedRange(
  where: string,
  answer: HttpAnswer,
  from: number,
  to: number,
  trouble: StatusTrouble,
): OpenedRange {
  try {
    return checked(where, answer, from, to, trouble)
  } catch (error) {
    answer.stop()
    throw error
  }
}

function checked(
  where: string,
  { status, headers }: HttpAnswer,
  from: number,
  to: number,
  trouble: StatusTrouble,
): OpenedRange {
  if (status === 416 && from === 0) throw new UserError('input', `${where} is empty`)
  if (status !== 200 && status !== 206) throw trouble(where, status, headers['retry-after'])
  if (/^(text\/html|application\/xhtml)/i.test(headers['content-type'] ?? '')) {
    throw new UserError('input', `${where} is a web page, not a GGUF file`, LINK_HINT)
  }
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') {
    throw serverTrouble(where, 'is sent compressed, although the bytes as they are were asked for')
  }
  const { etag } = headers
  const length = headers['content-length'] === undefined ? null : Number(headers['content-length'])
  if (status === 200) {
    if (length === 0) throw new UserError('input', `${where} is empty`)
    return { ranges: false, size: length, end: length, etag }
  }
  const range = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/i.exec(headers['content-range'] ?? '')
  const [first = -1, last = -1, size = -1] = range?.slice(1).map(Number) ?? []
  const possible = first === from && last >= first && last < to && last < size
  if (!possible || (length !== null && length !== last + 1 - first)) {
    throw serverTrouble(where, 'is sent with other bytes than were asked for: its server does not know ranges well')
  }
  return { ranges: true, size, end: last + 1, etag }
}
