import type { GraphModel } from '../graph-model.ts'
import type { GraphResult } from '../output.ts'
import { buildBert } from './bert.ts'
import { DECODERS } from './decoders.ts'
import { buildDeepseek2 } from './deepseek2.ts'
import { RECURRENT } from './recurrent.ts'
import { WINDOWED } from './windowed.ts'

/** Builds a model's whole prompt graph and says what stays in memory afterwards. */
export type GraphBuilder = (model: GraphModel) => GraphResult

/** One builder an architecture, named as in `general.architecture`; proved against llama.cpp, see docs/accuracy.md. */
const BUILDERS: Readonly<Record<string, GraphBuilder>> = {
  ...DECODERS,
  ...WINDOWED,
  ...RECURRENT,
  bert: buildBert,
  deepseek2: buildDeepseek2,
  'jina-bert-v3': buildBert,
  'nomic-bert': buildBert,
  'nomic-bert-moe': buildBert,
}

export function graphBuilder(architecture: string): GraphBuilder | undefined {
  return Object.hasOwn(BUILDERS, architecture) ? BUILDERS[architecture] : undefined
}
