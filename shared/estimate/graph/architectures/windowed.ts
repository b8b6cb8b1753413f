import type { GraphModel } from '../graph-model.ts'
import type { GraphResult } from '../output.ts'
import { buildCohere2 } from './cohere2.ts'
import { buildGemma } from './gemma.ts'
import { buildGemma3n } from './gemma3n.ts'
import { buildGemma4 } from './gemma4.ts'
import { buildGemmaEmbedding } from './gemma-embedding.ts'
import { buildGptOss } from './gpt-oss.ts'
import { buildLlama4 } from './llama4.ts'
import { buildMimo2 } from './mimo2.ts'
import { buildMistral3 } from './mistral3.ts'
import { buildExaone4, buildOlmo2 } from './olmo2.ts'
import { buildPhi3 } from './phi3.ts'
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
  phi3: buildPhi3,
  step35: buildStep35,
}
