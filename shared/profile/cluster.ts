import * as z from 'zod'
import { UserError } from '../errors.ts'
import { profileNamed } from './find-profile.ts'
import { RpcAddressSchema } from '../rpc-address.ts'
import type { Target, TargetDevice } from './target.ts'

/** What a link is taken for where nobody says: gigabit Ethernet through one switch. */
const LINK_GBIT_S = 1
const LATENCY_MS = 0.5

const MachineSchema = z.strictObject({
  /** A profile id or a snapshot file; `auto` is this machine. */
  hardware: z.string().min(1).max(4096),
  /** `host:port` of its rpc-server; the first machine, which runs llama-server, has none. */
  address: RpcAddressSchema.optional(),
  /** Speed of its link to the first machine. */
  link_gbit_s: z.number().gt(0).max(10_000).optional(),
  /** Round trip to the first machine, as `ping` tells it. */
  latency_ms: z.number().min(0).max(10_000).optional(),
})

/** `cluster.yml`: the machine that runs llama-server first, then those that run rpc-server, in the order of `--rpc`. */
export const ClusterSchema = z.strictObject({
  $schema: z.string().max(500).optional(),
  version: z.literal(1).optional(),
  machines: z.array(MachineSchema).min(2).max(16),
})
export type Cluster = z.infer<typeof ClusterSchema>

export type ClusterMachine = {
  readonly target: Target
  readonly address?: string | undefined
  readonly link_gbit_s?: number | undefined
  readonly latency_ms?: number | undefined
}

/**
 * Several machines as one target, as llama.cpp's RPC back-end makes it: the devices of the rpc-servers come first, in the
 * order of `--rpc`, then those of the machine that runs llama-server (src/llama.cpp, llama_model_load: "add RPC servers at
 * the front of the list"). A machine without a GPU offers its CPU as a device (tools/rpc/rpc-server.cpp).
 * @throws UserError for fewer than two machines, an address on the first, or one that two machines have
 */
export function clusterTarget([main, ...others]: readonly ClusterMachine[]): Target {
  if (main === undefined || others.length === 0) throw new UserError('usage', 'a cluster has two machines or more')
  if (main.address !== undefined) {
    throw new UserError(
      'input',
      'the first machine runs llama-server itself and has no address',
      'Take its address out.',
    )
  }
  const [second = -1] = addressesTwice(others.map(({ address }) => address))
  const twice = others[second]
  if (twice !== undefined) {
    throw new UserError('input', `two machines of the cluster have the address ${twice.address}`)
  }
  const remote = others.flatMap((machine, at) => remoteDevices(machine, at + 1))
  const { target } = main
  const backends = [...target.devices, ...remote].map(({ backend }) => backend).filter((one) => one !== 'cpu')
  const [first = 'cpu'] = backends
  const backend = target.devices.length > 0 ? target.backend : first
  if (backend === 'cpu') {
    throw new UserError(
      'input',
      'no machine of the cluster has a GPU: every layer that leaves a CPU for another only adds a link',
      'Plan for the machine with most memory by itself.',
    )
  }
  const guessed = others.some(({ address }) => address === undefined)
  return {
    ...target,
    id: [target.id, ...others.map((one) => one.target.id)].join('+'),
    display_name: [main, ...others].map((one) => one.target.display_name).join(' + '),
    profile_id: target.devices.length > 0 ? target.profile_id : null,
    backend,
    backends: [...new Set([backend, ...target.backends])],
    devices: [...remote, ...target.devices],
    notes: [
      ...target.notes,
      'rpc-server has no authentication and no encryption: let it listen on a private network only.',
      ...(guessed ? ['Addresses are made up (machine-2:50052): name them in a cluster file, or replace them.'] : []),
    ],
  }
}

/** Machines with the address of one before them, by index: two rpc-servers cannot share one. */
export function addressesTwice(addresses: readonly unknown[]): number[] {
  return twinsOf(addresses.map((address) => (typeof address === 'string' ? address.toLowerCase() : null)))
}

/** Where a text stands that stood before. */
export function twinsOf(texts: readonly unknown[]): number[] {
  return texts.flatMap((text, at) => (typeof text === 'string' && texts.indexOf(text) < at ? [at] : []))
}

function remoteDevices(machine: ClusterMachine, at: number): TargetDevice[] {
  const { target, link_gbit_s = LINK_GBIT_S, latency_ms = LATENCY_MS } = machine
  const generation = target.profile_id === null ? null : (profileNamed(target.profile_id)?.row.generation ?? null)
  const remote = { address: machine.address ?? `machine-${at + 1}:50052`, link_gbit_s, latency_ms, generation }
  const cpu: TargetDevice = {
    name: target.cpu.name,
    backend: 'cpu',
    total_bytes: target.host.total_bytes,
    usable: target.host.usable,
    bandwidth_gb_s: target.host.bandwidth_gb_s,
    fp16_tflops: null,
  }
  const devices = target.devices.length > 0 ? target.devices : [cpu]
  return devices.map((device) => ({ ...device, name: `${device.name} at ${remote.address}`, remote }))
}

/** The rpc-servers of a target in the order of `--rpc`; empty for a single machine. */
export function rpcServers(target: Target): string[] {
  if (target.devices.every(({ remote }) => remote === undefined)) return []
  return [...new Set(target.devices.flatMap(({ remote }) => (remote === undefined ? [] : [remote.address])))]
}
