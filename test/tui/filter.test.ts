import { expect, test } from 'vitest'
import { filtered } from '../../cli/tui/wizard/filter.ts'

const NAMES = [
  'Apple M3 (16 GB)',
  'NVIDIA GH200 (HBM3)',
  'NVIDIA GeForce RTX 3060',
  'Llama 3.1 8B llama-3.1-8b',
  'DeepSeekMoE 16B',
  'Phi-3 Mini 3.8B',
  'StarCoder2 7B',
  'mixtral-8x7b',
]

test.each([
  ['m3', ['Apple M3 (16 GB)']],
  ['M3 16', ['Apple M3 (16 GB)']],
  ['8b', ['Llama 3.1 8B llama-3.1-8b']],
  ['rtx3060', []],
  ['3060', ['NVIDIA GeForce RTX 3060']],
  ['7b', ['StarCoder2 7B', 'mixtral-8x7b']],
  // A capital in a word begins one, and what no word begins with is still found.
  ['moe', ['DeepSeekMoE 16B']],
  ['bm3', ['NVIDIA GH200 (HBM3)']],
  ['oder2', ['StarCoder2 7B']],
  ['(hbm3)', ['NVIDIA GH200 (HBM3)']],
  ['', NAMES],
])('the filter %j', (filter, found) => {
  expect(filtered(NAMES, filter, (name) => [name])).toEqual(found)
})
