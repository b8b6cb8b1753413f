import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sparseGguf } from '../helpers/sparse-gguf.ts'
import { configText, LLAMA_8B } from '../validate/cases.ts'
import { type ActionRun, runAction } from './run-action.ts'

const MODEL = '/models/Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf'
const FILES: Readonly<Record<string, string>> = {
  'a/runtime.json': configText({ n_ctx: 131_072 }, { model: LLAMA_8B }).replace('{', '{ // the fleet\n'),
  'a/start.sh': `#!/bin/sh\n# of the chat\nCTX=131072\nexec llama-server -m ${MODEL} -ngl 99 \\\n  -c "$CTX" -np 1 --fit off\n`,
  'a/Dockerfile': `FROM ghcr.io/ggml-org/llama.cpp:server-cuda\nENV LLAMA_ARG_FIT=off LLAMA_ARG_CTX_SIZE=131072\nCMD ["-m", "${MODEL}", "-ngl", "99", "-np", "1"]\n`,
  'a/server.env': `LLAMA_ARG_MODEL=${MODEL}\nLLAMA_ARG_CTX_SIZE=131072 # long\nLLAMA_ARG_N_GPU_LAYERS=99\nLLAMA_ARG_FIT=off\nLLAMA_ARG_N_PARALLEL=1\n`,
  'a/presets.ini': `[*]\nfit = off\nnp = 1\n[small]\nmodel = ${MODEL}\nctx-size = 4096\n[large]\nmodel = ${MODEL}\nctx-size = 131072\n`,
  'a/swap.yaml': `models:\n  "llama":\n    cmd: |\n      llama-server --port \${PORT} --fit off -np 1 -ngl 99\n      -m ${MODEL}\n      -c 131072\n`,
  'a/compose.yml':
    `services:\n  llm:\n    image: ghcr.io/ggml-org/llama.cpp:server-cuda\n    command:\n      - "-m"\n      - ${MODEL}\n      - --ctx-size\n      - "131072"\n      - --fit=off\n`.replace(
      '--fit=off',
      '--fit\n      - "off"\n      - -np\n      - "1"\n      - -ngl\n      - "99"',
    ),
  'a/Modelfile': 'FROM llama3.1:8b\nPARAMETER num_ctx 131072\nPARAMETER num_gpu 99\n',
}
const INPUTS = { configs: 'a/*', targets: 'nvidia_rtx_3060\nnvidia_rtx_4090' }

let folder = ''
let workspace = ''
let first: ActionRun
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lp-formats-'))
  workspace = join(folder, 'workspace')
  mkdirSync(workspace)
  first = await runAction(workspace, { ...INPUTS, 'fix-file': 'fix.diff', 'report-file': 'r.json' }, FILES)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each(Object.keys(FILES))('%s: the annotation covers the token that decides', (file) => {
  const issue = first.issues.find((one) => one.file === file && one.level === 'error')
  expect(issue?.title).toMatch(/^LP101 VRAM over( in \w+)? on 1 of 2 targets$/)
  const { line = 0, col = 0, endColumn = 0 } = issue ?? {}
  expect(FILES[file]?.split('\n')[line - 1]?.slice(col - 1, endColumn - 1)).toBe('131072')
  expect(issue?.message).toMatch(/Fix: set [\w.-]+ to \d+ \(now 131072\); rechecked on all 2 targets\./)
})

it('every fix is written into its file, and nothing else changes', async () => {
  const diff = readFileSync(join(workspace, 'fix.diff'), 'utf8')
  const removed = diff.split('\n').filter((line) => /^-(?!--)/.test(line))
  expect(removed).toHaveLength(8)
  execFileSync('git', ['init', '-q'], { cwd: workspace })
  execFileSync('git', ['apply', 'fix.diff'], { cwd: workspace })
  for (const [file, text] of Object.entries(FILES)) {
    const after = readFileSync(join(workspace, file), 'utf8')
    const at = text.indexOf('131072')
    expect(after.slice(0, at)).toBe(text.slice(0, at))
    expect(after.slice(at).replace(/^\d+/, '131072')).toBe(text.slice(at))
  }
  const again = await runAction(workspace, INPUTS)
  expect(again.issues.filter(({ level }) => level === 'error')).toEqual([])
  expect(again).toMatchObject({ conclusion: 'Succeeded', outputs: { configs: '9', 'failing-pairs': '0' } })
})

it('the summary and the report name the config in its file, and where the facts come from', () => {
  expect(first.summary).toContain('<code>a/presets&#46;ini</code> <code>large</code>')
  expect(first.summary).toContain('Of 8 configs the model is known by its name alone, from the catalog.')
  const report = JSON.parse(readFileSync(join(workspace, 'r.json'), 'utf8')) as {
    configs: { file: string; name: string | null; model_facts: string }[]
  }
  const names = report.configs.map(({ file, name, model_facts }) => [file, name, model_facts])
  expect(names).toContainEqual(['a/presets.ini', 'small', 'catalog'])
  expect(names).toContainEqual(['a/runtime.json', null, 'config'])
})

it('a command line that names no backend is judged with that of each target', async () => {
  const targets = 'nvidia_rtx_3060\napple_silicon_m3_16gb\ncpu_amd_ryzen_9_7950x'
  const text = FILES['a/start.sh']?.replace('131072', '8192') ?? ''
  const result = await runAction(workspace, { configs: 'b/start.sh', targets }, { 'b/start.sh': text })
  expect(result).toMatchObject({ conclusion: 'Succeeded', issues: [], outputs: { result: 'pass', targets: '3' } })
  const pinned = await runAction(
    workspace,
    { configs: 'b/compose.yml', targets },
    { 'b/compose.yml': FILES['a/compose.yml'] ?? '' },
  )
  expect(pinned.issues.map(({ title }) => title)).toContain('LP303 Backend not available in llm on 2 of 3 targets')
})

it('facts come from a GGUF in the checkout, a facts file, or the name; else the pair is not judged', async () => {
  mkdirSync(join(workspace, 'models'))
  await sparseGguf('smollm2-135m.Q4_K_M', join(workspace, 'models'))
  const call = (model: string) => `llama-server -m ${model} -c 4096 -np 1 -ngl 99 --fit off\n`
  const files = {
    'c/1.sh': call('models/smollm2-135m.Q4_K_M.gguf'),
    'c/2.sh': call('/srv/mine.gguf'),
    'c/3.sh': call('/srv/qwen3-8b-q4_k_m.gguf'),
    'c/4.sh': call('/srv/other.gguf'),
    'known/mine.json': JSON.stringify(LLAMA_8B),
  }
  const inputs = { configs: 'c/*', targets: 'nvidia_rtx_3060', models: 'known/*.json', 'report-file': 'facts.json' }
  const result = await runAction(workspace, inputs, files)
  const { configs } = JSON.parse(readFileSync(join(workspace, 'facts.json'), 'utf8')) as {
    configs: { model_facts: string | null; pairs: { result: string }[] }[]
  }
  expect(configs.map(({ model_facts, pairs }) => [model_facts, pairs[0]?.result])).toEqual([
    ['gguf', 'pass'],
    ['facts_file', 'pass'],
    ['catalog', 'pass'],
    [null, 'not_judged'],
  ])
  expect(result).toMatchObject({ conclusion: 'Failed', outputs: { result: 'fail', errors: '1' } })
})

it('a release pinned for a target decides which options exist there', async () => {
  const policy =
    'version: 1\nconfigs: [d/*.sh]\ntargets: [nvidia_rtx_3060, nvidia_rtx_4090]\nengines: {nvidia_rtx_3060: b6000}\n'
  const text = `llama-server -m ${MODEL} -c 4096 -np 1 -ngl 99 --fit off -fa on --no-mmap\n`
  const result = await runAction(workspace, { policy: 'pins.yml' }, { 'pins.yml': policy, 'd/start.sh': text })
  expect(result.issues.map(({ title, col = 0, endColumn = 0 }) => [title, text.slice(col - 1, endColumn - 1)])).toEqual(
    [
      ['LP016 Option newer than the release on 1 of 2 targets', '-fa'],
      ['LP013 Option that this release does not have on 1 of 2 targets', '--no-mmap'],
    ],
  )
  expect(result.issues[0]?.message).toContain('-fa takes a value only from build 6325 on; the target runs b6000.')
  const wrong = await runAction(workspace, { policy: 'pins.yml' }, { 'pins.yml': policy.replace('3060: b', '306: b') })
  expect(wrong.issues[0]?.message).toContain('nvidia_rtx_306 is no target of this policy. Did you mean nvidia_rtx_3060')
})

it('finds by default what runs llama.cpp, and leaves the rest alone', async () => {
  const inner = join(workspace, 'e')
  mkdirSync(inner)
  const files = {
    'e/compose.yaml': FILES['a/compose.yml'] ?? '',
    'e/docker-compose.dev.yml': 'services:\n  db: { image: postgres }\n',
    'e/Dockerfile': 'FROM node\n',
    'e/Modelfile': FILES['a/Modelfile'] ?? '',
    'e/notes.ini': '[php]\nengine = on\n',
  }
  const result = await runAction(workspace, { 'working-directory': 'e', targets: 'nvidia_rtx_3060' }, files)
  expect(result.outputs).toMatchObject({ configs: '2', result: 'fail' })
  expect(new Set(result.issues.map(({ file }) => file))).toEqual(new Set(['e/compose.yaml', 'e/Modelfile']))
})

it('a file that nothing is known of is not judged, and a format may be pinned', async () => {
  const files = { 'f/serve': FILES['a/start.sh']?.replace('#!/bin/sh\n', '') ?? '' }
  const unknown = await runAction(workspace, { configs: 'f/serve', targets: 'nvidia_rtx_4090' }, files)
  expect(unknown.issues).toMatchObject([{ file: 'f/serve', title: 'LP008 Not readable as its format' }])
  expect(unknown.summary).toContain('Not judged: 1 pair by LP008, not readable as its format.')
  const pinned = await runAction(workspace, { configs: 'shell=f/serve', targets: 'nvidia_rtx_4090' })
  expect(pinned).toMatchObject({ conclusion: 'Succeeded', outputs: { configs: '1', errors: '0' } })
})
