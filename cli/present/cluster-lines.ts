import { clusterLayers } from '../../shared/plan/cluster-layers.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { rpcServers } from '../../shared/profile/cluster.ts'
import { tableLines } from './fields.ts'

/** Of a plan for several machines: which layers lie where, and what is started on each; empty for one machine. */
export function clusterLines({ config, target }: Plan): string[] {
  const servers = rpcServers(target)
  if (servers.length === 0) return []
  const used = clusterLayers(config, target)
  const rows = used.map(({ device, first, last }) => [`  layers ${first} to ${last}`, device])
  const starts = servers.map((address) => {
    const port = address.slice(address.lastIndexOf(':') + 1)
    const host = address.slice(0, address.lastIndexOf(':'))
    return [`  ${address}`, `rpc-server -H ${host} -p ${port}`]
  })
  return [
    '',
    'layers, the output layer counted as the last:',
    ...tableLines(rows),
    '',
    'started first, on a private network only:',
    ...tableLines(starts),
  ]
}
