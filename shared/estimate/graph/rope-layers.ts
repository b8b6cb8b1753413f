import type { ModelFacts } from '../../model/facts.ts'

/**
 * Whether layer `il` turns Q and K by its position. SmolLM 3 leaves it out in every fourth layer
 * (n_no_rope_layer_step, src/models/smollm3.cpp), Granite everywhere when a key says so (granite.cpp), GPT 2 and the
 * first StarCoder have a table of positions instead.
 */
export function hasRope({ architecture, hparams }: ModelFacts, il: number): boolean {
  if (architecture === 'smollm3') return (il + 1) % 4 !== 0
  if (architecture === 'gpt2' || architecture === 'starcoder') return false
  return architecture !== 'granite' || hparams['rope.scaling.finetuned'] !== false
}

/** Position numbers a token: 4 for models with pictures (llama_hparams::n_pos_per_embd, use_mrope), else 1. */
export function positionsPerToken({ architecture, hparams }: ModelFacts): number {
  if (/^qwen\d+vl/.test(architecture)) return 4
  const sections = hparams['rope.dimension_sections']
  if (!architecture.startsWith('glm4') || !Array.isArray(sections)) return 1
  return Number(sections[0] ?? 0) > 0 && Number(sections[1] ?? 0) > 0 ? 4 : 1
}
