/**
 * Whether layer `il` turns Q and K by its position. SmolLM 3 leaves it out in every fourth layer
 * (n_no_rope_layer_step, src/models/smollm3.cpp).
 */
export function hasRope(architecture: string, il: number): boolean {
  return architecture !== 'smollm3' || (il + 1) % 4 !== 0
}
