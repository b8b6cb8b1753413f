import { expertKeys, expertsOrDense } from '../expert-layers.ts'
import { denseFeedForward } from '../feed-forward.ts'
import type { GraphModel } from '../graph-model.ts'
import type { GraphResult } from '../output.ts'
import { buildDecoder, decoder } from './decoder.ts'

const softmax = (normalise: boolean) => expertsOrDense((model) => expertKeys(model, { gating: 'softmax', normalise }))
const byKeys = expertsOrDense((model) => expertKeys(model))

/** Architectures that are the plain decoder or differ from it in a few places; src/models/<name>.cpp says in which. */
export const DECODERS: Readonly<Record<string, (model: GraphModel) => GraphResult>> = {
  bailingmoe2: decoder({ feed_forward: byKeys }),
  deepseek: decoder({ feed_forward: softmax(false) }),
  glm4: decoder({
    attention_post_norm: 'post_attention_norm',
    feed_forward: (model, il, x) => denseFeedForward(model, il, x, { fused: true }),
    ffn_post_norm: 'post_ffw_norm',
  }),
  'hunyuan-dense': buildDecoder,
  'hunyuan-moe': decoder({ qk_norm: 'head_after_rope', feed_forward: softmax(true) }),
  llama: buildDecoder,
  olmoe: decoder({ qk_norm: 'all_heads', feed_forward: softmax(false) }),
  phimoe: decoder({
    rope_factors: 'rope_factors_long.weight',
    scaled_query: true,
    feed_forward: softmax(true),
    stream_first: true,
  }),
  qwen2: buildDecoder,
  qwen3: buildDecoder,
  qwen3moe: buildDecoder,
  smollm3: buildDecoder,
  stablelm: decoder({ norm: 'layer' }),
  starcoder2: decoder({ norm: 'layer' }),
}
