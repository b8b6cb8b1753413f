import type { Backend } from '../backend.ts'
import type { RuntimeConfig } from '../config/runtime-config.ts'
import { UserError } from '../errors.ts'
import type { Exported } from './export-options.ts'
import { llamaServerArgs } from './llama-server.ts'
import { isAbsolute, isWindowsPath, modelName, modelSource, splitPath, writableModelPath } from './model-source.ts'
import { yamlText } from './yaml-text.ts'

/** llama.cpp's images (llama.cpp, docs/docker.md); there is none with Metal, which containers cannot reach. */
const IMAGES: Readonly<Record<Exclude<Backend, 'metal'>, string>> = {
  cuda: 'ghcr.io/ggml-org/llama.cpp:server-cuda',
  rocm: 'ghcr.io/ggml-org/llama.cpp:server-rocm',
  vulkan: 'ghcr.io/ggml-org/llama.cpp:server-vulkan',
  sycl: 'ghcr.io/ggml-org/llama.cpp:server-intel',
  cpu: 'ghcr.io/ggml-org/llama.cpp:server',
}

/** A config as a compose file with one service (compose-spec, spec.md and deploy.md; compose writes `$` as `$$`). */
export function exportCompose(config: RuntimeConfig): Exported {
  const { service, volumes, notes } = composeService(config, 8080)
  const file = { services: { [modelName(config).toLowerCase()]: service }, ...(volumes && { volumes }) }
  return { text: yamlText(doubledDollars(file)), notes }
}

export type ComposeService = {
  readonly service: Readonly<Record<string, unknown>>
  readonly volumes?: Readonly<Record<string, unknown>>
  readonly notes: readonly string[]
}

/**
 * The service of a config; what is text in it still needs {@link doubledDollars}.
 * @param port on the machine's own loopback address
 * @throws UserError for Metal
 */
export function composeService(config: RuntimeConfig, port: number): ComposeService {
  const { backend, settings } = config
  if (backend === 'metal') {
    throw new UserError(
      'input',
      'a container on a Mac has no access to Metal, so this config would run on the CPU there',
      'Export to launchd or llama-server, or plan for the CPU.',
    )
  }
  const source = modelSource(writableModelPath(config))
  const file = source.kind === 'file' ? mountOf(source.value) : null
  const inside = file === null ? config : { ...config, model_path: file.inside }
  const volume = file?.volume ?? { type: 'volume', source: 'llama-cache', target: '/cache' }
  const service = {
    image: IMAGES[backend],
    command: [...llamaServerArgs(inside), '--host', '0.0.0.0', '--port', '8080'],
    ...(file === null && { environment: { LLAMA_CACHE: '/cache' } }),
    ports: [`127.0.0.1:${port}:8080`],
    volumes: [volume],
    ...accelerator(config),
    ...(settings.use_mlock === true && { ulimits: { memlock: -1 } }),
    restart: 'unless-stopped',
  }
  const notes = [
    ...(file !== null && !file.rooted ? [`${file.volume.source} is taken from the compose file's own folder`] : []),
    ...(backend === 'vulkan' ? ['/dev/dri is the GPU of AMD and Intel; NVIDIA needs its own runtime for Vulkan'] : []),
  ]
  return { service, notes, ...(file === null && { volumes: { 'llama-cache': {} } }) }
}

/** `$` starts a variable in every text of a compose file, keys left aside. */
export function doubledDollars(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('$', '$$$$')
  if (Array.isArray(value)) return value.map(doubledDollars)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, doubledDollars(one)]))
}

/** The model's folder, so that all parts of a model in parts are there, and the file's path in the container. */
function mountOf(path: string) {
  const { folder, file } = splitPath(path)
  const rooted = isAbsolute(folder) || isWindowsPath(`${folder}/`)
  const source = rooted || /^\.{1,2}(?:[\\/]|$)/.test(folder) ? folder : `./${folder}`
  const bind = { create_host_path: false }
  return {
    inside: `/models/${file}`,
    rooted,
    volume: { type: 'bind', source, target: '/models', read_only: true, bind },
  }
}

/** What lets the container reach the GPU: as many NVIDIA GPUs as the config was planned for; the others by device file. */
function accelerator({ backend, settings }: RuntimeConfig) {
  switch (backend) {
    case 'cuda': {
      const count = settings.split_mode === 'none' ? 1 : (settings.tensor_split?.length ?? 1)
      return {
        deploy: { resources: { reservations: { devices: [{ driver: 'nvidia', count, capabilities: ['gpu'] }] } } },
      }
    }
    case 'rocm':
      return { devices: ['/dev/kfd:/dev/kfd', '/dev/dri:/dev/dri'], group_add: ['video'] }
    case 'vulkan':
    case 'sycl':
      return { devices: ['/dev/dri:/dev/dri'], group_add: ['video'] }
    default:
      return {}
  }
}
