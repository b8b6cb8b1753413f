import type { Backend } from '../../backend.ts'
import { bufferDevice, splitOverride } from '../../config/overrides/override-text.ts'
import { serversPerDevice } from '../../estimate/overrides/server-devices.ts'
import { num, str } from '../args.ts'
import type { Rule } from '../rule.ts'

/** What llama.cpp calls the devices of a backend (their buffers' names, as `--override-tensor` takes them). */
const DEVICE_NAMES: Readonly<Record<Backend, RegExp>> = {
  cuda: /^CUDA\d/,
  rocm: /^ROCm\d/,
  vulkan: /^Vulkan\d/,
  sycl: /^SYCL\d/,
  metal: /^MTL\d/,
  cpu: /^CPU$/,
}

/** LP206 */
export const overriddenDevice: Rule = {
  id: 'LP206',
  scope: 'target',
  title: 'Tensors for a device that is not there',
  severity: 'error',
  why: 'llama.cpp does not start with a buffer in override_tensor that none of its devices has.',
  remedy: 'Name CPU, a device that the target has, or a device of an rpc-server in rpc_servers.',
  check: ({ config, placement }) =>
    placement === null
      ? []
      : (config.settings.override_tensor ?? []).flatMap((text, at) => {
          const { buffer } = splitOverride(text)
          const device = bufferDevice(buffer, serversPerDevice(config.settings.rpc_servers, placement.of_servers))
          const named = device === null || buffer.startsWith('RPC') || DEVICE_NAMES[config.backend].test(buffer)
          if (named && (device === null || (device >= 0 && device < placement.devices))) return []
          const args = { buffer, backend: config.backend, devices: placement.devices }
          return [{ path: ['settings', 'override_tensor', at], args }]
        }),
  sentence: (args) =>
    `override_tensor names ${str(args, 'buffer')}, which backend ${str(args, 'backend')} does not have here (devices: ${num(args, 'devices')}).`,
}
