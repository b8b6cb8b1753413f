import * as z from 'zod'
import { namePattern } from './name-pattern.ts'

/** Buffers that an override may name: the CPU's, one of the machine's own devices, one of an rpc-server. */
const BUFFER = /^(?:CPU|[A-Za-z]{2,12}\d{0,3}(?:_Private)?|RPC\d{1,2}\[[A-Za-z0-9.:-]{1,260}\])$/

/** Letters of tensor names and of expressions over them: none that a shell, YAML, INI or llama.cpp itself splits at. */
const PATTERN = /^[\w.\\^$|?*+()[\]{}:-]+$/

/**
 * One entry of `override_tensor`, `PATTERN=BUFFER` as llama.cpp's `--override-tensor` takes it (common/arg.cpp,
 * parse_tensor_buffer_overrides).
 */
export const OverrideTextSchema = z.string().max(1300).refine(isOverride, {
  error: 'PATTERN=BUFFER is expected: an expression over tensor names, and CPU or a device such as CUDA0',
})

function isOverride(text: string): boolean {
  const { pattern, buffer } = splitOverride(text)
  if (!PATTERN.test(pattern) || !BUFFER.test(buffer)) return false
  try {
    namePattern(pattern)
    return true
  } catch {
    return false
  }
}

/** The entry's two halves, parted at the first `=`. */
export function splitOverride(text: string): { readonly pattern: string; readonly buffer: string } {
  const at = text.indexOf('=')
  return at < 0 ? { pattern: text, buffer: '' } : { pattern: text.slice(0, at), buffer: text.slice(at + 1) }
}

/**
 * Which device a buffer is, counted as llama.cpp does: those of rpc-servers first, then the machine's own. Null for the
 * CPU, and -1 for a device of a server that the config does not use.
 * @param rpc_servers once for each of their devices
 */
export function bufferDevice(buffer: string, rpc_servers: readonly string[] = []): number | null {
  if (buffer === 'CPU') return null
  const [, nth, remote] = /^RPC(\d+)\[(.*)\]$/.exec(buffer) ?? []
  if (remote !== undefined) return [...rpc_servers.keys()].filter((at) => rpc_servers[at] === remote)[Number(nth)] ?? -1
  return rpc_servers.length + Number(/\d+/.exec(buffer)?.[0] ?? 0)
}
