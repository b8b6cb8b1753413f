import type { EngineAddress } from './ask-engine.ts'

/** Where the engine, or the gate before it, listens. */
export type Listen = { readonly host: string; readonly port: number }

/** What a request to an engine needs beside where it listens. */
export type EngineEntry = {
  readonly api_key?: string
  /** Path prefix of its API: `/v2`; '' without. */
  readonly prefix?: string
  readonly scheme?: 'http' | 'https'
}

/** Addresses that mean every interface are asked on the loopback one. */
export function addressOf(
  { api_key, prefix = '', scheme = 'http' }: EngineEntry,
  { host, port }: Listen,
): EngineAddress {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  const url = `${scheme}://${name.includes(':') ? `[${name}]` : name}:${port}${prefix}`
  return { url, ...(api_key !== undefined && { api_key }) }
}
