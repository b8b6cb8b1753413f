import type { FindingArgs } from '../../finding.ts'
import { nearestNames } from '../../nearest.ts'
import { OverrideTextSchema } from '../overrides/override-text.ts'
import { RpcAddressSchema } from '../../rpc-address.ts'

/** A value that was understood, or why it was not, in the arguments of rule LP004. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly args: FindingArgs }

const INT_MAX = 2 ** 31 - 1

/** std::stoi would take `32k` for 32: what follows the digits is refused, since nobody means it. */
export function wholeIn(text: string, least: number, most: number = INT_MAX): Parsed<number> {
  if (!/^[+-]?\d{1,20}$/.test(text.trim())) return no({ problem: 'type', expected: ['int'], found: 'string' })
  const value = Number(text)
  if (value < least) return no({ problem: 'too_small', limit: least, of: 'number', value })
  if (value > most) return no({ problem: 'too_big', limit: most, of: 'number', value })
  return { ok: true, value }
}

export function numberIn(text: string, least: number, most: number): Parsed<number> {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text.trim()) || text.length > 40) {
    return no({ problem: 'type', expected: ['number'], found: 'string' })
  }
  const value = Number(text)
  if (value < least) return no({ problem: 'too_small', limit: least, of: 'number', value })
  if (value > most) return no({ problem: 'too_big', limit: most, of: 'number', value })
  return { ok: true, value }
}

export function choiceIn<const T extends string>(text: string, choices: readonly T[]): Parsed<T> {
  const value = choices.find((choice) => choice === text)
  if (value !== undefined) return { ok: true, value }
  return no({ problem: 'choice', choices, near: nearestNames(text, choices, 1) })
}

/** llama.cpp's words for yes and no (common/arg.cpp, is_truthy and is_falsey). */
export function truthIn(text: string): Parsed<boolean> {
  if (['on', 'enabled', 'true', '1'].includes(text)) return { ok: true, value: true }
  if (['off', 'disabled', 'false', '0'].includes(text)) return { ok: true, value: false }
  return no({ problem: 'choice', choices: ['on', 'off'], near: [] })
}

/** Shares of the devices, with commas or slashes between them (common/arg.cpp, --tensor-split). */
export function sharesIn(text: string): Parsed<number[]> {
  const parts = text.split(/[,/]+/)
  if (parts.length > 128) return no({ problem: 'too_big', limit: 128, of: 'array' })
  const shares = parts.map((part) => numberIn(part, 0, 1e9))
  const wrong = shares.find((share) => !share.ok)
  if (wrong !== undefined) return { ok: false, args: wrong.args }
  return { ok: true, value: shares.flatMap((share) => (share.ok ? [share.value] : [])) }
}

/** Addresses of rpc-servers with commas between them (common/arg.cpp, --rpc; ggml-rpc.cpp, parse_endpoint). */
export function serversIn(text: string): Parsed<string[]> {
  const servers = text.split(',')
  if (servers.length > 16) return no({ problem: 'too_big', limit: 16, of: 'array' })
  if (servers.every((one) => RpcAddressSchema.safeParse(one).success)) return { ok: true, value: servers }
  return no({ problem: 'form', form: 'host:port of each rpc-server, the port from 1 to 65535, with commas between' })
}

/** Tensors by name with commas between them (common/arg.cpp, parse_tensor_buffer_overrides). */
export function overridesIn(text: string): Parsed<string[]> {
  const entries = text.split(',')
  if (entries.every((one) => OverrideTextSchema.safeParse(one).success)) return { ok: true, value: entries }
  return no({ problem: 'form', form: 'PATTERN=BUFFER of each tensor, with commas between' })
}

/** Layers, from the first, whose dense feed-forward weights stay on the CPU (common.h, LLM_FFN_DENSE_REGEX). */
export function denseLayersIn(text: string): Parsed<string[]> {
  const count = wholeIn(text, 0, 200)
  if (!count.ok) return count
  const layers = Array.from({ length: count.value }, (_, il) => il).join('|')
  return { ok: true, value: layers === '' ? [] : [`blk\\.(${layers})\\.ffn_(up|down|gate)\\.=CPU`] }
}

function no(args: FindingArgs): { readonly ok: false; readonly args: FindingArgs } {
  return { ok: false, args }
}
