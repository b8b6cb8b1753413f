// Speed of estimates and of reading headers, each beside llama.cpp's own answer to the same question.
//   npm run bench
// Medians of several rounds. What runs here runs on one core, as every process is single-threaded.
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importBundled } from '../oracle/bundled.mjs'
import { distinctSettings } from './distinct-settings.mjs'
import { engineTimes } from './engine-times.mjs'
import { exampleHeader } from './example-header.mjs'
import { inNewProcess, median } from './in-new-process.mjs'

const MODEL = 'qwen3-8b'
const PRECISION = 'Q4_K_M'
const ROUNDS = 7
const A_ROUND = 20_000
/** The one case that all programs are asked. */
const CASE = { n_ctx: 8192, n_gpu_layers: -1, n_parallel: 1, flash_attn: 'on' }

const { catalogModel, estimateMemory, readHparams, resolveSettings } = await import('../../dist/shared/index.js')
const folder = mkdtempSync(join(tmpdir(), 'lp-tui-bench-'))
try {
  const facts = catalogModel(MODEL, PRECISION)
  const { writeSparseModel } = await importBundled('test/oracle/model-file.ts')
  const file = join(folder, 'model.gguf')
  await writeSparseModel(facts, file)
  const large = await largeFile()

  const warm = warmEstimate(facts)
  const cold = await coldEstimate(file)
  const header = await headerRead(large)
  const engine = await engineTimes({ file, large, settings: CASE, layers: readHparams(facts).n_layer_all + 1 })

  say(`${MODEL} ${PRECISION}, one device`)
  say(`  estimate, warm, settings never asked before   ${micro(warm)}  ${rate(warm)}`)
  say(`  estimate, cold: first of a process            ${milli(cold.estimate)}`)
  say(`  the same with the header read                 ${milli(cold.both)}`)
  say(`  whole process with Node's own start           ${milli(cold.process)}`)
  say('1,002 tensors, 150,000 tokens')
  say(`  header read, warm                             ${milli(header.warm)}`)
  say(`  header read, cold                             ${milli(header.cold)}`)
  if (engine !== null) showEngine(engine, warm, cold, header)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function showEngine(engine, warm, cold, header) {
  const ratio = (theirs, ours) => `${(theirs / ours).toLocaleString('en', { maximumSignificantDigits: 3 })} times ours`
  say('llama.cpp on the same cases')
  say(
    `  llama-fit-params, whole process               ${milli(engine.fit)}  ${ratio(engine.fit, warm)} (warm), ${ratio(engine.fit, cold.both)} (cold), ${ratio(engine.fit, cold.process)} (whole process)`,
  )
  say(
    `  breakdown, a case in a running process        ${milli(engine.breakdown)}  ${ratio(engine.breakdown, warm)} (warm)`,
  )
  say(
    `  llama-fit-params on the large header          ${milli(engine.large)}  ${ratio(engine.large, header.warm)} (warm), ${ratio(engine.large, header.cold)} (cold)`,
  )
}

/** Milliseconds of one estimate; every one has other settings, the same in no two rounds. */
function warmEstimate(facts) {
  const hparams = readHparams(facts)
  const all = distinctSettings(hparams.n_layer_all + 1, ROUNDS * A_ROUND).map((settings) =>
    resolveSettings(settings, hparams),
  )
  const rounds = Array.from({ length: ROUNDS }, (_, i) => all.slice(i * A_ROUND, (i + 1) * A_ROUND))
  const times = rounds.map((settings) => {
    const start = performance.now()
    for (const one of settings) estimateMemory(facts, one, { devices: 1 })
    return (performance.now() - start) / settings.length
  })
  return median(times)
}

async function coldEstimate(file) {
  const runs = []
  for (let i = 0; i < ROUNDS; i++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: they share the core
    runs.push(await inNewProcess('cold-estimate.mjs', file, JSON.stringify(CASE)))
  }
  const of = (key) => median(runs.map((run) => run[key]))
  return { estimate: of('estimate'), both: of('both'), process: of('process') }
}

async function largeFile() {
  const writer = await importBundled('test/helpers/gguf-writer.ts')
  const path = join(folder, 'large.gguf')
  const bytes = exampleHeader(writer)
  writeFileSync(path, bytes)
  truncateSync(path, bytes.length)
  return path
}

async function headerRead(file) {
  const runs = []
  for (let i = 0; i < ROUNDS; i++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: they share the core
    runs.push(await inNewProcess('read-header.mjs', file))
  }
  return { cold: median(runs.map(({ cold }) => cold)), warm: median(runs.map(({ warm }) => warm)) }
}

function micro(ms) {
  return `${(ms * 1000).toFixed(1)} us`.padStart(10)
}

function milli(ms) {
  return `${ms.toFixed(1)} ms`.padStart(10)
}

function rate(ms) {
  return `${Math.round(1000 / ms).toLocaleString('en')} a second`
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`)
}
