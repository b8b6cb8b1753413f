import {
  binary,
  compute,
  concat,
  cont,
  fresh,
  getRows,
  input,
  mulMat,
  permute,
  reshape,
  rope,
  shape,
  transpose,
  unary,
  view,
} from '../../graph/ops.ts'
import { newTensor, type Tensor } from '../../graph/tensor.ts'
import {
  convolved,
  mergedPatches,
  multiplied,
  patches,
  rawImage,
  rope2d,
  visionFeedForward,
  type VisionGraph,
  visionNorm,
  visionTower,
} from './vision-graph.ts'

/** The whole graph of a tower: returns its result (clip_graph_*::build, tools/mtmd/models). */
export type VisionBuilder = (g: VisionGraph) => Tensor

const FLOAT = 4

/** Gemma 3: tokens are averages over squares of patches (siglip.cpp). */
function buildGemma3(g: VisionGraph): Tensor {
  const { side, tower, n_merge } = g
  const seen = siglip(g)
  const square = cont(transpose(seen), [side, side, tower.n_embd, 1])
  const half = Math.floor(side / n_merge)
  const pooled = fresh(square, [half, half, tower.n_embd, 1])
  const columns = cont(transpose(reshape(pooled, half * half, tower.n_embd)))
  const normed = binary(unary(columns), g.need('mm.soft_emb_norm.weight'))
  return mulMat(cont(transpose(g.need('mm.input_projection.weight'))), normed)
}

/** SmolVLM: squares of patches side by side, one matrix (siglip.cpp). */
function buildIdefics3(g: VisionGraph): Tensor {
  return mulMat(g.need('mm.model.fc.weight'), mergedPatches(g, siglip(g)))
}

function siglip(g: VisionGraph): Tensor {
  const inp = patches(g)
  return visionTower(g, inp, { norm: 'layer', n_pos: g.side ** 2, position: g.need('v.position_embd.weight') })
}

/** InternVL: a class token that is dropped again, squares of patches, two matrices (internvl.cpp). */
function buildInternVl(g: VisionGraph): Tensor {
  const { side, tower, n_merge: m } = g
  const inp = patches(g)
  const own = compute('f32', [tower.n_embd, 1, 1, 1], g.need('v.class_embd'))
  const joined = widened(inp, own)
  const n_pos = side ** 2 + 1
  const rms = tower.n_embd === 3200 && tower.n_layer === 45
  const seen = visionTower(g, joined, {
    norm: rms ? 'rms' : 'layer',
    n_pos,
    position: g.need('v.position_embd.weight'),
  })
  const kept = cont(view(seen, [tower.n_embd, side ** 2], [seen.nb[1]]))
  const rows = permute(reshape(kept, tower.n_embd * m, side / m, side), [0, 2, 1, 3])
  const squares = cont(rows, [tower.n_embd * m * m, side / m, side / m, 1])
  const flat = cont(permute(squares, [0, 2, 1, 3]), [tower.n_embd * m * m, (side / m) ** 2, 1, 1])
  return visionFeedForward(g, visionNorm(g, flat, 'mm.model.mlp.0', 'layer'), 'mm.model.mlp.1', null, 'mm.model.mlp.3')
}

/** LLaVA: the last layer but one, or the layers that the file names (Granite) side by side; two matrices (llava.cpp). */
function buildLlava(g: VisionGraph): Tensor {
  const { side, tower } = g
  const inp = patches(g)
  const own = g.weight('v.class_embd')
  const joined = own === undefined ? inp : widened(inp, own)
  const n_pos = side ** 2 + (own === undefined ? 0 : 1)
  const position = getRows(g.need('v.position_embd.weight'), input('i32', n_pos))
  const kept: Tensor[] = []
  const deepest = Math.max(-1, ...tower.feature_layers)
  const layers = deepest < 0 ? tower.n_layer - 1 : deepest
  const before_layer = (x: Tensor, il: number) => {
    if (tower.feature_layers.includes(il)) kept.push(x)
  }
  const seen = visionTower(g, joined, { norm: 'layer', n_pos, layers, position, before_layer })
  if (deepest >= 0) kept.push(seen)
  const features = kept.length === 0 ? seen : kept.reduce((all, next) => concat(all, next))
  const chosen = getRows(features, input('i32', side ** 2))
  return visionFeedForward(g, chosen, 'mm.0', null, 'mm.2')
}

/** Pixtral: positions by rotation in two directions, a token at each row's end (pixtral.cpp). */
function buildPixtral(g: VisionGraph): Tensor {
  const { side, tower, n_merge: m } = g
  const [pos_h, pos_w] = [input('i32', side ** 2), input('i32', side ** 2)]
  const inp = patches(g)
  let x = visionTower(g, inp, { norm: 'rms', n_pos: side ** 2, rotate: (tensor) => rope2d(tensor, pos_h, pos_w) })
  if (g.weight('mm.patch_merger.weight') !== undefined) {
    const normed = binary(unary(x), g.need('mm.input_norm.weight'))
    const square = cont(permute(reshape(normed, tower.n_embd, side, side), [2, 0, 1, 3]))
    const steps = Math.floor(side / m)
    const unfolded = compute('f32', [tower.n_embd * m * m, steps, steps, 1], square)
    x = mulMat(g.need('mm.patch_merger.weight'), reshape(unfolded, unfolded.ne[0], steps * steps))
  }
  const words = visionFeedForward(g, x, 'mm.1', null, 'mm.2')
  const end = g.weight('v.token_embd.img_break')
  if (end === undefined) return words
  const rows = Math.floor(side / m)
  // Made on the spot, not filled from outside.
  const blank = unary(newTensor('leaf', 'f32', shape([words.ne[0], 1, rows]), []))
  const ends = binary(blank, end)
  return compute('f32', [words.ne[0], rows + 1, rows, 1], reshape(words, words.ne[0], rows, rows), ends)
}

/** Qwen 2 and 2.5 VL: most layers of 2.5 attend within windows by a mask (qwen2vl.cpp). */
function buildQwen2Vl(g: VisionGraph): Tensor {
  const { side, tower } = g
  const n_pos = side ** 2
  const windows = tower.n_wa_pattern > 0
  const kind = tower.type === 'qwen2.5vl_merger' ? 'rms' : 'layer'
  let x = foldedPatches(g)
  const positions = input('i32', n_pos * 4)
  let mask: Tensor | null = null
  if (windows) {
    const order = input('i32', n_pos / 4)
    const raw = input('f32', n_pos, n_pos)
    mask = g.flash ? cont(raw, raw.ne, 'f16') : raw
    x = reshape(getRows(reshape(x, tower.n_embd * 4, n_pos / 4), order), tower.n_embd, n_pos)
  }
  const seen = visionTower(g, x, {
    norm: kind,
    n_pos,
    rotate: (tensor) => rope(tensor, positions),
    mask: (il) => (windows && (il + 1) % tower.n_wa_pattern !== 0 ? mask : null),
  })
  const words = visionFeedForward(g, reshape(seen, tower.n_embd * 4, n_pos / 4), 'mm.0', null, 'mm.2')
  return windows ? getRows(words, input('i32', n_pos / 4)) : words
}

/** Qwen 3 VL: learned positions, and features of some layers beside the result (qwen3vl.cpp). */
function buildQwen3Vl(g: VisionGraph): Tensor {
  const { side, tower } = g
  const n_pos = side ** 2
  const m2 = g.n_merge ** 2
  const folded = foldedPatches(g)
  const biased = binary(folded, g.need('v.patch_embd.bias'))
  const learned = foldPairs(g, cont(resizedPositions(g), [tower.n_embd * 2, side / 2, side, 1]))
  const inp = binary(biased, learned)
  const positions = input('i32', n_pos * 4)
  let features: Tensor | null = null
  const seen = visionTower(g, inp, {
    norm: 'layer',
    n_pos,
    rotate: (tensor) => rope(tensor, positions),
    after_layer: (x, il) => {
      const at = `v.deepstack.${il}`
      if (g.weight(`${at}.fc1.weight`) === undefined) return
      const normed = visionNorm(g, reshape(x, tower.n_embd * m2, n_pos / m2), `${at}.norm`, 'layer')
      const feature = visionFeedForward(g, normed, `${at}.fc1`, null, `${at}.fc2`)
      features = features === null ? feature : concat(features, feature)
    },
  })
  const words = visionFeedForward(g, reshape(seen, tower.n_embd * 4, n_pos / 4), 'mm.0', null, 'mm.2')
  return features === null ? words : concat(words, features)
}

/** Two convolutions of the image, summed; patches folded so that four neighbours follow one another. */
function foldedPatches(g: VisionGraph): Tensor {
  const { side, tower } = g
  const raw = rawImage(g)
  const sum = binary(
    convolved(g, raw, g.need('v.patch_embd.weight')),
    convolved(g, raw, g.need('v.patch_embd.weight.1')),
  )
  return foldPairs(g, cont(permute(sum, [1, 2, 0, 3]), [tower.n_embd * 2, side / 2, side, 1]))
}

function foldPairs({ side, tower }: VisionGraph, pairs: Tensor): Tensor {
  const split = reshape(pairs, tower.n_embd * 2, side / 2, 2, side / 2)
  return cont(permute(split, [0, 2, 1, 3]), [tower.n_embd, side * side, 1, 1])
}

/** The learned positions for another number of patches (clip_graph::resize_position_embeddings). */
function resizedPositions(g: VisionGraph): Tensor {
  const { side, tower } = g
  const table = g.need('v.position_embd.weight')
  const own = Math.floor(Math.sqrt(table.ne[1]))
  if (own === side) return table
  const square = permute(reshape(table, tower.n_embd, own, own), [2, 0, 1, 3])
  const resized = fresh(square, [side, side, tower.n_embd, 1])
  return cont(permute(resized, [1, 2, 0, 3]), [tower.n_embd, side * side, 1, 1])
}

/** Gemma 4: positions by table and by rotation, tokens as averages (gemma4v.cpp). */
function buildGemma4(g: VisionGraph): Tensor {
  const { side, tower, n_merge } = g
  const n_pos = side ** 2
  const scaled = unary(rawImage(g))
  const flat = reshape(convolved(g, scaled, g.need('v.patch_embd.weight')), n_pos, tower.n_embd)
  const inp = cont(transpose(flat))
  const [pos_x, pos_y] = [input('i32', n_pos), input('i32', n_pos)]
  const placed = placedByTable(g, inp, pos_x, pos_y)
  const seen = visionTower(g, placed, {
    norm: 'rms',
    n_pos,
    rotate: (tensor) => rope2d(tensor, pos_x, pos_y),
    normed_values: tower.type === 'gemma4v',
  })
  const square = cont(transpose(seen), [side, side, tower.n_embd, 1])
  const half = Math.floor(side / n_merge)
  const pooled = fresh(square, [half, half, tower.n_embd, 1])
  const columns = unary(cont(transpose(reshape(pooled, half * half, tower.n_embd))))
  return multiplied(g, g.need('mm.input_projection.weight'), unary(columns))
}

/** Positions from a table of rows and one of columns. */
function placedByTable(g: VisionGraph, inp: Tensor, pos_x: Tensor, pos_y: Tensor): Tensor {
  const table = g.need('v.position_embd.weight')
  const lookUp = (positions: Tensor) =>
    getRows(view(table, [table.ne[0], table.ne[1]], [table.ne[0] * FLOAT]), positions)
  return binary(binary(inp, lookUp(pos_x)), lookUp(pos_y))
}

/** Gemma 4 without a tower of its own: patches, their places and norms (gemma4uv.cpp). */
function buildGemma4Unified(g: VisionGraph): Tensor {
  const { side, tower } = g
  const width = 3 * tower.patch_size ** 2
  // A kernel that lends its shape alone.
  const kernel = newTensor('leaf', 'f32', shape([tower.patch_size, tower.patch_size, 3]), [])
  const columns = reshape(compute('f32', [width, side, side, 1], kernel, rawImage(g)), width, side ** 2)
  const product = mulMat(g.need('v.patch_embd.weight'), visionNorm(g, columns, 'v.patch_norm.1', 'layer'))
  const inp = visionNorm(g, binary(product, g.need('v.patch_embd.bias')), 'v.patch_norm.2', 'layer')
  const placed = placedByTable(g, inp, input('i32', side ** 2), input('i32', side ** 2))
  const seen = visionNorm(g, placed, 'v.patch_norm.3', 'layer')
  return mulMat(g.need('mm.input_projection.weight'), unary(seen))
}

/** Another token beside those of the image. */
function widened(x: Tensor, token: Tensor): Tensor {
  return compute('f32', [x.ne[0], x.ne[1] + 1, 1, 1], x, token)
}

export const VISION_BUILDERS: Readonly<Record<string, VisionBuilder>> = {
  gemma3: buildGemma3,
  gemma4uv: buildGemma4Unified,
  gemma4v: buildGemma4,
  idefics3: buildIdefics3,
  internvl: buildInternVl,
  lightonocr: buildPixtral,
  mlp: buildLlava,
  pixtral: buildPixtral,
  'qwen2.5vl_merger': buildQwen2Vl,
  qwen2vl_merger: buildQwen2Vl,
  qwen3vl_merger: buildQwen3Vl,
}
