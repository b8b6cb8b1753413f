import type { MemorySettings } from '../../shared/estimate/memory-settings.ts'
import type { BreakdownCase } from './breakdown.ts'

/** One set of settings for one model on so many devices: what both sides are asked. */
export type MemoryCase = {
  /** As `caseModel` takes it: catalog id, `fixture:ID`, or a file. */
  readonly model: string
  readonly precision: string
  readonly devices: number
  readonly settings: MemorySettings
}

/** The case as llama.cpp's arguments, every value stated. */
export function breakdownCase({ devices, settings }: MemoryCase, path: string): BreakdownCase {
  return { program: settings.program, devices, args: ['-m', path, ...engineArguments(settings, devices)] }
}

/** The case as a command that repeats it. */
export function repeatCommand({ model, precision, devices, settings }: MemoryCase): string {
  const words = ['npm run oracle --', `--model ${model} --precision ${precision}`]
  words.push(`--program ${settings.program} --devices ${devices} --ngl ${settings.n_gpu_layers}`)
  words.push(`-c ${settings.n_ctx} -b ${settings.n_batch} --ub ${settings.n_ubatch} --fa ${settings.flash_attn}`)
  words.push(`--ctk ${settings.cache_type_k} --ctv ${settings.cache_type_v} --np ${settings.n_parallel}`)
  words.push(settings.kv_unified ? '--kv-unified' : '--no-kv-unified')
  if (!settings.offload_kqv) words.push('--no-offload-kqv')
  if (settings.swa_full) words.push('--swa-full')
  if (settings.override_tensor !== undefined) words.push(`--override-tensor '${settings.override_tensor.join(',')}'`)
  if (settings.n_cpu_moe > 0) words.push(`--n-cpu-moe ${settings.n_cpu_moe}`)
  if (settings.tensor_split.length > 0) words.push(`--tensor-split ${settings.tensor_split.join(',')}`)
  if (settings.split_mode !== 'layer') words.push(`--split-mode ${settings.split_mode}`)
  return words.join(' ')
}

function engineArguments(settings: MemorySettings, devices: number): string[] {
  const args = ['-ngl', `${settings.n_gpu_layers}`, '-c', `${settings.n_ctx}`]
  args.push('-b', `${settings.n_batch}`, '-ub', `${settings.n_ubatch}`, '-fa', settings.flash_attn)
  args.push('-ctk', settings.cache_type_k, '-ctv', settings.cache_type_v, '-np', `${settings.n_parallel}`)
  args.push(settings.kv_unified ? '-kvu' : '-no-kvu')
  if (!settings.offload_kqv) args.push('-nkvo')
  if (settings.swa_full) args.push('--swa-full')
  if (settings.override_tensor !== undefined) args.push('-ot', settings.override_tensor.join(','))
  if (settings.n_cpu_moe > 0) args.push('-ncmoe', `${settings.n_cpu_moe}`)
  // llama.cpp's own default is by free memory, which no estimate can know; ours is even shares.
  if (devices > 1) args.push('-ts', splitOf(settings, devices).join(','))
  args.push('-sm', settings.split_mode)
  return args
}

function splitOf(settings: MemorySettings, devices: number): readonly number[] {
  return settings.tensor_split.length > 0 ? settings.tensor_split : Array.from({ length: devices }, () => 1)
}
