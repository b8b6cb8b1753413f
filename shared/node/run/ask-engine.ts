import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'

/** How an engine on this machine is asked. */
export type EngineAddress = {
  /** `http://127.0.0.1:PORT`, with the engine's path prefix where it has one. */
  readonly url: string
  readonly api_key?: string
}

export type Answer = { readonly status: number; readonly text: string }

const ANSWER_LIMIT = 16 * 1024 ** 2

/**
 * One request to the engine. Certificates are not checked: it is our own child, on this machine.
 * @throws Error when it does not answer in time, or too much
 */
export function askEngine(
  { url, api_key }: EngineAddress,
  path: string,
  options: { readonly body?: unknown; readonly timeout_ms?: number; readonly signal?: AbortSignal } = {},
): Promise<Answer> {
  const { body, timeout_ms = 5000, signal } = options
  return new Promise((resolve, reject) => {
    openRequest({ url, ...(api_key !== undefined && { api_key }) }, path, { body, signal }, (response) => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > ANSWER_LIMIT) response.destroy(new Error('the answer is too large'))
        else chunks.push(chunk)
      })
      response.on('end', () => {
        clearTimeout(late)
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') })
      })
      response.on('error', fail)
    }).on('error', fail)
    const late = setTimeout(() => fail(new Error(`no answer to ${path} within ${timeout_ms} ms`)), timeout_ms)
    function fail(error: Error): void {
      clearTimeout(late)
      reject(error)
    }
  })
}

/** Sends a request and hands the answer over as it begins to arrive. */
export function openRequest(
  { url, api_key }: EngineAddress,
  path: string,
  { body, signal }: { readonly body?: unknown; readonly signal?: AbortSignal | undefined },
  onResponse: (response: IncomingMessage) => void,
) {
  const target = new URL(url.replace(/\/$/, '') + path)
  const secure = target.protocol === 'https:'
  const text = body === undefined ? undefined : JSON.stringify(body)
  const request = (secure ? httpsRequest : httpRequest)(
    target,
    {
      method: text === undefined ? 'GET' : 'POST',
      agent: false,
      ...(secure && { rejectUnauthorized: false }),
      ...(signal && { signal }),
      headers: {
        ...(api_key !== undefined && { authorization: `Bearer ${api_key}` }),
        ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      },
    },
    onResponse,
  )
  request.end(text)
  return request
}

/** The JSON that the engine answers, or null when it answers something else or nothing. */
export async function askJson(address: EngineAddress, path: string, timeout_ms?: number): Promise<unknown> {
  try {
    const { status, text } = await askEngine(address, path, timeout_ms === undefined ? {} : { timeout_ms })
    return status === 200 ? (JSON.parse(text) as unknown) : null
  } catch {
    return null
  }
}
