import * as z from 'zod'

/** `host:port` of an rpc-server, as llama.cpp's `--rpc` takes it (ggml-rpc.cpp, parse_endpoint): no IPv6. */
export const RpcAddressSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?:(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/,
    'host:port, the port from 1 to 65535',
  )
  .max(260)

/** IPv4 networks that are no part of the internet: RFC 1122, 1918, 3927, 6598 (carrier and overlay networks). */
const PRIVATE = [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const

/**
 * Whether an rpc-server's address can be reached from the internet: a public IPv4 address, or a name with a public
 * ending. rpc-server has no authentication and no encryption (llama.cpp, tools/rpc/README.md).
 */
export function isPublicAddress(address: string): boolean {
  const host = address.slice(0, address.lastIndexOf(':')).toLowerCase()
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) {
    return !PRIVATE.some(([network, bits]) => sameNetwork(host, network, bits))
  }
  return host.includes('.') && !/\.(?:local|lan|internal|home\.arpa|localhost|test)$/.test(host)
}

function sameNetwork(a: string, b: string, bits: number): boolean {
  const shift = 2 ** (32 - bits)
  return Math.floor(numberOf(a) / shift) === Math.floor(numberOf(b) / shift)
}

function numberOf(ip: string): number {
  return ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}
