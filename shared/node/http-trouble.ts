import { UserError } from '../errors.ts'
import { errnoOf } from './file-trouble.ts'

const PROXY_HINT = 'Check the network; behind a proxy set HTTPS_PROXY.'

/** What the user can make of a network error, as the rest of a sentence that begins with the host. */
const REASONS: Readonly<Record<string, { readonly problem: string; readonly hint?: string }>> = {
  ENOTFOUND: { problem: 'cannot be found', hint: `Check the name. ${PROXY_HINT}` },
  EAI_AGAIN: { problem: 'cannot be looked up: the name server does not answer', hint: PROXY_HINT },
  ECONNREFUSED: { problem: 'refuses the connection', hint: 'Check the address and the port.' },
  ECONNRESET: { problem: 'broke off the connection', hint: 'Try again later.' },
  EPIPE: { problem: 'broke off the connection', hint: 'Try again later.' },
  ETIMEDOUT: { problem: 'does not answer', hint: PROXY_HINT },
  EHOSTUNREACH: { problem: 'cannot be reached', hint: PROXY_HINT },
  ENETUNREACH: { problem: 'cannot be reached', hint: PROXY_HINT },
  EPROTO: { problem: 'does not speak TLS', hint: 'Is it http: in place of https:?' },
  ERR_SSL_WRONG_VERSION_NUMBER: { problem: 'does not speak TLS', hint: 'Is it http: in place of https:?' },
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS/

/** Whatever a request threw, as one sentence about `where`; UserErrors pass as they are. */
export function networkTrouble(where: string, error: unknown): UserError {
  if (error instanceof UserError) return error
  const code = errnoOf(error)
  const { problem, hint } = REASONS[code] ?? otherReason(code)
  return new UserError('environment', `${where} ${problem}`, hint, { cause: error })
}

function otherReason(code: string): { readonly problem: string; readonly hint?: string } {
  if (CERTIFICATE.test(code)) {
    const hint = 'If a proxy of yours signs connections, name its certificate in NODE_EXTRA_CA_CERTS.'
    return { problem: `has a certificate that is not trusted (${code})`, hint }
  }
  if (code.startsWith('HPE_')) return { problem: `does not speak HTTP as it should (${code})` }
  return { problem: `cannot be read over the network${code === '' ? '' : `: ${code}`}`, hint: PROXY_HINT }
}

/** Trouble with how a server behaves: `problem` as the rest of a sentence that begins with `where`. */
export function serverTrouble(where: string, problem: string, hint?: string): UserError {
  return new UserError('environment', `${where} ${problem}`, hint)
}

/** The sentence for an HTTP status that is no success, for any server. */
export function statusTrouble(where: string, status: number, retry_after?: string): UserError {
  switch (status) {
    case 401:
      return new UserError('input', `${where} is not open to all: the server wants a login (HTTP 401)`, LOGIN_HINT)
    case 403:
      return new UserError('input', `${where} may not be read: the server forbids it (HTTP 403)`, LOGIN_HINT)
    case 404:
    case 410:
      return new UserError('input', `${where} does not exist (HTTP ${status})`, 'Check the address.')
    case 407:
      return serverTrouble(where, 'cannot be reached: the proxy wants a login (HTTP 407)', PROXY_LOGIN_HINT)
    case 429:
      return serverTrouble(where, 'is asked for too often from here (HTTP 429)', `Try again ${when(retry_after)}.`)
    default: {
      const later = status >= 500 ? 'Try again later.' : undefined
      return serverTrouble(where, `cannot be read: the server answers HTTP ${status}`, later)
    }
  }
}

const LOGIN_HINT = 'Download the file where you are logged in, and pass its path.'
export const PROXY_LOGIN_HINT = 'Set it as HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT.'

/** When a server wants to be asked again; `Retry-After` is seconds or a date, and only seconds are believed. */
export function when(retry_after: string | undefined): string {
  return retry_after !== undefined && /^\d{1,5}$/.test(retry_after) ? `in ${Number(retry_after)} s` : 'later'
}
