import type { InventoryTensor, ModelShape } from './tensor.ts'
import { TRANSFORMERS, transformerInventory } from './transformer.ts'

type Inventory = (m: ModelShape) => InventoryTensor[]

const SPECIAL: Readonly<Record<string, Inventory>> = {}

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
