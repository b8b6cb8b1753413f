import { expertKeys, expertsOrDense, type FeedForward, gatedSharedExperts } from '../expert-layers.ts'
import { denseFeedForward, expertFeedForward } from '../feed-forward.ts'
import type { GraphModel } from '../graph-model.ts'
import type { GraphResult } from '../output.ts'
import { buildDecoder, decoder } from './decoder.ts'
import { buildCommandR, buildFalcon, buildGptNeoX, buildPhi2 } from './parallel-decoder.ts'

const softmax = (normalise: boolean) => expertsOrDense((model) => expertKeys(model, { gating: 'softmax', normalise }))
const byKeys = expertsOrDense((model) => expertKeys(model))
const has = (key: string) => (model: GraphModel) => Number(model.facts.hparams[key] ?? 0) !== 0
const always = () => true
const squaredRelu: FeedForward = (model, il, x) => denseFeedForward(model, il, x, { activation_ops: 2 })

/** granite.cpp; MiniCPM has the same graph and scales without keys (minicpm.cpp). */
const granite = (scaled: (key: string) => (model: GraphModel) => boolean) =>
  decoder({
    scaled_embedding: scaled('embedding_scale'),
    scaled_residual: scaled('residual_scale'),
    feed_forward: softmax(true),
    logits_ops: () => 1,
  })

/** Architectures that are the plain decoder or differ from it in a few places; src/models/<name>.cpp says in which. */
export const DECODERS: Readonly<Record<string, (model: GraphModel) => GraphResult>> = {
  apertus: buildDecoder,
  arcee: decoder({ feed_forward: squaredRelu }),
  bailingmoe: decoder({ feed_forward: expertsOrDense((model) => expertKeys(model, { gating: 'softmax' })) }),
  bailingmoe2: decoder({ feed_forward: byKeys }),
  'command-r': buildCommandR,
  deepseek: decoder({ feed_forward: softmax(false) }),
  dots1: decoder({ feed_forward: byKeys }),
  dream: buildDecoder,
  ernie4_5: buildDecoder,
  'ernie4_5-moe': decoder({ feed_forward: softmax(true) }),
  exaone: buildDecoder,
  'exaone-moe': decoder({ feed_forward: byKeys, windowed_rope: true }),
  falcon: buildFalcon,
  gemma: decoder({ scaled_embedding: always, scaled_query: true }),
  glm4: decoder({
    attention_post_norm: 'post_attention_norm',
    feed_forward: (model, il, x) => denseFeedForward(model, il, x, { fused: true }),
    ffn_post_norm: 'post_ffw_norm',
  }),
  glm4moe: decoder({ ffn_norm: 'post_attention_norm', feed_forward: byKeys }),
  gpt2: decoder({ norm: 'layer' }),
  gptneox: buildGptNeoX,
  granite: granite(has),
  granitemoe: granite(has),
  'hunyuan-dense': decoder({ qk_norm: 'head_after_rope' }),
  'hunyuan-moe': decoder({ qk_norm: 'head_after_rope', feed_forward: softmax(true) }),
  internlm2: buildDecoder,
  llada: buildDecoder,
  'llada-moe': decoder({ feed_forward: softmax(false) }),
  llama: buildDecoder,
  minicpm: granite(() => always),
  'minimax-m2': decoder({
    qk_norm: 'all_heads',
    feed_forward: (model, il, x) => expertFeedForward(model, il, x, expertKeys(model, { normalise: true })),
  }),
  nemotron: decoder({ norm: 'layer', feed_forward: squaredRelu }),
  olmo: decoder({ norm: 'layer' }),
  olmoe: decoder({ qk_norm: 'all_heads', feed_forward: softmax(false) }),
  orion: decoder({ norm: 'layer' }),
  phi2: buildPhi2,
  phimoe: decoder({
    rope_factors: 'rope_factors_long.weight',
    scaled_query: true,
    feed_forward: softmax(true),
    stream_first: true,
  }),
  qwen2: buildDecoder,
  qwen2moe: decoder({
    feed_forward: gatedSharedExperts((model) => expertKeys(model, { gating: 'softmax', normalise: false })),
  }),
  qwen2vl: buildDecoder,
  qwen3: buildDecoder,
  qwen3moe: buildDecoder,
  qwen3vl: buildDecoder,
  qwen3vlmoe: buildDecoder,
  rnd1: buildDecoder,
  seed_oss: decoder({ ffn_norm: 'post_attention_norm' }),
  smollm3: buildDecoder,
  // StableLM 2 12B has no norm before the feed-forward layer.
  stablelm: decoder({
    norm: 'layer',
    norm_is_shared: (model, il) => model.weight('ffn_norm.weight', il) === undefined,
  }),
  starcoder: decoder({ norm: 'layer' }),
  starcoder2: decoder({ norm: 'layer' }),
  xverse: buildDecoder,
}
