import { expect, test } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'

const estimate = (...more: string[]) => runCli(['estimate', '--model', 'qwen3-8b', ...more])

test('what does not fit is said in words, and by how much', async () => {
  const on = (precision: string) => estimate('--hardware', 'generic_gpu', '--precision', precision, '--n-ctx', '8192')
  expect((await on('Q8_0')).stdout).toMatch(/GiB usable \(1\d\d %\), does not fit: \d+\.\d GiB over/)
  expect((await on('Q2_K')).stdout).not.toContain('does not fit')
})

test('settings that llama.cpp refuses get a warning beside the numbers', async () => {
  const { code, stdout, stderr } = await estimate('--cache-type-v', 'q8_0', '--flash-attn', 'off', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toHaveProperty('memory')
  expect(stderr).toMatch(/^warning: cache_type_v q8_0 needs flash attention, .* llama\.cpp refuses to load\.$/m)
  expect((await estimate('--cache-type-v', 'q8_0', '--flash-attn', 'on')).stderr).toBe('')
})

test('a setting that changes nothing is a note', async () => {
  const { stderr } = await estimate('--n-cpu-moe', '999', '--tensor-split', '0,0,0')
  expect(stderr).toMatch(/^note: --n-cpu-moe does nothing: .* has no experts$/m)
  expect(stderr).toMatch(/^note: --tensor-split does nothing/m)
  expect((await estimate('--tensor-split', '1,1', '--devices', '2')).stderr).toBe('')
})
