// Checks estimates on measured rows through the library's surface alone, as a program that uses the package would:
//   node .dev/check-throughput.mjs --rows measured.csv [--verbose]
// With rows that were not fitted this is a test; with the fitted ones it shows that each row finds its target and model.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { importBundled } from '../test/oracle/bundled.mjs'
import { sameModel } from './throughput-models.mjs'
import { quantile } from './throughput-report.mjs'
import { nearestMix, parseCsv } from './throughput-rows.mjs'

const { values } = parseArgs({ options: { rows: { type: 'string' }, verbose: { type: 'boolean', default: false } } })
if (values.rows === undefined) throw new Error('usage: node .dev/check-throughput.mjs --rows FILE.csv [--verbose]')
const { catalogModel, estimateThroughput, findCatalogEntry, findTarget } = await importBundled('shared/index.ts')

const FLASH = { 0: 'off', 1: 'on' }
const left = new Map()

/** The thing, or null with its want counted. */
function get(want, ask) {
  try {
    return ask()
  } catch {
    left.set(want, (left.get(want) ?? 0) + 1)
    return null
  }
}

function judge(row) {
  const target = get(`no target: ${row.hardware_id}`, () => findTarget(row.hardware_id))
  const facts = get(`no facts: ${row.model} ${row.quant}`, () =>
    catalogModel(findCatalogEntry(sameModel(row.model)).id, nearestMix(row.quant)),
  )
  if (target === null || facts === null) return []
  const settings = {
    backend: row.backend,
    flash_attn: FLASH[row.flash_attn],
    n_threads: Number(row.n_threads) || undefined,
    n_ctx: 4096,
  }
  const speed = estimateThroughput(facts, settings, target)[row.test === 'tg128' ? 'tg' : 'pp']
  if (speed === null) {
    left.set(`no number: ${row.backend}`, (left.get(`no number: ${row.backend}`) ?? 0) + 1)
    return []
  }
  return [{ row, speed, measured: Number(row.tokens_per_s) }]
}

const percent = (share) => `${(100 * share).toFixed(1)} %`

function line(name, judged) {
  if (judged.length === 0) return
  const off = judged.map(({ speed, measured }) => Math.abs(speed.tokens_per_s / measured - 1))
  const inside = judged.filter(({ speed, measured }) => measured >= speed.low && measured <= speed.high)
  const widest = Math.max(...judged.map(({ speed }) => speed.high / speed.low))
  console.log(
    `${name.padEnd(38)} ${String(judged.length).padStart(4)} rows, median ${percent(quantile(off, 0.5))}, 90th percentile ${percent(quantile(off, 0.9))}, inside ${percent(inside.length / judged.length)}, widest ${widest.toFixed(2)}`,
  )
}

const rows = parseCsv(readFileSync(values.rows, 'utf8')).filter(({ test }) => test === 'tg128' || test === 'pp512')
const sound = rows.filter(({ notes }) => !notes.includes('FLAG'))
console.log(`${rows.length} rows of tg128 and pp512, ${rows.length - sound.length} of them flagged and left out`)
const judged = sound.flatMap(judge)
for (const test of ['tg128', 'pp512']) {
  const own = judged.filter(({ row }) => row.test === test)
  line(test, own)
  for (const basis of new Set(own.map(({ speed }) => speed.basis)))
    line(
      `  ${basis}`,
      own.filter(({ speed }) => speed.basis === basis),
    )
}
console.log(`${sound.length - judged.length} rows cannot be judged:`)
for (const [want, n] of [...left].sort((a, b) => b[1] - a[1])) console.log(`  ${n} ${want}`)
if (values.verbose) {
  const off = ({ speed, measured }) => Math.abs(Math.log(speed.tokens_per_s / measured))
  for (const { row, speed, measured } of [...judged].sort((a, b) => off(b) - off(a)).slice(0, 40))
    console.log(row.test, row.backend, row.hardware_id, row.model, row.quant, measured, speed.tokens_per_s.toFixed(1))
}
