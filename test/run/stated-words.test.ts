import { describe, expect, test } from 'vitest'
import { catalogModel } from '../../shared/model/catalog/index.ts'
import type { RuntimeConfig } from '../../shared/index.ts'
import { findingSentence } from '../../shared/report/sentence.ts'
import { ownEnvironment } from '../../shared/run/engine-environment.ts'
import { statedWords, withWords } from '../../shared/run/stated-words.ts'
import { userErrorOf } from '../helpers/thrown.ts'

const CONFIG: RuntimeConfig = {
  backend: 'cuda',
  model_path: 'm.gguf',
  settings: { n_ctx: 8192, n_batch: 1024, n_parallel: 2, n_threads: 8, override_tensor: ['a=CPU'] },
  model: catalogModel('qwen3-30b-a3b', 'Q4_K_M'),
}
const read = (line: string) => statedWords(line.split(' '), findingSentence)
const settings = (line: string, config = CONFIG) => withWords(config, read(line)).settings

describe('words for the engine', () => {
  test.each<[string, RuntimeConfig['settings']]>([
    ['-c 65536 -ctk f32', { n_ctx: 65_536, cache_type_k: 'f32' }],
    ['--ctx_size 4096 -c 2048', { n_ctx: 2048 }],
    ['-ngl all', { n_gpu_layers: -1 }],
    ['-ub 0', { n_ubatch: 1024 }],
    ['-b 256 -ub 0', { n_batch: 256, n_ubatch: 256 }],
    ['-np -1', { n_parallel: 4, kv_unified: true }],
    ['-no-kvu --swa-full -nkvo', { kv_unified: false, swa_full: true, offload_kqv: false }],
    ['--cpu-moe', { n_cpu_moe: 48 }],
    ['-ot b=CUDA0', { override_tensor: ['a=CPU', 'b=CUDA0'] }],
    ['--rpc 10.0.0.2:1', { rpc_servers: ['10.0.0.2:1'] }],
    ['--rope-scale 2', { rope_freq_scale: 0.5 }],
    ['-lm none --fit off', { use_mmap: false }],
    ['--no-mmap', { use_mmap: false }],
  ])('%s is a setting, and not told to the engine twice', (line, expected) => {
    expect(settings(line)).toEqual({ ...CONFIG.settings, ...expected })
    expect(read(line)).toMatchObject({ rest: [], unjudged: [] })
  })

  test('one that is left to the engine is left out, one that is as it was changes nothing', () => {
    expect(settings('-t -1')).not.toHaveProperty('n_threads')
    expect(withWords(CONFIG, read('-c 8192 -np 2'))).toBe(CONFIG)
    expect(withWords(CONFIG, statedWords([], findingSentence))).toBe(CONFIG)
  })

  test('without devices it is a config for the CPU, on which no layer leaves it', () => {
    expect(withWords(CONFIG, read('-dev none'))).toMatchObject({ backend: 'cpu' })
    expect(read('-dev none').rest).toEqual(['-dev', 'none'])
    const cpu = { ...CONFIG, backend: 'cpu' as const }
    expect(withWords(cpu, read('-ngl 99'))).toBe(cpu)
  })

  test('what is no setting goes to the engine as it is', () => {
    const { rest, unjudged } = read('--alias a -c 512 --temp 0.5 --slot-save-path -c -lm dio --kv-unified-per-slot 64')
    expect(rest.join(' ')).toBe('--alias a --temp 0.5 --slot-save-path -c -lm dio --kv-unified-per-slot 64')
    expect(unjudged).toEqual([])
  })

  test.each([
    ['--mmproj p.gguf', 'after --: --mmproj takes memory that the check does not count'],
    ['--embeddings', 'after --: what --embeddings does to memory cannot be followed; the check is without it'],
    ['-sm tensor', 'after --: what -sm tensor does to memory cannot be followed; the check is without it'],
    ['-dev CUDA1', 'after --: -dev names devices; the check is about all of them'],
    ['--brand-new 3', 'after --: --brand-new is not known here; the check is without it'],
  ])('%s is told, and goes to the engine', (line, told) => {
    expect(read(line)).toMatchObject({ rest: line.split(' '), unjudged: [told] })
    expect(withWords(CONFIG, read(line))).toBe(CONFIG)
  })

  test.each([
    ['-c many', /^after --: -c /],
    ['-c', /^after --: The value of -c is missing/],
    ['-ctk q9', /^after --: -ctk must be /],
    ['-np 0', /^after --: -np must be at least 1/],
    ['-m other.gguf', /^-m after -- names a model/],
    ['-hf owner/repo', /^-hf after -- names a model/],
    ['--fit on', /^--fit on after --/],
  ])('%s is refused', async (line, said) => {
    const error = await userErrorOf(() => read(line))
    expect(error).toMatchObject({ kind: 'usage', message: expect.stringMatching(said) as string })
  })
})

test("an engine gets the environment without llama.cpp's own variables", () => {
  const env = {
    PATH: '/bin',
    LLAMA_ARG_SWA_FULL: '1',
    LLAMA_ARG_API_KEY_FILE: 'k',
    LLAMA_API_KEY: 'x',
    NONE: undefined,
  }
  expect(ownEnvironment(env)).toEqual({
    env: { PATH: '/bin', LLAMA_API_KEY: 'x', NONE: undefined },
    left_out: ['LLAMA_ARG_SWA_FULL'],
  })
})
