/**
 * What runs the model. The same settings need different memory in each: `server` reserves logits for one row
 * a slot and shares one cache; `cli` (llama-cli, llama-bench, llama-cpp-python) reserves logits for the whole micro-batch.
 */
export const PROGRAMS = ['server', 'cli'] as const
export type Program = (typeof PROGRAMS)[number]
