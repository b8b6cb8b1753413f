import { PassThrough } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { runSession } from '../../cli/tui/session.tsx'
import type { Services } from '../../cli/tui/services.ts'
import { openScreen } from '../../cli/tui/terminal/screen.ts'
import { glyphsFor } from '../../cli/tui/theme.ts'
import { fakeFile, fakeServices, type FakeServices } from './helpers/fake-services.ts'
import { asStream, FakeTerminal } from './helpers/terminal.ts'

/** The real session on a terminal in memory: Ink, keys as bytes, frames as escape sequences. */
function open(columns: number, rows: number, given: Partial<Services> = {}) {
  const services: FakeServices = { ...fakeServices(), ...given }
  const terminal = new FakeTerminal(columns, rows)
  const glyphs = glyphsFor(services)
  const screen = openScreen(asStream(terminal), glyphs.ellipsis)
  const keys = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => keys,
    ref: () => keys,
    unref: () => keys,
  })
  const ended = runSession({
    services,
    answers: {},
    screen,
    screenReader: false,
    glyphs,
    stdin: keys as unknown as NodeJS.ReadStream,
  })
  // A failure is the test's to see where it waits for the end.
  ended.catch(() => {})
  onTestFinished(async () => {
    services.signal('SIGTERM')
    await ended.catch(() => {})
    screen.close()
  })
  const shows = async (text: string | RegExp) => {
    await expect.poll(() => terminal.screen().join('\n'), { interval: 10 }).toMatch(text)
    return terminal.screen().join('\n')
  }
  return { services, terminal, screen, ended, shows, type: (text: string) => void keys.write(text) }
}

const DOWN = '\u001B[B'
const RIGHT = '\u001B[C'
const ESC = '\u001B'

test('from the first frame to a saved config, by keys alone', async () => {
  const { type, shows, ended, services, terminal } = open(80, 24)
  await shows('Plan for this machine')
  type('\rllama-3.1-8b')
  await shows(/Llama 3.1 8B.*fits/)
  type('\r')
  await shows(/General.*tok\/s/)
  type('\r')
  await shows(/layers on GPU.*33 of 33/)
  type(DOWN + RIGHT)
  await shows(/context.*12k tokens/)
  type('\r')
  await shows('nothing picked')
  type('\r')
  await shows('Save the config')
  type('\r')
  await shows(/File {2}runtime_config.json/)
  type('\r')
  await shows('runtime_config.json written')
  type('q')
  expect(await ended).toMatchObject({ code: 0, run: null })
  expect(JSON.parse(services.files.get('runtime_config.json') ?? '')).toMatchObject({ settings: { n_ctx: 12_288 } })
  expect(terminal.overflow).toBe(0)
})

test('typed fast, in one piece, the keys mean the same', async () => {
  const { type, shows } = open(80, 24)
  await shows('Plan for this machine')
  type('jjkk\rqwen3-8b\r')
  expect(await shows('What matters with Qwen3 8B')).toContain('Long context')
})

test('keys that are no text work in the middle of what came at once', async () => {
  const { type, shows, ended } = open(80, 24)
  await shows('Plan for this machine')
  type('\rqwe3\u007Fn3-8b')
  await shows(/Model {2}qwen3-8b/)
  type('xyz\u0003')
  expect(await ended).toMatchObject({ code: 130 })
})

test('growing and shrinking leave no line behind', async () => {
  const { type, shows, terminal } = open(120, 40)
  await shows('Plan for this machine')
  type('\r')
  await shows(/DeepSeek-V2-Lite.*fits/)
  for (const [columns, rows] of [
    [60, 20],
    [200, 60],
    [41, 13],
    [80, 24],
  ] as const) {
    terminal.resize(columns, rows)
    // oxlint-disable-next-line no-await-in-loop -- one size after the other
    await expect.poll(() => terminal.screen().at(-1)).toMatch(/Esc back|Enter go on|Ctrl\+C/)
    const screen = terminal.screen()
    expect(screen.filter((line) => /DeepSeek-V2-Lite/.test(line)).length).toBeLessThanOrEqual(1)
    expect(screen.filter((line) => /lp-tui/.test(line))).toHaveLength(1)
  }
  terminal.resize(30, 8)
  await expect.poll(() => terminal.screen().filter(Boolean)).toEqual(['Too small: 40 x 12 needed.'])
  expect(terminal.overflow).toBe(0)
})

test('Ctrl+C ends at once, while the machine is still being looked at', async () => {
  const { type, shows, ended, services } = open(80, 24, { detect: () => new Promise(() => {}) })
  await shows('looking')
  type('\u0003')
  expect(await ended).toEqual({ code: 130, lines: [], run: null })
  expect(services.files.size).toBe(0)
})

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
] as const)('%s ends with %d', async (signal, code) => {
  const { shows, ended, services } = open(80, 24)
  await shows('Plan for this machine')
  services.signal(signal)
  expect((await ended).code).toBe(code)
})

test('on the Linux console every sign is a plain one', async () => {
  const { type, shows, terminal } = open(60, 20, { env: { TERM: 'linux' } })
  await shows('Plan for this machine')
  expect(terminal.screen().join('')).toMatch(/^[ -~]*$/)
  type('\r')
  await shows(/DeepSeek-V2.*fits/)
  expect(terminal.screen().join('')).toMatch(/^[ -~]*$/)
  type('qwen3-30b-a3b')
  await shows(/Qwen3 30B.*fits/)
  type('\r')
  await shows(/General .*tok/)
  type('\r')
  // What is cut says so.
  await shows(/ ~$/m)
  expect(terminal.screen().at(-1)).toMatch(/q quit\s*$/)
  expect(terminal.screen().join('')).toMatch(/^[ -~]*$/)
})

test('names of files cannot steer the terminal', async () => {
  const models = fakeFile('models/evil\u001B[2J\u0007.gguf').models
  const { type, shows, terminal } = open(80, 24, { findModels: async (onFound) => (onFound(models), []) })
  await shows('Plan for this machine')
  type('\r')
  // The terminal in memory refuses any sequence that it does not know, and control signs.
  expect(await shows(/evil.*unread/)).toContain('type to filter')
  expect(terminal.overflow).toBe(0)
})

test('Esc goes back, ? explains and goes away', async () => {
  const { type, shows } = open(80, 24)
  await shows('Plan for this machine')
  type('?')
  await shows('leave the wizard')
  type(ESC)
  await shows('Plan for this machine')
  type('\r')
  await shows('type to filter')
  type(ESC)
  expect(await shows('Plan for this machine')).not.toContain('type to filter')
})
