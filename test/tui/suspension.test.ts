import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { tempFolder } from '../helpers/temp-folder.ts'
import { inPty } from './helpers/in-pty.ts'

/** Processes start slowly on a machine that is busy; what is waited for are events. */
vi.setConfig({ testTimeout: 120_000 })

const ENTER_SCREEN = '\u001B[?1049h'
const LEAVE_SCREEN = '\u001B[?1049l'
const CTRL_C = '\u0003'
const CTRL_Z = '\u001A'
const MACHINE = ['--hardware', 'nvidia_rtx_3060']

const times = (text: string, part: string) => text.split(part).length - 1

// In a pseudo terminal without a shell no process can be stopped for long: it gives the screen away and takes it again.
test.runIf(process.platform !== 'win32').each([
  ['Ctrl+Z', (wizard: ReturnType<typeof inPty>) => wizard.type(CTRL_Z)],
  ['SIGTSTP', (wizard: ReturnType<typeof inPty>) => wizard.kill('SIGTSTP')],
])('%s gives the terminal away as it was; afterwards all is as before', async (_name, stop) => {
  const wizard = inPty({ cwd: await tempFolder(), args: MACHINE })
  await wizard.shows('type to filter')
  wizard.type('qwen3-8b')
  await wizard.shows('Model  qwen3-8b')
  stop(wizard)
  await expect.poll(() => times(wizard.raw(), ENTER_SCREEN)).toBe(2)
  expect(times(wizard.raw(), LEAVE_SCREEN)).toBe(1)
  await wizard.shows(/Model {2}qwen3-8b[^]*Qwen3 8B/)
  wizard.type('x')
  await wizard.shows('Model  qwen3-8bx')
  wizard.type(CTRL_C)
  expect(await wizard.ended).toMatchObject({ code: 130 })
  expect(wizard.isAlternate()).toBe(false)
  expect(wizard.isCursorShown()).toBe(true)
})

test.runIf(process.platform !== 'win32')('after SIGSTOP and SIGCONT the screen is drawn anew', async () => {
  const wizard = inPty({ cwd: await tempFolder(), args: MACHINE })
  await wizard.shows('type to filter')
  wizard.kill('SIGSTOP')
  // What a shell would write meanwhile.
  wizard.write('\u001B[?1049l\u001B[2J\u001B[H$ ')
  await wait(50)
  wizard.kill('SIGCONT')
  await wizard.shows('type to filter')
  expect(wizard.isAlternate()).toBe(true)
  expect(wizard.screen().join('\n')).not.toContain('$ ')
  wizard.type('qwen')
  await wizard.shows('Model  qwen')
})

test('a paste is text, wherever it lands', async () => {
  const wizard = inPty({ cwd: await tempFolder() })
  await wizard.shows('Plan for this machine')
  expect(wizard.raw()).toContain('\u001B[?2004h')
  // Keys would quit, and Enter would lead on.
  wizard.type('\u001B[200~q\r\nq\u001B[201~')
  await wizard.shows('There is no text field here')
  wizard.type('\r\u001B[200~first\r\nsecond\r\n\u001B[201~')
  await wizard.shows(/Model {2}first[^]*Of 2 pasted lines only the first is taken\./)
  // An end that never comes takes no more than the keys before Ctrl+C.
  wizard.type('\u001B[200~abc')
  wizard.type(CTRL_C)
  expect(await wizard.ended).toMatchObject({ code: 130 })
  expect(wizard.raw().endsWith('\u001B[?1049l')).toBe(true)
  expect(wizard.raw()).toContain('\u001B[?2004l')
})
