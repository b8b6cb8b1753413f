// How soon the wizard shows, how soon it answers keys, and whether its memory stays flat: the built program in a
// pseudo terminal.
//   npm run bench:wizard
// Times of the first frame are medians of ROUNDS, each beside `node -e 0` started just before: on a busy machine
// both take longer. On Linux, beside each time, how long the thread that answers keys was on a processor for it: what the
// time comes to where nothing else runs.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { spawn } from '@lydell/node-pty'
import { median } from './in-new-process.mjs'

const ROUNDS = 10
const PRESSES = 10_000
const BURST = 100
/** A frame that has not come by then never comes. */
const LATE_MS = 60_000
/** Between one moment for an early key and the next. */
const EARLY_STEP_MS = 30
/** A thread that has answered sleeps by then. */
const SETTLED_MS = 3
const DOWN = '\u001B[B'
const UP = '\u001B[A'
const RIGHT = '\u001B[C'
const LEFT = '\u001B[D'
const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const memory_hook = pathToFileURL(fileURLToPath(new URL('memory-hook.mjs', import.meta.url))).href
const folder = mkdtempSync(join(tmpdir(), 'lp-tui-bench-'))

try {
  const starts = []
  for (let round = 0; round < ROUNDS; round++) {
    // oxlint-disable-next-line no-await-in-loop -- one process after the other
    const node = await ended(start(['-e', '0']))
    // oxlint-disable-next-line no-await-in-loop -- as above
    const first = await firstFrame()
    // oxlint-disable-next-line no-await-in-loop -- as above
    starts.push({ node, first, flags: await firstFrame(['--hardware', 'nvidia_rtx_4090', '--model', 'qwen3-8b']) })
  }
  const node = median(starts.map((one) => one.node))
  const beyond = median(starts.map((one) => one.first - one.node))
  say(`node -e 0                                    ${milli(node)}`)
  say(`first frame, beyond node -e 0                ${milli(beyond)}  (wanted: below 300 ms)`)
  const with_flags = median(starts.map((one) => one.flags - one.node))
  say(`the same with --hardware and --model         ${milli(with_flags)}`)
  const { while_busy, while_planning, tuning, flat } = await keys()
  const early = []
  // oxlint-disable-next-line no-await-in-loop -- one process after the other
  for (let round = 0; round < ROUNDS; round++) early.push(await earlyKey(round * EARLY_STEP_MS))
  const shown = early.map(({ shown_ms }) => shown_ms)
  say(`a key before all is loaded: shown to wait      ${milli(median(shown))}, at most ${milli(Math.max(...shown))}`)
  say(`pressed with the first frame: answered        ${milli(early[0].answered_ms)}${onProcessor(early[0].cpu)}`)
  const bare = await echoes()
  const both = (times) => `${milli(rank(times, 0.5))}, of 100 keys 99 within ${milli(rank(times, 0.99))}`
  const spread = (times) =>
    both(times.map(({ wall }) => wall)) +
    (times[0]?.cpu === null ? '' : ` (processor: ${both(times.map(({ cpu }) => cpu))})`)
  say(`a program that only echoes, the same way      ${both(bare)}`)
  say(`key to frame while probes and scans run      ${spread(while_busy)}`)
  say(`key to frame in the list, while it is planned ${spread(while_planning)}`)
  say(`key to frame in tuning, numbers anew           ${spread(tuning)}`)
  say(
    `memory after 1,000 keys and after ${PRESSES.toLocaleString('en')}      ${flat.map((bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`).join(', ')} of heap in use`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function start(args, env = {}) {
  return spawn(process.execPath, args, {
    name: 'xterm-256color',
    cols: 100,
    rows: 30,
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', ...env },
  })
}

/** Milliseconds until the process is gone. */
function ended(pty) {
  const begun = performance.now()
  return new Promise((resolve) => pty.onExit(() => resolve(performance.now() - begun)))
}

/** Milliseconds until the first text is on the screen. */
async function firstFrame(args = []) {
  const begun = performance.now()
  const pty = start([program, ...args])
  let text = ''
  const ms = await new Promise((resolve) => {
    pty.onData((piece) => {
      text += piece
      if (text.includes('lp-tui')) resolve(performance.now() - begun)
    })
  })
  pty.kill('SIGKILL')
  return ms
}

/** How soon a key that comes `after_ms` after the first frame is seen to wait, and is answered. */
async function earlyKey(after_ms) {
  const pty = start([program])
  let text = ''
  let onText = () => {}
  pty.onData((piece) => {
    text += piece
    onText()
  })
  const until = (wanted) =>
    new Promise((resolve) => {
      onText = () => wanted.test(text) && resolve()
      onText()
    })
  await until(/looking/)
  await new Promise((resolve) => setTimeout(resolve, after_ms))
  const [used, begun] = [processorOf(pty.pid), performance.now()]
  pty.write('?')
  await until(/in a moment|leave the wizard/)
  const shown_ms = performance.now() - begun
  await until(/leave the wizard/)
  const answered_ms = performance.now() - begun
  const now = processorOf(pty.pid)
  pty.kill('SIGKILL')
  return { shown_ms, answered_ms, cpu: now === null ? null : now - used }
}

/** Milliseconds that a process's first thread was on a processor so far; null where the system does not tell. */
function processorOf(pid) {
  const schedule = `/proc/${pid}/task/${pid}/schedstat`
  return existsSync(schedule) ? Number(readFileSync(schedule, 'utf8').split(' ')[0]) / 1e6 : null
}

/** What the pseudo terminal, the machine and whatever else runs on it take of such a time. */
async function echoes() {
  const pty = start([
    '-e',
    'process.stdin.setRawMode(true).on("data", () => process.stdout.write("k")); console.log("up")',
  ])
  let onText = () => {}
  const text = () => new Promise((resolve) => (onText = resolve))
  pty.onData(() => onText())
  await text()
  const times = []
  for (let n = 0; n < 200; n++) {
    const begun = performance.now()
    pty.write('x')
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await text()
    times.push(performance.now() - begun)
  }
  pty.kill('SIGKILL')
  return times
}

/** The value that as large a share of all is not above. */
function rank(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

/** Times of keys pressed one by one while the machine is looked at, and the heap on the way through many. */
async function keys() {
  const pty = start([`--import=${memory_hook}`, '--expose-gc', program])
  let onText = () => {}
  let text = ''
  pty.onData((piece) => {
    text = (text + piece).slice(-20_000)
    onText()
  })
  const until = (wanted) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${wanted} did not come; last: ${text.slice(-500)}`)), LATE_MS)
      const look = () => {
        if (!wanted.test(text)) return
        clearTimeout(late)
        onText = () => {}
        resolve()
      }
      onText = look
      look()
    })
  const press = async (key, wanted) => {
    text = ''
    const [used, begun] = [processorOf(pty.pid), performance.now()]
    pty.write(key)
    await until(wanted)
    const wall = performance.now() - begun
    // The count is brought up to date when the thread sleeps.
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
    const now = processorOf(pty.pid)
    return { wall, cpu: now === null || used === null ? null : now - used }
  }
  /** In bursts; help, opened and closed after each, shows that all of it has been answered. */
  const pressed = async (count) => {
    for (let n = 0; n < count; n += BURST) {
      pty.write(DOWN + (DOWN + UP).repeat(BURST / 2 - 1))
      // oxlint-disable-next-line no-await-in-loop -- one burst after the other
      await press('?', /leave the wizard/)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await press('?', /\u276f/)
    }
  }
  await until(/looking|Plan for/)
  const while_busy = []
  // Answered when all is loaded.
  await press('?', /leave the wizard/)
  // Opening and closing the help redraws the whole screen; Plans begin once the machine is seen.
  for (let n = 0; n < 19; n++) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    while_busy.push(await press('?', n % 2 === 1 ? /leave the wizard/ : /Another machine/))
  }
  await until(/Another machine/)
  const heap = async () => {
    text = ''
    pty.kill('SIGUSR2')
    await until(/heap=(\d+)/)
    return Number(/heap=(\d+)/.exec(text)?.[1])
  }
  const timed = async (count, keyOf, wanted) => {
    const times = []
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    for (let n = 0; n < count; n++) times.push(await press(keyOf(n), wanted))
    return times
  }
  // Every row of the catalog is planned for in turn, the ones on the screen first.
  await press('\r', /type to filter/)
  const while_planning = await timed(100, (n) => (n % 40 < 20 ? DOWN : UP), /\u276f/)
  for (const letter of 'qwen3-8b') pty.write(letter)
  await until(/Qwen3 8B.*fits/)
  await press('\r', /What matters/)
  await until(/General.*tok/)
  await press('\r', /flash attention/)
  await press(DOWN, /\u2039/)
  const tuning = await timed(100, (n) => (n % 2 === 0 ? RIGHT : LEFT), /tokens \u203a/)
  for (const back of [/What matters/, /qwen3-8b/, /type to filter/, /Another machine/]) await press('\u001B', back)
  await press(DOWN, /\u276f/)
  await press('\r', /Apple M1/)
  await pressed(1000)
  const early = await heap()
  await pressed(PRESSES - 1000)
  const late = await heap()
  pty.kill('SIGKILL')
  return { while_busy, while_planning, tuning, flat: [early, late] }
}

function milli(ms) {
  return `${ms.toFixed(0)} ms`.padStart(8)
}

/** What of a time was work of the thread itself. */
function onProcessor(cpu) {
  return cpu === null ? '' : ` (processor: ${milli(cpu)})`
}

function say(text) {
  process.stdout.write(`${text}\n`)
}
