import { chmod, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { u32, u64, writeGguf } from '../helpers/gguf-writer.ts'
import { runCli, spawnCli } from '../helpers/run-cli.ts'
import { fixtureHeader } from '../helpers/sparse-gguf.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lp-tui-bad-'))
  await chmod(folder, 0o755)
  const file = (name: string, data: string | Uint8Array) => writeFile(join(folder, name), data)
  const whole = fixtureHeader('smollm2-135m.Q4_K_M')
  await mkdir(join(folder, 'folder'))
  await symlink('circle', join(folder, 'circle'))
  await Promise.all([
    file('empty.json', ''),
    file('empty.gguf', ''),
    file('truncated.gguf', whole.slice(0, 1000)),
    file('no-model.gguf', 'This is a text, and a long one, but it is no model at all.'),
    file('many-tensors.gguf', writeGguf({ n_tensors: 2n ** 60n })),
    file('many-keys.gguf', writeGguf({ n_keys: 2n ** 60n })),
    file(
      'long-string.gguf',
      writeGguf({ keys: [['general.name', { bytes: new Uint8Array([...u32(8), ...u64(2n ** 32n)]) }]] }),
    ),
    file('v1.gguf', writeGguf({ version: 1 })),
    file('big-endian.gguf', writeGguf({ version: 0x03_00_00_00 })),
    file('not-json.json', '{ "backend": metal }'),
    file('nan.json', '{ "backend": "cpu", "model_path": "a.gguf", "settings": { "n_ctx": NaN } }'),
    file('negative.json', '{ "backend": "cpu", "model_path": "a.gguf", "settings": { "n_ctx": -5 } }'),
    file('later.json', '{ "version": 7, "backend": "cpu", "model_path": "a.gguf", "settings": {} }'),
    file('snapshot.json', '{ "schema_version": 1, "kind": "hardware_snapshot" }'),
    file('utf16.json', Buffer.from('\uFEFF{}', 'utf16le')),
    file('deep.json', '['.repeat(100_000)),
    file('secret.json', '{}').then(() => chmod(join(folder, 'secret.json'), 0)),
    file('huge.json', '{').then(() => truncate(join(folder, 'huge.json'), 200 * 1024 * 1024)),
    file('kept.json', 'kept'),
  ])
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Exactly one line says what is wrong, at most one more what to do; nothing looks like a stack. */
function expectOneError(stderr: string, program = 'lp-tui'): string {
  const lines = stderr.trimEnd().split('\n')
  const errors = lines.filter((line) => line.startsWith(`${program}: `))
  expect(errors, stderr).toHaveLength(1)
  expect(lines.length, stderr).toBeLessThanOrEqual(2)
  if (lines.length === 2) expect(lines[1]).toMatch(/^ {2}\S/)
  expect(stderr).not.toMatch(/^ {4}at |node:internal|defect/m)
  return errors[0] ?? ''
}

const generate = (...more: string[]) => ['generate', '--hardware', 'nvidia_rtx_4090', ...more]
const model = (name: string) => generate('--model', name)
const validate = (...more: string[]) => ['validate', '--hardware', 'nvidia_rtx_4090', '--config', ...more]

const CASES: readonly (readonly [string, readonly string[], number, RegExp])[] = [
  ['a command with a slip', ['valdate'], 2, /no command valdate\. Did you mean validate\?/],
  ['an unknown option before the command', ['--config', 'x'], 2, /no option --config/],
  ['an option with a slip', ['validate', '--hardwar', 'x'], 2, /no option '?--hardwar'?\. Did you mean --hardware\?/],
  ['--target for --hardware', ['validate', '--target', 'x'], 2, /no option --target\. Did you mean --hardware\?/],
  ['--ctx for --context', generate('--ctx', '1'), 2, /no option --ctx\. Did you mean --context\?/],
  ['--n-ctx for --context', generate('--n-ctx', '1'), 2, /no option --n-ctx\. Did you mean --context\?/],
  ['--quant for --precision', generate('--quant', 'Q4_K_M'), 2, /no option --quant\. Did you mean --precision\?/],
  ['--out for --output', generate('--out', 'x.json'), 2, /no option --out\. Did you mean --output\?/],
  ['-o for --output', generate('-o', 'x.json'), 2, /no option -o\. Did you mean --output\?/],
  ['--target where there is no --hardware', ['detect', '--target', 'x'], 2, /no option --target\.$/m],
  ['an option without its value', ['validate', '--config'], 2, /--config needs a value/],
  ['an option without its value before another', generate('--model', '--force'), 2, /--model needs a value/],
  ['a value for a switch', generate('--json=yes'), 2, /--json takes no value/],
  ['an option given twice', generate('--model', 'a', '--model', 'b'), 2, /--model is given twice/],
  ['a word too many', ['detect', 'now'], 2, /'now'/],
  [
    'words after -- that nothing takes',
    generate('--model-size', '8B', '--', 'x'),
    2,
    /takes nothing after --, and 'x'/,
  ],
  ['GPUs counted twice', ['estimate', '--model', 'qwen3-8b', '--hardware', 'auto', '--devices', '2'], 2, /--devices/],
  ['one setting twice', ['estimate', '--model', 'qwen3-8b', '--n-ctx', '1', '--context', '2'], 2, /mean the same/],
  [
    'all targets at once',
    ['generate', '--hardware', 'all', '--model-size', '8B'],
    2,
    /only validate takes --hardware all/,
  ],
  ['a link in a circle', model('circle'), 2, /circle is a symbolic link that leads nowhere/],
  ['no model', generate(), 2, /which model\?/],
  ['two models', generate('--model', 'qwen3-8b', '--model-size', '8B'), 2, /--model and --model-size/],
  ['a remote model without a repository', model('hf:owner'), 2, /'hf:owner' is no model on Hugging Face/],
  ['a URL that is none of the web', model('ftp://host/model.gguf'), 2, /over http: and https: only, not ftp:/],
  ['an unknown model', model('qwen3-8bb'), 2, /Did you mean qwen3-8b/],
  ['an unknown size', generate('--model-size', 'huge'), 2, /is not a model size/],
  ['an unknown precision', generate('--model-size', '8B', '--precision', 'Q4_K_X'), 2, /Q4_K_X/],
  ['an unknown use case', generate('--model-size', '8B', '--use-case', 'sped'), 2, /Did you mean speed\?/],
  ['an unknown hardware id', ['generate', '--hardware', 'nvidia_rtx_409', '--model-size', '8B'], 2, /nvidia_rtx_4090/],
  ['an unknown profile', ['profiles', 'show', 'nvidia_rtx_409'], 2, /nvidia_rtx_4090/],
  ['an unknown rule', ['explain', 'LP999'], 2, /no rule LP999/],
  ['a negative context', generate('--model-size', '8B', '--context', '-5'), 2, /--context takes a whole number/],
  ['a context that is no number', generate('--model-size', '8B', '--context', 'NaN'), 2, /not 'NaN'/],
  [
    'a number with a fraction',
    generate('--model-size', '8B', '--parallel', '1.5'),
    2,
    /--parallel takes a whole number/,
  ],
  ['a setting out of range', ['estimate', '--model', 'qwen3-8b', '--n-ubatch', '0'], 2, /--n-ubatch takes/],
  ['an unknown cache type', ['estimate', '--model', 'qwen3-8b', '--cache-type-k', 'q8'], 2, /Did you mean q8_0/],
  ['shares that are none', ['estimate', '--model', 'qwen3-8b', '--tensor-split', '1,,2'], 2, /--tensor-split/],

  ['a missing model file', model('./none.gguf'), 2, /none\.gguf does not exist/],
  ['a folder as a model', model('./folder'), 2, /folder is a folder, not a file/],
  ['a folder as a model, without a path', model('folder'), 2, /folder is a folder, not a file$/],
  ['an empty model file', model('empty.gguf'), 2, /empty\.gguf is empty/],
  ['a truncated GGUF', model('truncated.gguf'), 2, /truncated\.gguf/],
  ['a file that is no GGUF', model('no-model.gguf'), 2, /no-model\.gguf/],
  ['a GGUF that claims 2^60 tensors', model('many-tensors.gguf'), 2, /many-tensors\.gguf/],
  ['a GGUF that claims 2^60 keys', model('many-keys.gguf'), 2, /many-keys\.gguf/],
  ['a GGUF that claims a 4 GB string', model('long-string.gguf'), 2, /long-string\.gguf/],
  ['a GGUF of version 1', model('v1.gguf'), 2, /v1\.gguf.*version 1/],
  ['a big-endian GGUF', model('big-endian.gguf'), 2, /big-endian/],

  ['no config', ['validate'], 2, /nothing to check/],
  ['a pattern without a match', validate('none/*.json'), 2, /nothing to check/],
  ['a missing config', validate('none.json'), 2, /none\.json does not exist/],
  ['a folder as a config', validate('folder'), 2, /folder is a folder/],
  [
    'a config that is no JSON, to export',
    ['export', '--config', 'not-json.json', '--to', 'llama-server'],
    2,
    /not-json\.json:1:\d+: /,
  ],
  ['an unknown export', ['export', '--config', 'kept.json', '--to', 'llama-sever'], 2, /Did you mean llama-server/],
  ['no format to export to', ['export', '--config', 'kept.json'], 2, /export to what\?/],
  ['a snapshot that is none', ['generate', '--hardware', 'not-json.json', '--model-size', '8B'], 2, /not-json\.json/],
  [
    'a snapshot that lacks keys',
    ['generate', '--hardware', 'snapshot.json', '--model-size', '8B'],
    2,
    /snapshot\.json/,
  ],
  [
    'a missing snapshot',
    ['validate', '--hardware', 'none.json', '--config', 'later.json'],
    2,
    /none\.json does not exist/,
  ],
  ['a data base that is none', generate('--model-size', '8B', '--profiles', 'not-json.json'), 2, /not-json\.json/],

  ['an output that exists', generate('--model-size', '8B', '--output', 'kept.json'), 2, /kept\.json exists already/],
  [
    'an output folder that does not exist',
    generate('--model-size', '8B', '--output', 'none/a.json'),
    2,
    /folder none does not exist/,
  ],
  [
    'a file as the output folder',
    generate('--model-size', '8B', '--output', 'kept.json/a.json'),
    2,
    /kept\.json is not a folder/,
  ],
  ['an output folder that takes no files', generate('--model-size', '8B', '--output', '/proc/a.json'), 2, /\/proc/],
  ['a folder as the output', generate('--model-size', '8B', '--force', '--output', 'folder'), 2, /folder is a folder/],
]

describe('one line and the right exit code for', () => {
  test.concurrent.each(CASES)('%s', async (_name, args, code, said) => {
    const result = await runCli(args, { cwd: folder })
    expect(result.code, result.stderr).toBe(code)
    expect(result.stdout).toBe('')
    expect(expectOneError(result.stderr)).toMatch(said)
  })

  test.each([
    ['an empty config', 'empty.json', 'empty.json is empty.'],
    ['a config of 200 MB', 'huge.json', 'huge.json is too large: 200.0 MiB, and at most 1.0 MiB are read.'],
    ['a config in UTF-16', 'utf16.json', 'utf16.json is UTF-16 text, not UTF-8.'],
  ] as const)('%s, as a finding', async (_name, file, said) => {
    const { stdout, stderr, code } = await runCli(validate(file), { cwd: folder })
    expect(stdout.split('\n')[0]).toBe(`${file}:1:1: error LP905: ${said}`)
    expect(stdout).not.toMatch(/^ +at /m)
    expect(expectOneError(stderr)).toContain(said.slice(0, -1))
    expect(code).toBe(2)
  })

  test('a file that may not be read', async () => {
    const { stderr, code } = await spawnCli(validate('secret.json'), { cwd: folder, unprivileged: true })
    expect(expectOneError(stderr)).toMatch(/secret\.json .*permission denied/)
    expect(code).toBe(2)
  })

  test('a folder that may not be written', async () => {
    const args = generate('--model-size', '8B', '--output', 'new.json')
    const { stderr, code } = await spawnCli(args, { cwd: folder, unprivileged: true })
    expect(expectOneError(stderr)).toMatch(/new\.json.*permission denied/)
    expect(code).toBe(3)
  })

  test('the file that would have been replaced stays whole', async () => {
    expect(await readFile(join(folder, 'kept.json'), 'utf8')).toBe('kept')
  })
})

describe('with --json an error is', () => {
  test.each([
    ['generate', generate('--json')],
    ['validate', ['validate', '--json']],
    ['validate --format json', ['validate', '--format', 'json']],
    ['a wrong option', generate('--json', '--wrong')],
  ] as const)('an object on stdout: %s', async (_name, args) => {
    const { stdout, stderr, code } = await runCli(args, { cwd: folder })
    expectOneError(stderr)
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toEqual({
      error: expect.objectContaining({ kind: 'usage', message: expect.any(String), exit_code: 2 }),
    })
  })
})

describe('a config that cannot be understood is told by place and rule, and ends with 2', () => {
  test.each([
    ['not-json.json', /^not-json\.json:1:14: error LP001/m],
    ['nan.json', /^nan\.json:1:68: error LP001/m],
    ['negative.json', /^negative\.json:1:68: error LP004/m],
    ['later.json', /^later\.json:1:14: error LP006/m],
    ['snapshot.json', /^snapshot\.json:1:32: error LP004/m],
    ['deep.json', /^deep\.json:1:\d+: error LP007/m],
  ])('%s', async (name, said) => {
    const { stdout, stderr, code } = await runCli(validate(name), { cwd: folder })
    expect(stdout).toMatch(said)
    expect(stderr).toBe('')
    expect(code).toBe(2)
  })
})

test('a check of nothing says where configs could have been named', async () => {
  const { code, stderr } = await runCli(['validate'], { cwd: folder })
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'lp-tui: nothing to check: which config? --config FILE\n' +
      '  Without it .github/lp-config.yml names the configs, and there is none here.\n',
  })
})

test.each([
  [['estimate', 'qwen3-8b'], '  Name its option: --model qwen3-8b\n'],
  [['generate', 'my model.gguf'], "  Name its option: --model 'my model.gguf'\n"],
  [['export', 'c.json', '--to', 'env'], '  Name its option: --config c.json\n'],
  [['estimate', 'qwen3-8b', 'Q4_K_M'], '  Values need their option before them.\n'],
  [['detect', 'now'], '  Values need their option before them.\n'],
])('a word where an option is wanted (%j) is told which', async (args, hint) => {
  const { code, stderr } = await runCli(args, { cwd: folder })
  expect(code).toBe(2)
  expect(stderr.endsWith(` is not part of an option\n${hint}`), stderr).toBe(true)
})

test('a head-room that is no size says how one is written', async () => {
  const args = ['validate', '--config', 'kept.json', '--hardware', 'nvidia_rtx_4090', '--vram-headroom', '3']
  expect(await runCli(args, { cwd: folder })).toMatchObject({
    code: 2,
    stderr: 'lp-tui: "3" is no size for head-room\n  Write 512MiB, 1.5GiB or 5% (at most 50%).\n',
  })
})
