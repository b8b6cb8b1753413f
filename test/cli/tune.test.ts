import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { benchDouble } from '../helpers/bench-double.ts'
import { builtCli, type CliResult, spawnCli } from '../helpers/run-cli.ts'
import { sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

let cwd = ''
let model = ''
let bin = ''

beforeEach(async () => {
  cwd = await tempFolder()
  bin = join(cwd, 'bin')
  await mkdir(bin)
  model = await sparseGguf('smollm2-135m.Q4_K_M', cwd)
  await benchDouble(bin)
})

const env = (MODE: string) => ({
  PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
  XDG_DATA_HOME: join(cwd, 'data'),
  MODE,
})
const lpTui = (MODE: string, ...args: string[]) => spawnCli(args, { cwd, env: env(MODE) })
const tuned = (MODE: string, ...more: string[]): Promise<CliResult> =>
  lpTui(MODE, 'tune', '--model', model, '--budget', '15s', '--context', '2048', ...more)
const kept = () => readdir(join(cwd, 'data', 'lp-tui', 'tune')).catch(() => [])

describe('lp-tui tune', () => {
  test('finds what is faster, proves it, and keeps it', async () => {
    const { code, stdout, stderr } = await tuned('flash', '--json')
    expect(code, stderr).toBe(0)
    const result = JSON.parse(stdout) as { id: string; outcome: string; ratio: number; winner: object }
    expect(result).toMatchObject({ outcome: 'gain', winner: { flash_attn: 'on' } })
    expect(result.ratio).toBeCloseTo(2, 1)
    // Lines of progress, each phase told, and nothing of it on stdout.
    expect(stderr).toMatch(/search: flash attention/)
    expect(await kept()).toEqual([expect.stringMatching(/^[0-9a-f]{12}\.json$/)])

    const list = await lpTui('ok', 'tune', 'list')
    expect(list).toMatchObject({ code: 0, stdout: expect.stringContaining(result.id) })
    const show = await lpTui('ok', 'tune', 'show', result.id)
    expect(show.stdout).toMatch(/flash_attn/)
    const rows = await lpTui('ok', 'tune', 'export', '--output', 'rows.csv')
    expect(rows).toMatchObject({ code: 0 })
    expect(await readFile(join(cwd, 'rows.csv'), 'utf8')).toMatch(/^\w+(,\w+)+\n.*smollm2-135m/)
    expect(await lpTui('ok', 'tune', 'export', '--output', 'rows.csv')).toMatchObject({ code: 2 })

    // What is said of this machine afterwards rests on it, whichever command says it.
    for (const command of ['generate', 'estimate']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const said = await lpTui('ok', command, '--model', model, '--hardware', 'auto', '--context', '2048')
      expect([command, said.code, said.stdout + said.stderr]).toEqual([
        command,
        0,
        expect.stringMatching(/tokens\/s.*measured here/),
      ])
    }

    const forget = await lpTui('ok', 'tune', 'forget', result.id)
    expect(forget).toMatchObject({ code: 0, stderr: `${result.id} is forgotten\n` })
    expect(await kept()).toEqual([])
    expect(await lpTui('ok', 'tune', 'show', result.id)).toMatchObject({ code: 2, stdout: '' })
  })

  test('measures settings, not what variables of llama.cpp would add', async () => {
    const args = ['tune', '--model', model, '--budget', '15s', '--context', '2048']
    const { code, stderr } = await spawnCli(args, { cwd, env: { ...env('alone'), LLAMA_ARG_THREADS: '1' } })
    expect(code, stderr).toBe(0)
  })

  test('says no gain where there is none, and keeps the defaults', async () => {
    const { code, stdout } = await tuned('ok')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^no gain: .*llama\.cpp's defaults/)
  })

  test.each([
    ['crash', /gave no speed with any settings/],
    ['nonsense', /gave no speed with any settings/],
  ])('a llama-bench that says %s is one sentence, and nothing is kept', async (mode, said) => {
    const { code, stdout, stderr } = await tuned(mode)
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toMatch(said)
    expect(stderr).not.toMatch(/^ +at /m)
    expect(await kept()).toEqual([])
  })

  test('an interrupt keeps what was learned, which no plan uses yet, and ends with 130', async () => {
    const args = ['tune', '--model', model, '--budget', '10m', '--context', '2048']
    const child = spawn(process.execPath, [builtCli(), ...args], { cwd, env: { ...env('flash'), HOME: cwd } })
    let said = ''
    let asked = false
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (asked || !/search: flash attention/.test(said)) return
      asked = true
      child.kill('SIGINT')
    })
    const [code] = (await once(child, 'close')) as [number | null]
    expect(code, said).toBe(130)
    const { stdout } = await lpTui('ok', 'tune', 'list')
    expect(stdout).toMatch(/unproved/)
  })

  test.each([
    [['tune'], /which model\?/],
    [['tune', '--model', 'hf:owner/repo'], /a model must be on this machine/],
    [['tune', '--model', 'none.gguf'], /none\.gguf does not exist/],
    [['tune', '--model', 'm.gguf', '--budget', '1s'], /--budget/],
    [['tune', '--model', 'm.gguf', '--objective', 'users'], /--parallel/],
    [['tune', 'show', '0123456789ab'], /0123456789ab/],
    [['tune', 'export'], /nothing to export/],
  ] as const)('%s is one sentence', async (args, said) => {
    const { code, stdout, stderr } = await lpTui('ok', ...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(said)
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2)
  })

  test('a damaged result is named and left alone', async () => {
    await mkdir(join(cwd, 'data', 'lp-tui', 'tune'), { recursive: true })
    await writeFile(join(cwd, 'data', 'lp-tui', 'tune', '0123456789ab.json'), '{')
    const { code, stdout, stderr } = await lpTui('ok', 'tune', 'list')
    expect(code).toBe(0)
    expect(stdout).toContain('nothing is kept yet')
    expect(stderr).toMatch(/0123456789ab\.json .* is damaged or of another version; it is left alone/)
    expect(await kept()).toEqual(['0123456789ab.json'])
  })
})
