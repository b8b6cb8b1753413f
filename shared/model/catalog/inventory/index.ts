import { bertInventory, nomicBertInventory } from './bert.ts'
import { phimoeInventory, stablelmInventory, starcoder2Inventory } from './biased.ts'
import { deepseek2Inventory } from './deepseek2.ts'
import { gemmaEmbeddingInventory } from './gemma-embedding.ts'
import { gemma3nInventory } from './gemma3n.ts'
import { gemma4Inventory } from './gemma4.ts'
import { gptOssInventory } from './gpt-oss.ts'
import { kimiLinearInventory } from './kimi-linear.ts'
import { lfm2Inventory } from './lfm2.ts'
import { falconH1Inventory, graniteHybridInventory, mamba2Inventory, nemotronHybridInventory } from './mamba-hybrid.ts'
import { qwenHybridInventory } from './qwen-hybrid.ts'
import type { InventoryTensor, ModelShape } from './tensor.ts'
import { TRANSFORMERS, transformerInventory } from './transformer.ts'

type Inventory = (m: ModelShape) => InventoryTensor[]

const SPECIAL: Readonly<Record<string, Inventory>> = {
  bert: bertInventory,
  deepseek2: deepseek2Inventory,
  'falcon-h1': falconH1Inventory,
  'gemma-embedding': gemmaEmbeddingInventory,
  gemma3n: gemma3nInventory,
  gemma4: gemma4Inventory,
  'gpt-oss': gptOssInventory,
  granitehybrid: graniteHybridInventory,
  'kimi-linear': kimiLinearInventory,
  lfm2: lfm2Inventory,
  lfm2moe: lfm2Inventory,
  mamba2: mamba2Inventory,
  nemotron_h: nemotronHybridInventory,
  'nomic-bert': nomicBertInventory,
  phimoe: phimoeInventory,
  qwen3next: qwenHybridInventory,
  qwen35: qwenHybridInventory,
  qwen35moe: qwenHybridInventory,
  stablelm: stablelmInventory,
  starcoder2: starcoder2Inventory,
}

/** Architectures whose tensors can be derived from the hyperparameters. */
export const INVENTORY_ARCHITECTURES: readonly string[] = [...Object.keys(TRANSFORMERS), ...Object.keys(SPECIAL)]

/**
 * Every tensor of a model's GGUF file, as `convert_hf_to_gguf.py` writes it.
 * @throws Error for an architecture without an inventory: a defect of the catalog.
 */
export function tensorInventory(m: ModelShape): InventoryTensor[] {
  const special = SPECIAL[m.architecture]
  if (special !== undefined) return special(m)
  const layout = TRANSFORMERS[m.architecture]
  if (layout === undefined) throw new TypeError(`catalog: no tensor inventory for ${m.architecture}`)
  return transformerInventory(m, layout)
}
