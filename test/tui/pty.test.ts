import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, vi } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { inPty, type InPty } from './helpers/in-pty.ts'

const ENTER = '\r'
const ESC = '\u001B'
const CTRL_C = '\u0003'
const DOWN = '\u001B[B'
const RIGHT = '\u001B[C'

/** Processes start slowly on a machine that is busy; what is waited for are events. */
vi.setConfig({ testTimeout: 120_000 })

/** A machine that is no one's own, so that no probe keeps the tests waiting. */
const MACHINE = ['--hardware', 'nvidia_rtx_3060']

test('from start to a saved config that validate accepts', async () => {
  const cwd = await tempFolder()
  const wizard = inPty({ cwd })
  await wizard.shows('Plan for this machine')
  expect(wizard.isAlternate()).toBe(true)
  wizard.type(ENTER)
  await wizard.shows('type to filter')
  wizard.type('llama-3.2-1b')
  await wizard.shows(/Llama 3\.2 1B .*fits/)
  wizard.resize(60, 20)
  await wizard.shows(/Model 2 of 6[^]*Llama 3\.2.*fits[^]*Ctrl\+C quit/)
  wizard.type(ENTER)
  await wizard.shows(/General .*tok\/s/)
  wizard.type(ENTER)
  await wizard.shows('flash attention')
  wizard.resize(100, 30)
  await wizard.shows(/Tune › [^]*q quit/)
  wizard.type(DOWN)
  wizard.type('6k\r')
  await wizard.shows(/context .*6k tokens/)
  wizard.type(ENTER)
  await wizard.shows('nothing picked')
  wizard.type(ENTER)
  await wizard.shows('Save the config')
  wizard.type(ENTER)
  await wizard.shows('File  runtime_config.json')
  wizard.type(ENTER)
  await wizard.shows('runtime_config.json written')
  wizard.type('q')

  expect(await wizard.ended).toEqual({ code: 0, signal: 0 })
  expect(wizard.isAlternate()).toBe(false)
  expect(wizard.isCursorShown()).toBe(true)
  const said = wizard.screen().join('\n')
  expect(said).toContain('runtime_config.json written')
  expect(said).toMatch(/lp-tui generate --hardware auto --model llama-3\.2-1b --use-case general --context 6144/)

  expect(await readdir(cwd)).toEqual(['runtime_config.json'])
  expect(JSON.parse(await readFile(join(cwd, 'runtime_config.json'), 'utf8'))).toMatchObject({
    settings: { n_ctx: 6144 },
  })
  const checked = await runCli(['validate', '--config', 'runtime_config.json', '--hardware', 'auto'], {
    cwd,
    env: { PATH: cwd },
  })
  expect(checked).toMatchObject({ code: 0 })
})

/** Keys to each step, and what is then on the screen. */
const STEPS: readonly (readonly [string, readonly string[], (wizard: InPty) => Promise<unknown>])[] = [
  ['use case', ['--model', 'llama-3.2-1b'], (wizard) => wizard.shows(/General .*tok\/s/)],
  [
    'tuning',
    ['--model', 'llama-3.2-1b', '--use-case', 'speed'],
    async (wizard) => {
      await wizard.shows('flash attention')
      wizard.type(DOWN + RIGHT)
      await wizard.shows('set by hand')
    },
  ],
  [
    'check',
    ['--model', 'llama-3.2-1b', '--use-case', 'speed'],
    async (wizard) => {
      await wizard.shows('flash attention')
      wizard.type(ENTER)
      await wizard.shows('nothing picked')
    },
  ],
  [
    'saving',
    ['--model', 'llama-3.2-1b', '--use-case', 'speed'],
    async (wizard) => {
      await wizard.shows('flash attention')
      wizard.type(ENTER)
      await wizard.shows('nothing picked')
      wizard.type(ENTER)
      await wizard.shows('Save the config')
      wizard.type(ENTER)
      await wizard.shows('File  runtime_config.json')
    },
  ],
]

test.each(STEPS)('cancelled at %s: 130, nothing written, the screen given back', async (_name, args, reach) => {
  const cwd = await tempFolder()
  const wizard = inPty({ cwd, args: [...MACHINE, ...args] })
  await reach(wizard)
  wizard.type(CTRL_C)
  expect(await wizard.ended).toMatchObject({ code: 130 })
  expect(await readdir(cwd)).toEqual([])
  expect(wizard.isAlternate()).toBe(false)
  expect(wizard.isCursorShown()).toBe(true)
  expect(wizard.screen().join('').trim()).toBe('')
})

test('cancelled while the machine is looked at, and at the list of models, with Esc on the way', async () => {
  const cwd = await tempFolder()
  const at_once = inPty({ cwd })
  await at_once.shows('lp-tui')
  at_once.type(CTRL_C)
  expect(await at_once.ended).toMatchObject({ code: 130 })

  const wizard = inPty({ cwd, args: MACHINE })
  await wizard.shows('type to filter')
  wizard.type('qwen')
  await wizard.shows('Model  qwen')
  wizard.type(ESC)
  await wizard.shows('type to filter')
  wizard.type(CTRL_C)
  expect(await wizard.ended).toMatchObject({ code: 130 })
  expect(await readdir(cwd)).toEqual([])
})

test('keys that are pressed before all is loaded are answered in order', async () => {
  const wizard = inPty({ cwd: await tempFolder() })
  await wizard.shows('looking at this machine')
  // On to the models, though the machine has not been seen, and a filter.
  wizard.type('\rqwen3-8b')
  expect(await wizard.shows('Model  qwen3-8b')).toMatch(/Qwen3 8B/)
  wizard.type(CTRL_C)
  expect(await wizard.ended).toMatchObject({ code: 130 })
})

test('SIGTERM gives the screen back', async () => {
  const cwd = await tempFolder()
  const wizard = inPty({ cwd, args: MACHINE })
  await wizard.shows('type to filter')
  wizard.kill('SIGTERM')
  expect(await wizard.ended).toMatchObject({ code: 143 })
  expect(wizard.isAlternate()).toBe(false)
  expect(wizard.isCursorShown()).toBe(true)
  expect(await readdir(cwd)).toEqual([])
})

test('an error inside gives the screen back before it is told, in one line', async () => {
  const cwd = await tempFolder()
  const hook = join(await tempFolder(), 'breaks.mjs')
  await writeFile(hook, `process.on('SIGWINCH', () => { throw new TypeError('broken on purpose') })`)
  const wizard = inPty({ cwd, args: MACHINE, env: { NODE_OPTIONS: `--import=${pathToFileURL(hook).href}` } })
  await wizard.shows('type to filter')
  wizard.resize(90, 26)
  expect(await wizard.ended).toMatchObject({ code: 4 })
  expect(wizard.isAlternate()).toBe(false)
  expect(wizard.isCursorShown()).toBe(true)
  const said = wizard.screen().filter(Boolean)
  expect(said[0]).toContain('defect of lp-tui, please report it: TypeError: broken on purpose')
  expect(said.join('\n')).not.toMatch(/^ +at /m)
})

test.each([
  ['CI', { CI: '1' }, 'CI is set'],
  ['a terminal without a screen', { TERM: 'dumb' }, 'TERM=dumb'],
])('in %s the wizard says what to do instead, exit 2', async (_name, env, why) => {
  const cwd = await tempFolder()
  const program = inPty({ cwd, env, rows: 60 })
  expect(await program.ended).toMatchObject({ code: 2 })
  expect(program.raw()).not.toContain('\u001B')
  expect(program.screen().join('\n')).toContain(why)
  expect(program.screen().join(' ')).toContain('lp-tui generate --hardware auto --model FILE.gguf')
})

test('NO_COLOR: no colour is written, and the words say the same', async () => {
  const cwd = await tempFolder()
  const wizard = inPty({ cwd, args: [...MACHINE, '--model', 'llama-3.2-1b'], env: { NO_COLOR: '1' } })
  await wizard.shows(/General .*tok\/s/)
  // oxlint-disable-next-line no-control-regex -- colours of the terminal
  expect(wizard.raw()).not.toMatch(/\u001B\[(?!0m)[\d;]+m/)
  wizard.type(CTRL_C)
  expect(await wizard.ended).toMatchObject({ code: 130 })
})

test('for a screen reader: no full screen, lists say their selected row', async () => {
  const cwd = await tempFolder()
  const wizard = inPty({ cwd, args: [...MACHINE, '--model', 'llama-3.2-1b'], env: { INK_SCREEN_READER: 'true' } })
  await wizard.shows(/option: \(selected\) General: precision [^]*tokens per second/)
  expect(wizard.isAlternate()).toBe(false)
  wizard.type(DOWN)
  await wizard.shows(/option: \(selected\) Long context/)
  wizard.type('q')
  expect(await wizard.ended).toMatchObject({ code: 0 })
})
