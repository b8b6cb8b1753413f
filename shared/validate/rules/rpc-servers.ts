import { rpcServers } from '../../profile/cluster.ts'
import { isPublicAddress } from '../../rpc-address.ts'
import { num, str } from '../args.ts'
import type { Rule } from '../rule.ts'

const PATH = ['settings', 'rpc_servers']

/** LP204 */
export const serversOfCluster: Rule = {
  id: 'LP204',
  scope: 'target',
  title: 'rpc-servers that the target does not have',
  severity: 'error',
  why: 'Layers are dealt out over the devices of every rpc-server; with others than the target has, each device holds something else than was judged.',
  remedy:
    'Check the config on the cluster that it is for: --hardware with the cluster file, its machines in the same order.',
  check: ({ config, target }) => {
    const asked = config.settings.rpc_servers?.length ?? 0
    const has = rpcServers(target).length
    return asked === has || (asked === 0 && config.backend === 'cpu') ? [] : [{ path: PATH, args: { asked, has } }]
  },
  sentence: (args) =>
    num(args, 'asked') === 0
      ? `The target is one cluster of ${num(args, 'has') + 1} machines, and the config names no rpc-servers. Names joined by a comma are a cluster: to check on each machine, name each as a target of its own.`
      : `rpc-servers in the config: ${num(args, 'asked')}; in the target: ${num(args, 'has')}. The devices are not those that it was made for.`,
}

/** LP205 */
export const publicServers: Rule = {
  id: 'LP205',
  scope: 'config',
  title: 'rpc-server at a public address',
  severity: 'warning',
  why: 'rpc-server has no authentication and no encryption: whoever reaches it reads the model and the conversations, and can run code.',
  remedy: 'Let it listen on loopback or a private network, and reach it through a VPN or an SSH tunnel.',
  check: ({ config }) =>
    (config.settings.rpc_servers ?? []).flatMap((address, at) =>
      isPublicAddress(address) ? [{ path: [...PATH, at], args: { address } }] : [],
    ),
  sentence: (args) =>
    `${str(args, 'address')} looks like an address of the internet; rpc-server has no authentication.`,
}
