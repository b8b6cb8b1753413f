import type { GraphModel } from '../graph-model.ts'
import type { GraphResult } from '../output.ts'
import { expertsOrDense } from '../expert-layers.ts'
import { buildCohere2 } from './cohere2.ts'
import { decoder } from './decoder.ts'
import { buildGemma } from './gemma.ts'
import { buildGemma3n } from './gemma3n.ts'
import { buildGemma4 } from './gemma4.ts'
import { buildGemmaEmbedding } from './gemma-embedding.ts'
import { buildGptOss } from './gpt-oss.ts'
import { buildLlama4 } from './llama4.ts'
import { buildMimo2 } from './mimo2.ts'
import { buildMistral3 } from './mistral3.ts'
import { buildExaone4, buildOlmo2 } from './olmo2.ts'
import { buildStep35 } from './step35.ts'

/** Architectures whose layers have sliding windows, in all of their models or in some. */
export const WINDOWED: Readonly<Record<string, (model: GraphModel) => GraphResult>> = {
  cohere2: buildCohere2,
  exaone4: buildExaone4,
  gemma2: buildGemma,
  gemma3: buildGemma,
  gemma3n: buildGemma3n,
  gemma4: buildGemma4,
  'gemma-embedding': buildGemmaEmbedding,
  'gpt-oss': buildGptOss,
  llama4: buildLlama4,
  mimo2: buildMimo2,
  mistral3: buildMistral3,
  olmo2: buildOlmo2,
  // Its windows are turned off, and Q, K and V are one matrix, as are gate and up.
  phi3: decoder({
    rope_factors: 'rope_factors_long.weight',
    scaled_query: true,
    feed_forward: expertsOrDense({ gating: 'softmax', normalise: true, scaled: false }, { fused: true }),
    stream_first: true,
  }),
  step35: buildStep35,
}
