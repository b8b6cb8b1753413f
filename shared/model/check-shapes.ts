import { UserError } from '../errors.ts'
import type { ModelFacts, TensorGroup } from './facts.ts'
import { badGguf, quote } from './gguf/trouble.ts'
import { type Hparams, readHparams } from './hparams.ts'

/** How wide the queries of an architecture are, and what its attention gives back. */
type Form = { readonly q: Width; readonly out: Width }
type Width = 'n_embd' | 'heads'

const SQUARE: Form = { q: 'n_embd', out: 'n_embd' }
const HEADS: Form = { q: 'heads', out: 'heads' }

/**
 * Architectures whose matrices llama.cpp makes in one of these forms, read from their load_arch_tensors (src/models/*.cpp:
 * create_tensor_qkv, LLM_TENSOR_ATTN_OUT). Others are not judged: to take a model that will not load is the lesser fault.
 */
const FORMS: ReadonlyMap<string, Form> = new Map([
  ...[
    'command-r', 'cohere2', 'deepseek', 'dream', 'falcon', 'gpt2', 'gptneox', 'internlm2', 'llada-moe', 'nemotron', 'olmo',
    'olmo2', 'olmoe', 'orion', 'phi2', 'phi3', 'phimoe', 'qwen2', 'qwen2moe', 'qwen2vl', 'stablelm', 'starcoder',
    'starcoder2', 'xverse',
  ].map((name) => [name, SQUARE] as const), // prettier-ignore
  ...[
    'afmoe', 'apertus', 'arcee', 'cohere2moe', 'ernie4_5', 'exaone', 'gemma', 'gemma2', 'gemma3', 'gemma3n',
    'gemma-embedding', 'glm4', 'glm4moe', 'granite', 'granitemoe', 'hunyuan-moe', 'llada', 'llama', 'llama4', 'mellum',
    'minicpm', 'minimax-m2', 'mistral3', 'qwen3', 'qwen3moe', 'qwen3vl', 'qwen3vlmoe', 'rnd1', 'smallthinker', 'smollm3',
  ].map((name) => [name, HEADS] as const), // prettier-ignore
  ['exaone4', { q: 'heads', out: 'n_embd' }],
])

/** `ffn_up` holds the gate, too. */
const GATE_IN_UP = new Set(['glm4', 'phi3'])

/**
 * Refuses a file whose matrices have not the shape that its keys give them: llama.cpp does not load it ("has wrong
 * shape", llama_model_loader::check_tensor_dims), so that no estimate of it can be right. Says nothing of keys that
 * cannot be read: who needs them tells that.
 * @param name as the source calls itself
 * @throws UserError that names the first tensor that is wrong
 */
export function checkShapes(facts: ModelFacts, name: string): void {
  const form = FORMS.get(facts.architecture)
  const hparams = form && readable(facts)
  if (form === undefined || hparams === undefined) return
  for (const group of facts.tensors) {
    if (group.layers === undefined) checkOne(group, shapeOutside(group.name, hparams), group.name, name)
    else checkLayers(group, form, hparams, name)
  }
}

function readable(facts: ModelFacts): Hparams | undefined {
  try {
    return readHparams(facts)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

function checkLayers(group: TensorGroup, form: Form, hparams: Hparams, file: string): void {
  const part = /^blk\.%d\.(\w+)\.weight$/.exec(group.name)?.[1]
  if (part === undefined) return
  for (const [first, last] of group.layers ?? []) {
    for (let il = first; il <= Math.min(last, hparams.n_layer - 1); il++) {
      checkOne(group, shapeIn(part, form, hparams, il), group.name.replace('%d', String(il)), file)
    }
  }
}

/** A dimension, and the key that it follows from. */
type Dimension = readonly [size: number, key: string]
/** Null for what is not judged. */
type Shape = readonly [Dimension, Dimension] | null

function shapeOutside(name: string, { n_embd, n_vocab }: Hparams): Shape {
  if (name !== 'token_embd.weight' && name !== 'output.weight') return null
  return [
    [n_embd, 'embedding_length'],
    [n_vocab, 'vocab_size'],
  ]
}

function shapeIn(part: string, { q, out }: Form, hparams: Hparams, il: number): Shape {
  const of = (list: readonly number[]) => list[il] ?? 0
  const heads = of(hparams.n_embd_head_k) * of(hparams.n_head)
  const [k, v] = [of(hparams.n_embd_k_gqa), of(hparams.n_embd_v_gqa)]
  const embd: Dimension = [hparams.n_embd, 'embedding_length']
  const width = (kind: Width): Dimension => (kind === 'n_embd' ? embd : [heads, 'attention.head_count'])
  const ff = (times: number): Dimension => [times * of(hparams.n_ff), 'feed_forward_length']
  switch (part) {
    case 'attn_q':
      return [embd, width(q)]
    case 'attn_k':
      return [embd, [k, 'attention.head_count_kv']]
    case 'attn_v':
      return [embd, [v, 'attention.head_count_kv']]
    case 'attn_qkv':
      return [embd, [width(q)[0] + k + v, 'attention.head_count_kv']]
    case 'attn_output':
      return [width(out), embd]
    case 'ffn_up':
      return [embd, ff(GATE_IN_UP.has(hparams.architecture) ? 2 : 1)]
    case 'ffn_gate':
      return [embd, ff(1)]
    case 'ffn_down':
      return [ff(1), embd]
    default:
      return null
  }
}

function checkOne({ shape }: TensorGroup, expected: Shape, tensor: string, file: string): void {
  if (expected === null) return
  const [[rows, rowKey], [columns, columnKey]] = expected
  if (shape[0] === rows && (shape[1] ?? 1) === columns && shape.length <= 2) return
  const key = shape[0] === rows ? columnKey : rowKey
  throw badGguf(
    file,
    `has ${quote(tensor)} as ${shape.join(' x ')}, where its keys make it ${rows} x ${columns} (${key}), so llama.cpp does not load it`,
    'The file is damaged, or its keys were edited.',
  )
}
