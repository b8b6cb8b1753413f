// The wizard from its first screen to its last, with a picture of some on the way.
import { PassThrough } from 'node:stream'
import xterm from '@xterm/headless'
import { demoServices } from './screens-services.mjs'
import { terminalSvg } from './terminal-svg.mjs'

const COLUMNS = 112
const ROWS = 30
const DOWN = '\u001B[B'
const RIGHT = '\u001B[C'

/** What is pressed, what must then be on the screen, and the picture that is taken of it. */
const STORY = [
  {
    shows: /Plan for this machine[^]*answered/,
    picture: 'wizard-machine',
    title: 'lp-tui: what this machine is',
    description:
      'The first screen of lp-tui: processor with performance and efficiency cores, usable and total RAM and GPU memory, the matched profile with the reasons, and the programs that were asked with their times.',
  },
  { press: ['\r'], shows: /type to filter/ },
  { press: ['qwen3-30b'], shows: /❯ Qwen3-30B-A3B-Q4_K_M.gguf.*partly/ },
  { press: ['\r'], shows: /Quality .*tok\/s/ },
  { press: ['\r'], shows: /experts on CPU/ },
  {
    press: [DOWN, ...Array.from({ length: 4 }, () => RIGHT)],
    shows: /\u2039 32k tokens \u203a.*LP102/,
    picture: 'wizard-tune',
    title: 'lp-tui: every setting with what it costs',
    description:
      'The tuning screen of lp-tui: rows of settings, one of them with a finding beside it, bars for the memory of the GPU and of the host split into weights, cache, compute, free and reserve, and speeds with their range and source.',
  },
  { press: ['f'], shows: /context .*set by hand/ },
  { press: ['\r'], shows: /nothing picked/ },
  { press: ['rtx 4090', '\r'], shows: /runs on 1 of 1/ },
  { press: ['rtx 3060', '\r'], shows: /1 of 2|2 of 2/ },
  { press: ['rtx 4060 ti', '\r'], shows: /of 3 picked$/m },
  { press: ['rtx 5090', '\r'], shows: /of 4 picked$/m },
  { press: ['l40s', '\r'], shows: /of 5 picked$/m },
  { press: ['tesla t4', '\r'], shows: /of 6 picked$/m },
  {
    press: ['rtx 30', '\u001B[H', DOWN],
    shows: /\u276f \u25c9 {2}NVIDIA GeForce RTX 3060 \(12 GB\).*no/,
    picture: 'wizard-check',
    title: 'lp-tui: the same config on other hardware',
    description:
      'The check screen of lp-tui: the config on its own target and on six others, each with an answer, the memory it needs and has, tokens per second and findings.',
  },
]

/** @returns {Promise<Record<string, string>>} SVG files by name */
export async function drawScreens() {
  // Colours and React look at these once, when they are loaded.
  Object.assign(process.env, { NODE_ENV: 'production', FORCE_COLOR: '3' })
  const { openScreen } = await import('../dist/cli/tui/terminal/screen.js')
  const { runSession } = await import('../dist/cli/tui/session.js')
  const { glyphsFor } = await import('../dist/cli/tui/theme.js')
  const services = demoServices()
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true })
  const screen = openScreen(streamTo(terminal))
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode() {}, ref() {}, unref() {} })
  const ended = runSession({ services, answers: {}, screen, screenReader: false, glyphs: glyphsFor(services), stdin })
  const pictures = {}
  for (const { press = [], shows, picture, title, description } of STORY) {
    // oxlint-disable-next-line no-await-in-loop -- a story
    for (const keys of press) await pressed(stdin, keys)
    // oxlint-disable-next-line no-await-in-loop -- a story
    await shown(terminal, shows)
    if (picture !== undefined) pictures[picture] = terminalSvg(terminal, { title, description })
  }
  stdin.write('\u0003')
  await ended
  screen.close()
  return pictures
}

/** One key after the other, as a hand presses them. */
async function pressed(stdin, keys) {
  stdin.write(keys)
  await new Promise((resolve) => void setTimeout(resolve, 5))
}

async function shown(terminal, wanted) {
  for (let tries = 0; tries < 6000; tries++) {
    if (wanted.test(textOf(terminal))) return
    // oxlint-disable-next-line no-await-in-loop -- waits for the program's next frame
    await new Promise((resolve) => void setTimeout(resolve, 10))
  }
  throw new Error(`the screen never showed ${wanted}:\n${textOf(terminal)}`)
}

function textOf({ buffer, rows }) {
  return Array.from({ length: rows }, (_, row) => buffer.active.getLine(row)?.translateToString(true) ?? '').join('\n')
}

/** The terminal as the stream that programs write to. */
function streamTo(terminal) {
  return {
    isTTY: true,
    columns: terminal.cols,
    rows: terminal.rows,
    write: (text) => (terminal.write(text), true),
    on() {},
    off() {},
  }
}
