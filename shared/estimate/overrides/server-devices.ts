import type { TargetDevice } from '../../profile/target.ts'
import { hasOverrides, type Overrides } from './tensor-override.ts'

/** How many devices each rpc-server has, in the order of `--rpc`. */
export function serverDevices(devices: readonly Pick<TargetDevice, 'remote'>[]): number[] {
  const counts = new Map<string, number>()
  for (const { remote } of devices) if (remote) counts.set(remote.address, (counts.get(remote.address) ?? 0) + 1)
  return [...counts.values()]
}

/**
 * Each server once a device, as overrides count devices (`RPC1[host:port]` is the second of one server,
 * ggml_backend_rpc_buffer_type). As they are where the servers are others than those counted.
 */
export function serversPerDevice(servers: readonly string[] = [], counts: readonly number[] = []): readonly string[] {
  if (counts.length !== servers.length) return servers
  return servers.flatMap((server, at) => Array<string>(counts[at] ?? 1).fill(server))
}

/** Settings whose overrides find the devices of their servers. */
export function perDevice<T extends Overrides>(settings: T, counts: readonly number[] = []): T {
  if (!hasOverrides(settings) || counts.every((n) => n === 1)) return settings
  return { ...settings, rpc_servers: serversPerDevice(settings.rpc_servers, counts) }
}
