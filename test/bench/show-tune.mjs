// Tuned against default on this machine, as it is and with one core, and the same by hand with llama-bench.
// About ten minutes. Needs the programs of `node .ci/engine/setup.mjs`, and for the one-core part `taskset` (Linux).
//
//   npm run show:tune [-- --budget 120s] [--objective mix] [--engine FOLDER]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeRandomWeights } from './random-weights.mjs'

const { release } = JSON.parse(readFileSync(new URL('../../.ci/engine/release.json', import.meta.url), 'utf8'))
const { values } = parseArgs({
  options: {
    budget: { type: 'string', default: '120s' },
    objective: { type: 'string', default: 'mix' },
    engine: { type: 'string', default: join('.cache', 'engine', release, 'bin') },
  },
})
const engine = resolve(values.engine)
const bench = join(engine, 'llama-bench')
if (!existsSync(bench)) {
  process.stderr.write(`show:tune: there is no ${bench}; node .ci/engine/setup.mjs makes it\n`)
  process.exit(3)
}

const ONE_CORE = ['taskset', '-c', '0']
/** Pairs of runs by hand, in turn; fewer where they take longer than the time for all of them. */
const PAIRS = 5
const HAND = { pp: ['-p', '64', '-n', '0'], tg: ['-p', '0', '-n', '16'] }
const HAND_MS = 120_000
const RUN_MS = 90_000

const folder = mkdtempSync(join(tmpdir(), 'lp-tui-show-'))
try {
  const model = join(folder, 'random.gguf')
  const bytes = await writeRandomWeights(model)
  say(`model: hyperparameters of Qwen2.5 0.5B, random weights, Q4_K_M, ${(bytes / 2 ** 20).toFixed(0)} MiB`)
  show('as it is', model, [])
  if (spawnSync(ONE_CORE[0], [...ONE_CORE.slice(1), 'true']).status === 0)
    show('one core (taskset -c 0)', model, ONE_CORE)
  else say('no taskset here: the one-core part is left out')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function show(title, model, prefix) {
  say(`\n## ${title}\n`)
  const tune = ['dist/cli/main.js', 'tune', '--model', model, '--engine', engine, '--budget', values.budget]
  const words = [...prefix, process.execPath, ...tune, '--objective', values.objective, '--json']
  const done = spawnSync(words[0], words.slice(1), {
    encoding: 'utf8',
    env: { ...process.env, XDG_DATA_HOME: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  })
  if (done.status !== 0) throw new Error(`tune ended with ${done.status}`)
  const result = JSON.parse(done.stdout)
  const { outcome, ratio, interval, winner, runs, elapsed_s } = result
  say(`verdict   ${outcome}${ratio === null ? '' : `, tuned / default ${ratio.toFixed(3)}`}`)
  if (interval !== null) say(`interval  ${interval.low.toFixed(3)} to ${interval.high.toFixed(3)} (95 %)`)
  if (result.defaults_failure !== null) say(`defaults  ${result.defaults_failure}`)
  say(`winner    ${JSON.stringify(winner)}`)
  say(`measured  ${runs} runs in ${elapsed_s.toFixed(0)} s`)
  for (const [name, side] of Object.entries({ defaults: result.defaults, tuned: result.tuned })) {
    for (const kind of ['pp', 'tg']) {
      const spread = side[kind]
      if (spread)
        say(
          `${name.padEnd(8)}  ${kind} ${spread.median.toFixed(1)} tokens/s (${spread.low.toFixed(1)} to ${spread.high.toFixed(1)}, ${spread.runs} runs)`,
        )
    }
  }
  byHand(model, prefix, winner)
}

/** What anyone can repeat: llama-bench with nothing but the model, and with the winner's flags, in turn. */
function byHand(model, prefix, winner) {
  const flags = flagsOf(winner)
  const speeds = { default: { pp: [], tg: [] }, tuned: { pp: [], tg: [] } }
  const start = performance.now()
  let pairs = 0
  for (; pairs < PAIRS && (pairs === 0 || performance.now() - start < HAND_MS); pairs++) {
    const order = pairs % 2 === 0 ? ['default', 'tuned'] : ['tuned', 'default']
    for (const side of order) {
      for (const kind of ['pp', 'tg']) {
        const own = side === 'tuned' ? [...flags.both, ...flags[kind]] : []
        speeds[side][kind].push(
          speedOf([...prefix, bench, '-m', model, ...HAND[kind], '-r', '1', '-o', 'jsonl', ...own]),
        )
      }
    }
  }
  const command = [...prefix, 'llama-bench', '-m', 'random.gguf', '-p', '64', '-n', '16', '-r', '1'].join(' ')
  const changes = [...flags.both, ...flags.pp.map((word) => `${word} (prompt)`), ...flags.tg].join(' ')
  say(`\nby hand: ${command}, ${changes === '' ? 'twice: the noise of the machine' : `and the same with ${changes}`}`)
  for (const kind of ['pp', 'tg']) {
    const ratios = speeds.default[kind].map((speed, i) => speeds.tuned[kind][i] / speed)
    const shown = (value) => (value > 0 ? value.toFixed(2) : `none within ${RUN_MS / 1000} s`)
    const range = ratios.every((ratio) => Number.isFinite(ratio) && ratio > 0)
      ? `; ratio ${median(ratios).toFixed(3)} (${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)})`
      : ''
    const middles = `default ${shown(median(speeds.default[kind]))}, tuned ${shown(median(speeds.tuned[kind]))} tokens/s`
    say(`${kind}        ${middles}${range}, ${pairs} ${pairs === 1 ? 'pair' : 'pairs'}`)
  }
}

function flagsOf(winner) {
  const names = { n_batch: '-b', n_ubatch: '-ub', flash_attn: '-fa', poll: '--poll', prio: '--prio', numa: '--numa' }
  const both = Object.entries(names).flatMap(([key, flag]) =>
    winner[key] === undefined ? [] : [flag, `${winner[key]}`],
  )
  if (winner.use_mmap === false) both.push('-lm', 'none')
  const threads = (count) => (count === undefined ? [] : ['-t', `${count}`])
  return { both, pp: threads(winner.n_threads_batch ?? winner.n_threads), tg: threads(winner.n_threads) }
}

function speedOf([program, ...args]) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', timeout: RUN_MS })
  if (status !== 0) return 0
  return JSON.parse(stdout.split('\n').find((line) => line.startsWith('{'))).avg_ts
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

function say(text) {
  process.stdout.write(`${text}\n`)
}
