import { mkdir, readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { benchDouble } from '../helpers/bench-double.ts'
import { engineArgs, engineDouble } from '../helpers/engine-double.ts'
import { spawnCli } from '../helpers/run-cli.ts'
import { sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { inPty } from './helpers/in-pty.ts'

/** Processes start slowly on a machine that is busy; what is waited for are events. */
vi.setConfig({ testTimeout: 120_000 })

const QUESTION = 'Measure for one minute what runs fastest here'
const ENTER = '\r'
const END_OF_INPUT = '\u0004'

let cwd = ''
let model = ''
let bin = ''

beforeEach(async () => {
  cwd = await tempFolder()
  bin = join(cwd, 'bin')
  model = await sparseGguf('smollm2-135m.Q4_K_M', cwd)
  await mkdir(bin)
  await engineDouble(bin)
  await benchDouble(bin)
})

const args = (...more: string[]) => ['--model', model, '--auto-configure', '--context', '2048', ...more]
const env = (more: Record<string, string> = {}) => ({
  PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
  XDG_DATA_HOME: join(cwd, 'data'),
  MODE: 'ok',
  ...more,
})
const start = (more: Record<string, string> = {}, ...flags: string[]) =>
  inPty({ cwd, program: 'run', args: args(...flags), env: env(more), columns: 120 })

const said = (run: ReturnType<typeof start>) => run.raw()

async function stored(): Promise<string[]> {
  return (await readdir(join(cwd, 'data', 'lp-tui'), { recursive: true }).catch(() => [])).sort((a, b) =>
    a.localeCompare(b),
  )
}

test('the first start on a terminal offers a minute of measuring; a no starts the engine and is remembered', async () => {
  const first = start()
  await first.shows(QUESTION)
  first.type(`n${ENTER}`)
  expect((await first.ended).code).toBe(0)
  expect(said(first)).toContain('not asked again; lp-tui tune measures at any time')
  expect(await engineArgs(bin)).toContain(model)
  expect(await stored()).toEqual(['no-measuring-offer'])

  const second = start()
  expect((await second.ended).code).toBe(0)
  expect(said(second)).not.toContain(QUESTION)
})

test.each([
  ['Enter', ENTER],
  ['the end of the input', END_OF_INPUT],
])('%s is no', async (_, keys) => {
  const run = start()
  await run.shows(QUESTION)
  run.type(keys)
  expect((await run.ended).code).toBe(0)
  expect(await stored()).toEqual(['no-measuring-offer'])
})

test('a yes measures, says what was found, keeps it, and is not asked again', async () => {
  const first = start()
  await first.shows(QUESTION)
  first.type(`yes${ENTER}`)
  expect((await first.ended).code).toBe(0)
  expect(said(first)).toMatch(/no gain|faster than|times/)
  expect(await stored()).toEqual(['tune', expect.stringMatching(/^tune.[0-9a-f]{12}\.json$/)])
  expect(await engineArgs(bin)).toContain(model)

  const second = start()
  expect((await second.ended).code).toBe(0)
  expect(said(second)).not.toContain(QUESTION)
})

test('a measuring that cannot be done is said, and the plan runs all the same', async () => {
  const run = start({ MODE: 'crash' })
  await run.shows(QUESTION)
  run.type(`y${ENTER}`)
  expect((await run.ended).code).toBe(0)
  expect(said(run)).toMatch(/not measured: llama-bench gave no speed with any settings/)
  expect(await engineArgs(bin)).toContain(model)
  expect(await stored()).toEqual([])
})

test.each([
  ['--dry-run', {}, ['--dry-run']],
  ['a CI job', { CI: 'true' }, []],
  ['several users', {}, ['--parallel', '2']],
] as const)('%s is not asked', async (_, more, flags) => {
  const run = start(more, ...flags)
  expect((await run.ended).code).toBe(0)
  expect(said(run)).not.toContain(QUESTION)
})

test('without a terminal nothing is asked, and nothing is remembered', async () => {
  const { code, stdout, stderr } = await spawnCli(args(), { cwd, program: 'run', env: env() })
  expect(code, stderr).toBe(0)
  expect(stdout + stderr).not.toContain(QUESTION)
  expect(await stored()).toEqual([])
})
