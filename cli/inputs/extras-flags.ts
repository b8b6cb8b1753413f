import { CACHE_TYPES } from '../../shared/config/settings.ts'
import { UserError } from '../../shared/errors.ts'
import { adapterFacts } from '../../shared/estimate/extras/adapter-facts.ts'
import type { ExtraOptions } from '../../shared/estimate/extras/extra-memory.ts'
import { SPEC_TYPES } from '../../shared/estimate/extras/speculation.ts'
import { projectorFacts } from '../../shared/estimate/extras/vision/vision-facts.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { readGgufFile, readGgufFileHeader } from '../../shared/node/read-gguf-file.ts'
import { oneOf } from './choice.ts'
import { wholeNumber } from './number.ts'

/** What runs beside the model, by llama.cpp's own names. */
export const EXTRAS_FLAGS = {
  mmproj: { type: 'string', value: 'FILE', help: 'multimodal projector beside the model' },
  'mmproj-offload': { type: 'boolean', help: '--no-mmproj-offload keeps the projector on the CPU' },
  'image-max-tokens': { type: 'string', value: 'N', help: 'tokens of the largest image' },
  lora: { type: 'string', value: 'FILE', multiple: true, help: 'LoRA adapter; may be given again' },
  'model-draft': { type: 'string', value: 'FILE', help: 'draft model for speculative decoding' },
  'spec-type': { type: 'string', value: 'TYPE', help: 'speculative decoding: draft-simple, draft-mtp, ...' },
  'spec-draft-n-max': { type: 'string', value: 'N', help: 'tokens drafted ahead; 3 when absent' },
  'spec-draft-ngl': { type: 'string', value: 'N', help: 'layers of the draft model on the GPU; all when absent' },
  'spec-draft-type-k': { type: 'string', value: 'TYPE', help: "type of the draft's K cache; f16 when absent" },
  'spec-draft-type-v': { type: 'string', value: 'TYPE', help: "type of the draft's V cache" },
  'cache-ram': { type: 'string', value: 'MIB', help: "limit of the server's prompt cache; 8192 when absent, -1: none" },
  'ctx-checkpoints': { type: 'string', value: 'N', help: 'context checkpoints a slot; 32 when absent' },
} as const

type ExtrasValues = {
  readonly [K in keyof typeof EXTRAS_FLAGS]?: (typeof EXTRAS_FLAGS)[K] extends { type: 'boolean' }
    ? boolean
    : (typeof EXTRAS_FLAGS)[K] extends { multiple: true }
      ? string[]
      : string
}

/**
 * What the flags name, read: projector, adapters and draft model are files.
 * @throws UserError for a value out of range, or a file that is something else or belongs to another model
 */
export async function extrasFrom(values: ExtrasValues, facts: ModelFacts): Promise<ExtraOptions> {
  const whole = (flag: keyof ExtrasValues, low: number, high: number) => {
    const text = values[flag]
    return typeof text === 'string' ? wholeNumber(flag, text, low, high) : undefined
  }
  const image_max_tokens = whole('image-max-tokens', 1, 1_000_000)
  const spec_draft_n_max = whole('spec-draft-n-max', 1, 1024)
  const draft_layers = draftLayers(values)
  const cache_ram_mib = whole('cache-ram', -1, 2 ** 31 - 1)
  const ctx_checkpoints = whole('ctx-checkpoints', 0, 10_000)
  const spec_type = values['spec-type'] === undefined ? undefined : oneOf('spec-type', values['spec-type'], SPEC_TYPES)
  const mmproj = values.mmproj === undefined ? undefined : projectorFacts(await readGgufFileHeader(values.mmproj))
  const lora = await Promise.all(
    (values.lora ?? []).map(async (path) => adapterFacts(await readGgufFileHeader(path), facts)),
  )
  const draft = values['model-draft'] === undefined ? undefined : await readGgufFile(values['model-draft'])
  return {
    ...(mmproj && { mmproj }),
    mmproj_options: {
      offload: values['mmproj-offload'] ?? true,
      ...(image_max_tokens !== undefined && { image_max_tokens }),
    },
    lora,
    speculation: {
      ...(spec_type !== undefined && { spec_type }),
      ...(spec_draft_n_max !== undefined && { spec_draft_n_max }),
      ...(draft && { draft }),
      ...(draft_layers !== undefined && { draft_n_gpu_layers: draft_layers }),
      ...cacheType('k', values['spec-draft-type-k']),
      ...cacheType('v', values['spec-draft-type-v']),
    },
    server: {
      ...(cache_ram_mib !== undefined && { cache_ram_mib }),
      ...(ctx_checkpoints !== undefined && { ctx_checkpoints }),
    },
  }
}

/** `all` and `auto` as llama.cpp has them are all that there are, as without the flag. */
function draftLayers(values: ExtrasValues): number | undefined {
  const text = values['spec-draft-ngl']
  if (text === undefined) return undefined
  if (values['model-draft'] === undefined) {
    throw new UserError('usage', '--spec-draft-ngl is for a draft model', 'Name it with --model-draft.')
  }
  return text === 'all' || text === 'auto' ? -1 : wholeNumber('spec-draft-ngl', text, -1, 100_000)
}

function cacheType(part: 'k' | 'v', text: string | undefined) {
  return text === undefined ? {} : { [`draft_cache_type_${part}`]: oneOf(`spec-draft-type-${part}`, text, CACHE_TYPES) }
}
