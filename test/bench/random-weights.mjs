// A GGUF file with random weights and the hyperparameters of a real model: as much work a token as the real one, and
// nothing to download.
//
//   node test/bench/random-weights.mjs FILE.gguf
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { readGgufHeader } from '../../dist/shared/model/gguf/header.js'
import { tensorBytes } from '../../dist/shared/model/tensor-types.js'

/** Qwen2.5 0.5B as Q4_K_M: 494 million weights in q4_K, q5_0, q6_K and q8_0. */
const HEADER = new URL('../fixtures/gguf/qwen2.5-0.5b.Q4_K_M.gguf.gz', import.meta.url)

/** Where the half-precision scales lie in a block (ggml/src/ggml-common.h): [bytes per block, offsets of scales]. */
const SCALES = {
  q4_0: [18, [0]],
  q5_0: [22, [0]],
  q8_0: [34, [0]],
  q4_K: [144, [0, 2]],
  q5_K: [176, [0, 2]],
  q6_K: [210, [208]],
}
/** 2^-10 in half precision: small enough that nothing overflows through all layers. */
const SMALL = 0x1400
const CHUNK = 1 << 20

/** Writes the model and returns its size in bytes. */
export async function writeRandomWeights(path) {
  const head = gunzipSync(readFileSync(HEADER))
  const source = { size: null, name: path, read: async (at, length) => head.subarray(at, at + length) }
  const { tensors, data_offset } = await readGgufHeader(source)
  const file = openSync(path, 'wx')
  try {
    writeSync(file, head.subarray(0, data_offset))
    const random = words(1)
    let end = data_offset
    for (const { name, type, shape, offset } of tensors) {
      const bytes = tensorBytes(type, shape)
      for (let done = 0; done < bytes;) {
        const block = SCALES[type]?.[0] ?? 4
        const size = Math.min(bytes - done, Math.floor(CHUNK / block) * block)
        writeSync(file, chunk(type, name, size, random), 0, size, data_offset + offset + done)
        done += size
      }
      end = data_offset + offset + bytes
    }
    return end
  } finally {
    closeSync(file)
  }
}

function chunk(type, name, size, random) {
  if (type === 'f32')
    return new Uint8Array(Float32Array.from({ length: size / 4 }, () => (name.includes('norm') ? 1 : 0.01)).buffer)
  const layout = SCALES[type]
  if (layout === undefined) throw new Error(`no layout for ${type}`)
  const view = new DataView(new ArrayBuffer(size + 4))
  for (let at = 0; at < size; at += 4) view.setUint32(at, random(), true)
  const [block, scales] = layout
  for (let at = 0; at < size; at += block) for (const scale of scales) view.setUint16(at + scale, SMALL, true)
  return new Uint8Array(view.buffer, 0, size)
}

/** 32-bit words that are the same for the same seed (xorshift). */
function words(seed) {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = process.argv[2]
  if (path === undefined) throw new Error('usage: node test/bench/random-weights.mjs FILE.gguf')
  const bytes = await writeRandomWeights(path)
  process.stdout.write(`${path}: ${(bytes / 2 ** 20).toFixed(0)} MiB\n`)
}
