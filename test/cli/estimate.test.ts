import { expect, test } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const estimate = (...more: string[]) => runCli(['estimate', '--model', 'qwen3-8b', ...more])

test('what does not fit is said in words, and by how much', async () => {
  const on = (precision: string) => estimate('--hardware', 'generic_gpu', '--precision', precision, '--n-ctx', '8192')
  expect((await on('Q8_0')).stdout).toMatch(/GiB usable \(1\d\d %\), does not fit: \d+\.\d GiB over/)
  expect((await on('Q2_K')).stdout).not.toContain('does not fit')
})

test('a speed is given only for what fits; for the rest it is said to be none', async () => {
  const on = async (precision: string, ...more: string[]) =>
    (await estimate('--hardware', 'generic_gpu', '--precision', precision, '--n-ctx', '8192', ...more)).stdout
  expect(await on('Q8_0')).toMatch(
    /^no speed, for it does not fit; if it did:\n {2}decode {2}[\d.]+ tokens\/s.*\n {2}prompt/m,
  )
  expect(await on('Q2_K')).toMatch(/^decode {2}[\d.]+ tokens\/s/m)
  expect(JSON.parse(await on('Q8_0', '--json'))).toMatchObject({ fits: false })
  expect(JSON.parse(await on('Q2_K', '--json'))).toMatchObject({ fits: true })
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

test('tokens may be counted in k, and an absent context is said to be the most that there is', async () => {
  expect((await estimate('--n-ctx', '32k')).stdout).toBe((await estimate('--context', '32768')).stdout)
  expect((await estimate('--context', '8K')).stdout).toContain(', context 8192\n')
  expect((await estimate()).stdout).toMatch(/context \d+ \(the training length, .*--context N takes another\)\n/)
  expect(await estimate('--context', '8q')).toMatchObject({ code: 2, stderr: expect.stringContaining("not '8q'") })
})

test('--depth is the speed with that many tokens in the context', async () => {
  const decode = async (...depth: string[]) => {
    const { stdout } = await estimate('--context', '32k', '--hardware', 'nvidia_rtx_4090', ...depth)
    return { stdout, speed: Number(/^decode {2}([\d.]+)/m.exec(stdout)?.[1]) }
  }
  const deep = await decode('--depth', '16k')
  expect(deep.stdout).toMatch(/^decode .* with 16384 tokens in the context /m)
  expect(deep.stdout).toMatch(/^prompt .* with an empty context /m)
  expect(deep.speed).toBeLessThan((await decode()).speed)
})

test('prompts of a split model may be faster than said, and it says so', async () => {
  const said = /^prompts of 32 tokens and more may be read faster/m
  const split = ['--context', '8k', '--hardware', 'nvidia_rtx_4090', '--n-gpu-layers', '10']
  expect((await estimate(...split)).stdout).toMatch(said)
  expect((await estimate(...split.slice(0, -2))).stdout).not.toMatch(said)
  expect(
    (await estimate('--context', '8k', '--hardware', 'apple_silicon_m3_16gb', '--n-gpu-layers', '9')).stdout,
  ).not.toMatch(said)
})

test('--config belongs to explain', async () => {
  expect(await runCli(['estimate', '--config', 'a.json'])).toMatchObject({
    code: 2,
    stderr:
      'lp-tui: there is no option --config.\n  lp-tui explain --config FILE shows what a config needs, term by term.\n',
  })
})

test('layers and cache types of a draft model are counted as the flags place them', async () => {
  const draft = await sparseGguf('qwen2.5-0.5b.Q4_K_M', await tempFolder())
  const more = ['--context', '8k', '--devices', '1', '--model-draft', draft, '--spec-type', 'draft-simple', '--json']
  const terms = async (...args: string[]) => {
    const { stdout } = await estimate(...more, ...args)
    const { extras } = JSON.parse(stdout) as { extras: { id: string; place: number | 'host'; bytes: number }[] }
    return (id: string, place: number | 'host') =>
      extras.filter((one) => one.id === id && one.place === place).reduce((sum, { bytes }) => sum + bytes, 0)
  }
  const [whole, none, half, small] = await Promise.all([
    terms(),
    terms('--spec-draft-ngl', '0'),
    terms('--spec-draft-ngl', '12'),
    terms('--spec-draft-type-k', 'q8_0', '--spec-draft-type-v', 'q8_0'),
  ])
  expect(none('draft.model', 0)).toBe(0)
  expect(none('draft.context', 'host')).toBe(whole('draft.context', 0))
  expect(half('draft.model', 0)).toBeLessThan(whole('draft.model', 0))
  expect(half('draft.context', 0) + half('draft.context', 'host')).toBe(whole('draft.context', 0))
  expect(small('draft.context', 0)).toBe((whole('draft.context', 0) * 34) / 64)
  expect((await terms('--spec-draft-ngl', 'all'))('draft.model', 0)).toBe(whole('draft.model', 0))
  expect(await runCli(['estimate', '--model', 'qwen3-8b', '--spec-draft-ngl', '3'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--spec-draft-ngl is for a draft model'),
  })
})

test('on a cluster a device by name is the one that llama.cpp calls so', async () => {
  const hardware = ['--hardware', 'nvidia_rtx_4070,nvidia_rtx_4090', '--context', '4k', '--json']
  const models = async (buffer: string) => {
    const { stdout } = await estimate(...hardware, '--override-tensor', `blk\\.=${buffer}`)
    const { memory } = JSON.parse(stdout) as { memory: { devices: { model: number }[] } }
    return memory.devices.map(({ model }) => model > 3e9)
  }
  expect(await models('CUDA0')).toEqual([false, true])
  expect(await models('RPC0[machine-2:50052]')).toEqual([true, false])
})
