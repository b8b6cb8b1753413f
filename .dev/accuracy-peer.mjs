// The same cases through node-llama-cpp's estimator, which is installed beside the engine for this alone.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import release from '../.ci/engine/release.json' with { type: 'json' }

export const PEER = {
  name: 'node-llama-cpp',
  version: release.package_version,
  text: [
    'The same cases through `GgufInsights` (`estimateModelResourceRequirements` and `estimateContextResourceRequirements`),',
    'the formulas that package has for hardware that is not there; its newer `...V2` functions load the model into',
    'llama.cpp itself, which answers for the devices of this machine only. Its batch is our micro-batch, its sequences our',
    'parallel slots. Cases it has no words or no number for are left out on both sides: several devices, `n_cpu_moe`, a',
    'cache kept on the host, some recurrent models. "Under" is the share of totals that are more than 1 % too small.',
  ].join('\n'),
}

/**
 * Installs the package where it is not yet.
 * @returns {Promise<(one: object) => Promise<{ devices: number[], host: number } | null>>} totals in bytes, null where
 *   the package has no words or no number for the case
 */
export async function preparePeer() {
  const folder = join(process.cwd(), '.cache', 'engine', release.release, 'peer')
  if (!existsSync(join(folder, 'node_modules', PEER.name))) install(folder)
  const path = createRequire(join(folder, 'x')).resolve(PEER.name)
  const { GgmlType, GgufInsights, readGgufFileInfo } = await import(pathToFileURL(path).href)
  const known = new Map()
  const insightsOf = (file) => {
    if (!known.has(file)) {
      known.set(
        file,
        readGgufFileInfo(file, { sourceType: 'filesystem' }).then((info) => GgufInsights.from(info)),
      )
    }
    return known.get(file)
  }
  return async ({ path: file, settings, devices }) => {
    if (devices !== 1 || settings.n_cpu_moe > 0 || !settings.offload_kqv) return null
    const insights = await insightsOf(file)
    const type = (name) => GgmlType[name.toUpperCase()]
    const weights = insights.estimateModelResourceRequirements({ gpuLayers: settings.n_gpu_layers, useMmap: false })
    const context = insights.estimateContextResourceRequirements({
      contextSize: Math.ceil(settings.n_ctx / settings.n_parallel),
      modelGpuLayers: settings.n_gpu_layers,
      batchSize: settings.n_ubatch,
      sequences: settings.n_parallel,
      flashAttention: settings.flash_attn !== 'off',
      swaFullCache: settings.swa_full,
      kvCacheKeyType: type(settings.cache_type_k),
      kvCacheValueType: type(settings.cache_type_v),
    })
    const answer = { devices: [weights.gpuVram + context.gpuVram], host: weights.cpuRam + context.cpuRam }
    return Number.isFinite(answer.devices[0] + answer.host) ? answer : null
  }
}

/** Without its optional packages (libraries for every GPU), but with the one for this machine's processor. */
function install(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const libraries = `@node-llama-cpp/linux-x64@${PEER.version}`
  const args = ['install', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--silent']
  const { status } = spawnSync('npm', [...args, `${PEER.name}@${PEER.version}`, libraries], {
    cwd: folder,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`npm could not install ${PEER.name}@${PEER.version} into ${folder}`)
}
