import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import { expect, onTestFinished, test, vi } from 'vitest'
import { runSession } from '../../cli/tui/session.tsx'
import { openScreen } from '../../cli/tui/terminal/screen.ts'
import { glyphsFor } from '../../cli/tui/theme.ts'
import { emulator, type Emulator } from './helpers/emulator.ts'
import { fakeFile, fakeServices } from './helpers/fake-services.ts'

/** Whole walks; on a machine that is busy they take their time. */
vi.setConfig({ testTimeout: 120_000 })

const SIZES = [
  [60, 20],
  [80, 24],
  [120, 40],
  [200, 60],
] as const

/** How long a busy machine may take to paint a frame anew. */
const PATIENCE_MS = 20_000

const DOWN = '\u001B[B'
const RIGHT = '\u001B[C'
const SHIFT_RIGHT = '\u001B[1;2C'
const HOME = '\u001B[H'
const END = '\u001B[F'
const ESC = '\u001B'
const CLEAR_SCREEN = '\u001B[2J'

/** Keys of a walk through all screens, and what each must then show. */
const WALK: readonly (readonly [string, RegExp])[] = [
  ['', /Plan for this machine/],
  [`${DOWN}\r3060 12`, /RTX 3060 \(12 GB\)/],
  // A lone Esc is one only when nothing follows it.
  [ESC, /Apple M1 \(8 GB\)/],
  [ESC, /Plan for this machine/],
  [`${END}\r`, /memory of the GPU/],
  [ESC, /Plan for this machine/],
  [`${HOME}\rllama-3.1`, /Llama 3\.1 8B.*fits/],
  ['\r', /Quality .*tok\/s/],
  ['\r', /flash attention/],
  [DOWN + SHIFT_RIGHT + SHIFT_RIGHT, /LP10\d/],
  ['?', /move a screenful/],
  ['?\r', /nothing picked/],
  ['tesla t4\r', /of 1 picked$/m],
  ['\r', /Save the config/],
  ['\r', /File {2}runtime_config\.json/],
]

function open(columns: number, rows: number) {
  const services = fakeServices(fakeFile('models/llama.gguf'))
  const terminal = emulator(columns, rows)
  const stream = Object.assign(new EventEmitter(), {
    isTTY: true,
    columns,
    rows,
    write: (text: string) => (terminal.write(text), true),
  })
  const glyphs = glyphsFor(services)
  const screen = openScreen(stream as unknown as NodeJS.WriteStream, glyphs.ellipsis)
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode() {}, ref() {}, unref() {} })
  const ended = runSession({
    services,
    answers: {},
    screen,
    screenReader: false,
    glyphs,
    stdin: stdin as unknown as NodeJS.ReadStream,
  })
  onTestFinished(async () => {
    services.signal('SIGTERM')
    await ended
    screen.close()
  })
  const resize = (to_columns: number, to_rows: number): void => {
    terminal.resize(to_columns, to_rows)
    Object.assign(stream, { columns: to_columns, rows: to_rows })
    stream.emit('resize')
  }
  return { terminal, resize, type: (text: string) => void stdin.write(text) }
}

/** Arrow keys as one piece each, text as it is. */
function keysIn(text: string): readonly string[] {
  // oxlint-disable-next-line no-control-regex -- that is what keys send
  return text.match(/\u001B(\[[\d;]*[A-Za-z])?|[^\u001B]+/g) ?? []
}

/** What an empty terminal of this size shows of all that was painted since the last clearing of the screen. */
async function afresh(terminal: Emulator): Promise<string[]> {
  const { columns, rows } = terminal.size()
  const empty = emulator(columns, rows)
  const raw = terminal.raw()
  empty.write('\u001B[?7l' + raw.slice(raw.lastIndexOf(CLEAR_SCREEN)))
  await empty.settled()
  return empty.screen()
}

/** What is wrong with the screen: a scrolled line, a second header, anything of an older frame. Empty for a whole frame. */
async function faultsOf(terminal: Emulator): Promise<string[]> {
  await terminal.settled()
  const screen = terminal.screen()
  const clean = await afresh(terminal)
  const isHeader = (line: string | undefined) => line?.startsWith(' lp-tui  ') === true
  const checks: readonly (readonly [string, boolean])[] = [
    ['not on the alternate screen', terminal.isAlternate()],
    ['lines have scrolled off', terminal.scrolled() === 0],
    ['the first line is not the header', isHeader(screen[0])],
    ['there are more headers', screen.filter(isHeader).length === 1],
    ['the last line is not the footer', /quit|close/.test(screen.at(-1) ?? '')],
    [`an older frame shows:\n${screen.join('\n')}`, screen.every((line, row) => line === clean[row])],
  ]
  return checks.filter(([, holds]) => !holds).map(([fault]) => fault)
}

test.each(SIZES)('%d x %d: every screen is one whole frame', async (columns, rows) => {
  const { terminal, type } = open(columns, rows)
  for (const [keys, marker] of WALK) {
    for (const key of keysIn(keys)) type(key)
    // oxlint-disable-next-line no-await-in-loop -- one screen after the other
    await terminal.shows(marker)
    // oxlint-disable-next-line no-await-in-loop -- as above
    expect(await faultsOf(terminal)).toEqual([])
  }
})

test('down and up again through all sizes: each time a whole frame, no line of another size', async () => {
  const { terminal, resize, type } = open(200, 60)
  await terminal.shows('Plan for this machine')
  type('\rllama-3.1-8b')
  await terminal.shows(/Llama 3\.1 8B.*fits/)
  type('\r')
  await terminal.shows(/Quality .*tok\/s/)
  type('\r')
  await terminal.shows('flash attention')
  const sizes = [...SIZES.toReversed(), [41, 13], [60, 20], [200, 60], [60, 40], [200, 20], [80, 24]] as const
  for (const [columns, rows] of sizes) {
    resize(columns, rows)
    // Until the frame of this size is painted the terminal shows what is left of the older one.
    // oxlint-disable-next-line no-await-in-loop -- one size after the other
    await vi.waitFor(async () => expect(await faultsOf(terminal)).toEqual([]), { timeout: PATIENCE_MS })
    const lines = terminal.screen()
    expect(lines).toHaveLength(rows)
    expect(lines.at(-1)).toContain('q quit')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns)
  }
  resize(30, 8)
  await terminal.shows('Too small')
  await terminal.settled()
  expect(terminal.screen().filter(Boolean)).toEqual(['Too small: 40 x 12 needed.'])
})

test('what is pasted cannot steer the terminal', async () => {
  const { terminal, type } = open(80, 24)
  await terminal.shows('Plan for this machine')
  type(`\rhf:\u0007\u001B]0;title\u0007x${RIGHT}`)
  await terminal.shows(/Model {2}hf:/)
  expect(await faultsOf(terminal)).toEqual([])
})
