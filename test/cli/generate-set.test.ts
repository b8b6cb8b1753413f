import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { runCli, spawnCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

let cwd = ''
beforeEach(async () => {
  cwd = await tempFolder()
})

const GOOD = `models:
  - { name: chat, model: qwen3-8b, precision: Q4_K_M, context: 8192, load: pinned, weight: 2 }
  - { name: coder, model: qwen2.5-coder-14b, precision: Q4_K_M, context: 8192 }
  - { name: long, model: llama-3.1-8b, precision: Q4_K_M, context: 8192 }
`

type SetFile = { members: { name: string; config: { settings: { n_ctx: number } } }[]; groups: object[] }

/** `lp-tui generate --set models.yml` with such a list. */
async function generate(list: string, args: readonly string[] = [], hardware = 'nvidia_rtx_4090') {
  await writeFile(join(cwd, 'models.yml'), list)
  return runCli(['generate', '--set', 'models.yml', '--hardware', hardware, ...args], { cwd })
}

test('models that fit together: a set in a file, what was planned on stdout, and validate agrees', async () => {
  await writeFile(join(cwd, 'models.yml'), GOOD)
  const args = ['generate', '--set', 'models.yml', '--hardware', 'nvidia_rtx_4090', '--output', 'set.json']
  const made = await spawnCli(args, { cwd })
  expect({ code: made.code, stderr: made.stderr }).toEqual({ code: 0, stderr: 'set.json written\n' })
  expect(made.stdout).toMatch(/^3 models on NVIDIA GeForce RTX 4090 \(nvidia_rtx_4090\)\n/)
  expect(made.stdout).toMatch(/\nchat {3}qwen3-8b {6}Q4_K_M {5}stays {6}8192 /)
  expect(made.stdout).toMatch(/\n {2}always chat, coder, long\n/)
  const set = JSON.parse(await readFile(join(cwd, 'set.json'), 'utf8')) as SetFile
  expect(set).toMatchObject({ kind: 'model_set', version: 1 })
  expect(set.members.map(({ name, config }) => [name, config.settings.n_ctx])).toEqual([
    ['chat', 8192],
    ['coder', 8192],
    ['long', 8192],
  ])
  const judged = await runCli(['validate', '--config', 'set.json', '--hardware', 'nvidia_rtx_4090'], { cwd })
  expect(judged.stdout).toContain('Passed: 0 errors, 0 warnings in 3 configs on 1 target.')
})

test('what the card cannot hold at once makes room for one another', async () => {
  const models = ['qwen3-32b', 'qwen2.5-32b'].map(
    (model, at) => `  - { name: m${at}, model: ${model}, precision: Q4_K_M, context: 4096 }\n`,
  )
  const { code, stdout, stderr } = await generate(`models:\n${models.join('')}`)
  expect(code, stderr).toBe(0)
  expect((JSON.parse(stdout) as SetFile).groups).toEqual([{ name: 'swapped', swap: true, members: ['m0', 'm1'] }])
  expect(stderr).toContain('\n  one at a time of m0, m1\n')
})

test('--json is the plan, and nothing else on stdout', async () => {
  const { code, stdout, stderr } = await generate(GOOD, ['--json'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({
    schema_version: 1,
    set: { kind: 'model_set' },
    target: { id: 'nvidia_rtx_4090' },
    members: [{ name: 'chat', swaps: false, reasons: expect.any(Array) }, { name: 'coder' }, { name: 'long' }],
    together: [{ kind: 'device', state: 'fits' }, { kind: 'host' }],
  })
})

const pinned = (model: string, name: string) => `  - { name: ${name}, model: ${model}, precision: F16, load: pinned }\n`

test.each([
  [
    'together',
    `models:\n${pinned('qwen3-8b', 'a')}${pinned('qwen3-14b', 'b')}`,
    /^lp-tui: the models do not fit together on /,
  ],
  ['by itself', `models:\n${pinned('llama-3.3-70b', 'huge')}`, /^lp-tui: huge does not fit on .*, even by itself\.\n/],
])('what does not fit %s is refused, with what to do', async (_, list, sentence) => {
  const { code, stdout, stderr } = await generate(list, ['--output', 'set.json'], 'nvidia_rtx_3060')
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(sentence)
  expect(stderr.split('\n')).toHaveLength(3)
  await expect(readFile(join(cwd, 'set.json'))).rejects.toThrow('ENOENT')
})

test.each([
  [
    'models:\n  - name: a\n   model: qwen3-8b\n',
    'models.yml:3:1: A quote, bracket or brace is not closed, or the line is',
  ],
  [
    'models:\n  - { name: a, model: qwen3-8bb }\n',
    'models.yml: a: No catalog model is named "qwen3-8bb". Did you mean qwen3-8b',
  ],
  ['models:\n  - { name: a, model: ./no.gguf }\n', 'models.yml: a: ./no.gguf does not exist'],
  ['models:\n  - { name: a, model: qwen3-8b, precision: Q9_X }\n', 'a: No precision is named "Q9_X". Did you mean '],
  ['models:\n  - { name: a, model: qwen3-8b, contxt: 4 }\n', 'models.yml:2:33: contxt of a is not a key of this'],
  [
    'models:\n  - { name: "a b", model: qwen3-8b }\n',
    'models.yml:2:13: models[0].name must be of letters, digits, ., _ and -, with none of the signs at its ends.',
  ],
  [
    'models:\n  - { name: a, model: x }\n  - { name: a, model: x }\n',
    'models.yml:3:13: models[1].name must be a name that',
  ],
  ['models:\n  - { name: a, model: x, weight: 0 }\n', 'models.yml:2:34: weight of a must be more than 0, not 0.'],
  ['models: []\n', 'models.yml:1:9: models must be at least 1 entry long.'],
  ['[1, 2]', 'models.yml:1:1: The document must be an object, not a list.'],
  ['', 'models.yml is empty'],
])('a list that is none says where and why: %j', async (list, sentence) => {
  const { code, stdout, stderr } = await generate(list)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(`lp-tui: ${sentence}`)
  expect(stderr).not.toMatch(/\n {4}at /)
})

test('all mistakes of a list are told, each by the name of its model', async () => {
  const { code, stderr } = await generate(
    'models:\n  - { name: chat, model: 3 }\n  - { name: code, contxt: 4, weight: 0 }\n  - { name: "a b", model: x, load: no }\n',
  )
  expect(code).toBe(2)
  expect(
    stderr.split('\n').map((line) => line.replace(/^lp-tui: models\.yml:(\d+):\d+: (\S+ \S+ \S+).*/, '$1 $2')),
  ).toEqual([
    '2 model of chat',
    '3 model of code',
    '3 contxt of code',
    '3 weight of code',
    '4 models[2].name must be',
    '4 models[2].load must be',
    expect.stringContaining('docs/sets.md shows the form.'),
    '',
  ])
})

test('an existing file is replaced with --force only, and never the list itself', async () => {
  await writeFile(join(cwd, 'set.json'), 'precious')
  const refused = await generate(GOOD, ['--output', 'set.json'])
  expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('set.json exists already') })
  expect(await readFile(join(cwd, 'set.json'), 'utf8')).toBe('precious')
  expect(await generate(GOOD, ['--output', 'set.json', '--force'])).toMatchObject({ code: 0 })
  expect(JSON.parse(await readFile(join(cwd, 'set.json'), 'utf8'))).toMatchObject({ kind: 'model_set' })

  const itself = await generate(GOOD, ['--output', 'models.yml', '--force'])
  expect(itself).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('models.yml is what the result is made from'),
  })
  expect(await readFile(join(cwd, 'models.yml'), 'utf8')).toBe(GOOD)
})

test.each([
  [['--set', 'none.yml'], 'none.yml does not exist'],
  [['--set', '.'], '. is a folder, not a file'],
  [
    ['--set', 'models.yml', '--model', 'x'],
    '--model is for one model; with --set each model of models.yml says its own',
  ],
])('%j ends with 2 and one sentence', async (args, sentence) => {
  await writeFile(join(cwd, 'models.yml'), GOOD)
  const { code, stdout, stderr } = await runCli(['generate', ...args], { cwd })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(`lp-tui: ${sentence}`)
})
