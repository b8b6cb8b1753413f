import { newGraph, type Graph } from '../../graph/graph.ts'
import {
  binary,
  compute,
  cont,
  flashAttention,
  fresh,
  gluSplit,
  held,
  input,
  mulMat,
  permute,
  reshape,
  rope,
  softMaxExt,
  transpose,
  unary,
  view,
} from '../../graph/ops.ts'
import type { Tensor } from '../../graph/tensor.ts'
import type { ProjectorFacts, VisionTower } from './vision-facts.ts'

const FLOAT = 4

/** What every part of a tower's graph needs to know. */
export type VisionGraph = {
  readonly tower: VisionTower
  readonly n_merge: number
  /** Patches along an edge, and tokens in the tower: all patches, and the class token where there is one. */
  readonly side: number
  readonly edge: number
  readonly flash: boolean
  weight(name: string): Tensor | undefined
  need(name: string): Tensor
  readonly expand: (tensor: Tensor) => void
  readonly graph: Graph
}

/** A weight that the described graph of this projector needs and the file lacks: another form of it, not described here. */
export class MissingVisionWeight extends Error {}

/** A graph for a square image with `edge` pixels; weights on backend 0. */
export function visionGraph(
  facts: ProjectorFacts,
  tower: VisionTower,
  edge: number,
  n_merge: number,
  flash: boolean,
): VisionGraph {
  const { graph, expand } = newGraph()
  const made = new Map<string, Tensor>()
  const weight = (name: string): Tensor | undefined => {
    const shape = facts.weights.get(name)
    if (shape === undefined) return undefined
    const tensor = made.get(name) ?? held(0, true, shape.type, shape.shape)
    made.set(name, tensor)
    return tensor
  }
  return {
    tower,
    n_merge,
    side: Math.floor(edge / tower.patch_size),
    edge,
    flash,
    weight,
    need: (name) => {
      const tensor = weight(name)
      if (tensor === undefined) throw new MissingVisionWeight(name)
      return tensor
    },
    expand,
    graph,
  }
}

/** The pixels, and the patches as convolution takes them: [patches, n_embd] (ggml_conv_2d). */
export function rawImage({ edge }: VisionGraph): Tensor {
  return input('f32', edge, edge, 3, 1)
}

export function convolved(g: VisionGraph, raw: Tensor, kernel: Tensor): Tensor {
  const { side } = g
  const width = kernel.ne[0] * kernel.ne[1] * kernel.ne[2]
  const columns = compute(kernel.type === 'bf16' ? 'f32' : 'f16', [width, side, side, 1], kernel, raw)
  const product = mulMat(reshape(columns, width, side * side), reshape(kernel, width, kernel.ne[3]))
  return cont(permute(reshape(product, side, side, 1, kernel.ne[3]), [0, 1, 3, 2]))
}

/** clip_graph::build_inp: [n_embd, patches]. */
export function patches(g: VisionGraph): Tensor {
  const { side, tower } = g
  const flat = reshape(convolved(g, rawImage(g), g.need('v.patch_embd.weight')), side * side, tower.n_embd)
  const columns = cont(transpose(flat))
  const bias = g.weight('v.patch_embd.bias')
  return bias === undefined ? columns : binary(columns, bias)
}

export type VisionNorm = 'rms' | 'layer'

/** clip_graph::build_norm. */
export function visionNorm(g: VisionGraph, x: Tensor, name: string, kind: VisionNorm): Tensor {
  const plain = kind === 'rms' ? unary(x) : fresh(x)
  const weight = g.weight(`${name}.weight`)
  const scaled = weight === undefined ? plain : binary(plain, weight)
  const bias = g.weight(`${name}.bias`)
  return bias === undefined ? scaled : binary(scaled, bias)
}

/** clip_graph::build_mm: Gemma 4 holds what goes in and what comes out between limits. */
export function multiplied({ tower }: VisionGraph, weight: Tensor, x: Tensor): Tensor {
  return tower.type === 'gemma4v' ? unary(mulMat(weight, unary(x))) : mulMat(weight, x)
}

export function linear(g: VisionGraph, x: Tensor, name: string): Tensor {
  const product = multiplied(g, g.need(`${name}.weight`), x)
  const bias = g.weight(`${name}.bias`)
  return bias === undefined ? product : binary(product, bias)
}

/** clip_graph::build_ffn with its weights' names. */
export function visionFeedForward(g: VisionGraph, x: Tensor, up: string, gate: string | null, down: string): Tensor {
  const raised = linear(g, x, up)
  const gated = gate !== null && g.weight(`${gate}.weight`) !== undefined ? linear(g, x, gate) : null
  return linear(g, gated === null ? unary(raised) : gluSplit(gated, raised), down)
}

/** clip_graph::build_attn: one op with flash attention, else scores, soft max and the weighted sum. */
function visionAttention(g: VisionGraph, q_cur: Tensor, k_cur: Tensor, v_cur: Tensor, mask: Tensor | null): Tensor {
  for (const tensor of [q_cur, k_cur, v_cur]) g.expand(tensor)
  const q = permute(q_cur, [0, 2, 1, 3])
  const k = permute(k_cur, [0, 2, 1, 3])
  if (g.flash) {
    const half = (x: Tensor) => cont(x, x.ne, 'f16')
    const keys = half(k)
    const values = half(permute(v_cur, [0, 2, 1, 3]))
    const out = flashAttention(q, keys, values, mask === null ? null : half(mask))
    return reshape(out, out.ne[0] * out.ne[1], out.ne[2] * out.ne[3])
  }
  const v = cont(permute(v_cur, [1, 2, 0, 3]))
  const scores = mulMat(k, q)
  const kqv = mulMat(v, mask === null ? unary(scores) : softMaxExt(scores, mask))
  const merged = permute(kqv, [0, 2, 1, 3])
  return cont(merged, [merged.ne[0] * merged.ne[1], merged.ne[2] * merged.ne[3], 1, 1])
}

export type TowerOptions = {
  readonly norm: VisionNorm
  readonly n_pos: number
  readonly layers?: number
  readonly position?: Tensor | undefined
  readonly rotate?: (x: Tensor) => Tensor
  readonly normed_values?: boolean
  readonly mask?: (il: number) => Tensor | null
  readonly before_layer?: (x: Tensor, il: number) => void
  readonly after_layer?: (x: Tensor, il: number) => void
}

/** The transformer over the patches (clip_graph::build_vit). */
export function visionTower(g: VisionGraph, embedded: Tensor, options: TowerOptions): Tensor {
  const { tower } = g
  const { norm: kind, n_pos } = options
  const placed = options.position === undefined ? embedded : binary(embedded, options.position)
  let x = reshape(placed, tower.n_embd, n_pos)
  if (g.weight('v.pre_ln.weight') !== undefined) x = visionNorm(g, x, 'v.pre_ln', kind)
  for (let il = 0; il < (options.layers ?? tower.n_layer); il++) {
    options.before_layer?.(x, il)
    const at = `v.blk.${il}`
    const scaled = (tensor: Tensor, name: string) => {
      const weight = g.weight(`${at}.${name}.weight`)
      return weight === undefined ? tensor : binary(tensor, weight)
    }
    const postNormed = (tensor: Tensor, name: string) =>
      g.weight(`${at}.${name}.weight`) === undefined ? tensor : visionNorm(g, tensor, `${at}.${name}`, kind)
    const { q, k, v } = queryKeyValue(g, at, visionNorm(g, x, `${at}.ln1`, kind), options)
    const read = visionAttention(g, q, k, v, options.mask?.(il) ?? null)
    const attended = postNormed(scaled(linear(g, read, `${at}.attn_out`), 'ls1'), 'attn_post_norm')
    const middle = binary(attended, x)
    const normed = visionNorm(g, middle, `${at}.ln2`, kind)
    const fed = visionFeedForward(g, normed, `${at}.ffn_up`, `${at}.ffn_gate`, `${at}.ffn_down`)
    x = scaled(binary(middle, scaled(postNormed(fed, 'ffn_post_norm'), 'ls2')), 'out_scale')
    options.after_layer?.(x, il)
  }
  const seen = g.weight('v.post_ln.weight') === undefined ? x : visionNorm(g, x, 'v.post_ln', kind)
  // Another look at it, whose memory no operation takes over.
  return reshape(seen, tower.n_embd, n_pos)
}

/** A norm over all heads at once needs what one of each head needs: v comes last, and has none. */
function queryKeyValue(g: VisionGraph, at: string, x: Tensor, options: TowerOptions) {
  const { n_embd, n_head } = g.tower
  const head = n_embd / n_head
  const { n_pos, norm: kind, rotate = (tensor: Tensor) => tensor } = options
  const fused = g.weight(`${at}.attn_qkv.weight`) === undefined ? null : linear(g, x, `${at}.attn_qkv`)
  const part = (name: string) =>
    fused === null
      ? reshape(linear(g, x, `${at}.${name}`), head, n_head, n_pos)
      : view(fused, [head, n_head, n_pos, 1], [head * FLOAT, fused.nb[1], fused.nb[1] * n_pos])
  const normed = (tensor: Tensor, name: string) =>
    g.weight(`${at}.${name}.weight`) === undefined ? tensor : visionNorm(g, tensor, `${at}.${name}`, kind)
  const [q_raw, k_raw, v_raw] = [part('attn_q'), part('attn_k'), part('attn_v')]
  const q = rotate(normed(q_raw, 'attn_q_norm'))
  const k = rotate(normed(k_raw, 'attn_k_norm'))
  return { q, k, v: options.normed_values ? unary(v_raw) : v_raw }
}

/** Two rotations, one a half of each head (clip_graph::build_rope_2d). */
export function rope2d(x: Tensor, first: Tensor, second: Tensor): Tensor {
  return rope(rope(x, first), second)
}

/** Neighbouring patches side by side (clip_graph::build_patch_merge_permute). */
export function mergedPatches({ n_merge, side }: VisionGraph, x: Tensor): Tensor {
  const width = x.ne[0]
  const padded = Math.ceil(side / n_merge) * n_merge
  const square = reshape(x, width, side, side)
  const whole = padded === side ? square : fresh(square, [width, padded, padded, 1])
  const rows = permute(reshape(whole, width * n_merge, padded / n_merge, padded), [0, 2, 1, 3])
  const columns = cont(rows, [width * n_merge ** 2, padded / n_merge, padded / n_merge, 1])
  return cont(permute(columns, [0, 2, 1, 3]), [width * n_merge ** 2, (padded / n_merge) ** 2, 1, 1])
}
