// Writes the fitted constants and the evidence rows, both compact: they are part of every bundle.
import { writeFileSync } from 'node:fs'
import { KNOWLEDGE, offOf, rangeOf } from './throughput-ranges.mjs'
import { quantile } from './throughput-report.mjs'

/** Back-ends that the estimate knows; rows of others only steady the fit. */
const BACKENDS = new Set(['cuda', 'metal', 'rocm', 'vulkan', 'sycl', 'cpu'])

const round = (value, digits = 3) => Number(value.toPrecision(digits))

function groups(rows, key) {
  const map = new Map()
  for (const row of rows) map.set(key(row), [...(map.get(key(row)) ?? []), row])
  return map
}

/** Rows and devices behind a name, by what `has` selects. */
const support = (rows) => ({ rows: rows.length, devices: new Set(rows.map((row) => row.profile)).size })

/** A bound of a range as a factor, rounded so that no range grows. */
const inward = (bound, i) => (i === 0 ? Math.ceil : Math.floor)(Math.exp(bound) * 1e4) / 1e4

const off = (pair) => Math.abs(offOf(pair))

/** What was measured here is told apart by no driver or build: nine of ten rows of others say what it differs by. */
const SHARE = 0.9

/** The constants of one quantity: an entry for every level with rows, with what its rows support. */
export function constantsOf(name, { all, parameters, without, byDevice }) {
  const rows = all.map(({ row }) => row).filter((row) => BACKENDS.has(row.backend))
  const at = (key) => parameters.get(key) ?? 0
  // What a device's own rows say is asked of its own class only.
  const rangesOf = (level, backend, cpu) =>
    Object.fromEntries(
      KNOWLEDGE.filter((knowledge) => knowledge === 'model' || level.includes('/')).flatMap((knowledge) => {
        const pairs = knowledge === 'model' ? without : byDevice.filter(({ basis }) => basis === knowledge)
        const range = rangeOf(pairs, { level, backend, cpu }, knowledge)
        return range === null ? [] : [[knowledge, range.map(inward)]]
      }),
    )
  const entries = {}
  const gpu = rows.filter((row) => !row.cpu)
  const levels = [
    ...(gpu.length > 0 ? [['all', gpu]] : []),
    ...groups(rows, (row) => row.backend),
    ...groups(rows, (row) => row.class),
  ]
  for (const [level, used] of levels) {
    const cpu = used[0].cpu
    const path =
      level === 'all'
        ? ['all']
        : [...(cpu ? [] : ['all']), level.split('/')[0], ...(level.includes('/') ? [level] : [])]
    const sum = (constant) => path.reduce((n, key) => n + at(`${constant}@${key}`), 0)
    const has = (constant) => path.some((key) => parameters.has(`${constant}@${key}`))
    const backend = path.find((key) => key !== 'all' && !key.includes('/'))
    const decode = name === 'decode'
    const entry = decode
      ? { efficiency: round(Math.exp(sum('efficiency'))), layer_us: round(Math.exp(sum('layer'))) }
      : {
          efficiency: round(Math.exp(sum('peak'))),
          layer_us: round(Math.exp(sum('players'))),
          moves: round(Math.exp(sum('moves'))),
        }
    if (cpu && decode) entry.thread_gb_s = round(Math.exp(sum('thread')))
    if (level === 'cpu' && !decode) entry.crowd = round(at('crowd@cpu'))
    if (!level.includes('/')) {
      if (used.some((row) => row.moe)) {
        entry[decode ? 'moe_layer' : 'tile'] = round(Math.exp(sum(decode ? 'moe_layer' : 'tile')))
        if (decode && path.length === 1) entry.moe_used = round(at(`moe_used@${level}`))
      }
      if (decode && has('state')) entry.state = round(Math.exp(sum('state')))
      const flash = at(`${decode ? 'd' : 'p'}flash@${backend}`)
      if (backend !== undefined && used.some((row) => row.flash && row.flash_known))
        entry.flash = round(Math.exp(flash))
      if (has('blend')) entry.blend = round(sum('blend'))
    }
    const formats = {}
    for (const format of new Set(used.map((row) => row.format))) {
      const factor = Math.exp(sum(`${decode ? 'format' : 'pformat'}.${format}`))
      const wider = Math.exp(at(`${decode ? 'format' : 'pformat'}.${format}@${backend}`))
      // A class that differs from its backend by less than the noise needs no entry of its own.
      const same = level.includes('/') && Math.abs(factor / wider - 1) < 0.04
      if (level !== 'all' && !same) formats[format] = round(factor)
    }
    if (Object.keys(formats).length > 0) entry.formats = formats
    const benched = new Set(used.filter((row) => row.target_test).map((row) => row.profile)).size
    entries[level] = { ...entry, ...support(used), benched, ranges: rangesOf(level, backend, cpu) }
  }
  return entries
}

export function writeConstants(constants) {
  const file = {
    about: 'Written by .dev/fit-throughput.mjs from measured rows; see docs/speed.md. No entry without rows behind it.',
    constants,
  }
  writeFileSync('profiles/throughput/efficiency.json', `${compact(file)}\n`)
}

/** Half the width, in log, that holds nine of ten rows; never wider than `widest` as high / low. */
const range90 = (pairs, widest) => round(Math.min(quantile(pairs.map(off), SHARE), Math.log(widest) / 2))

/** Half the widths of the ranges that rows measured on this very machine give, with a tenth of the rows left out. */
export function evidenceWidths({ decode, prompt }) {
  const chosen = (pairs, basis) => pairs.filter((pair) => pair.basis === basis)
  const spreadOf = (basis) => ({
    tg: range90(chosen(decode.byDevice, basis), 1.6),
    pp: range90(chosen(prompt.byDevice, basis), 2.5),
  })
  return { same: spreadOf('same'), similar: spreadOf('similar') }
}

/** The evidence rows: what each device was measured at, and how that compares with the model (its driver's, if known). */
export function writeEvidence(results) {
  const { decode, prompt, prompt_by_bandwidth } = results
  const asked = new Set(prompt.entries.map(keyOf))
  const entries = [
    ...decode.entries,
    ...prompt.entries,
    ...prompt_by_bandwidth.entries.filter((e) => !asked.has(keyOf(e))),
  ]
  const used = entries.filter((entry) => BACKENDS.has(entry.backend))
  const sources = [...new Set(used.map((entry) => entry.source))]
  const models = [
    ...new Map(
      used.map((entry) => [
        entry.model,
        [entry.model, entry.n_layer, Math.round(entry.n_params / 1e6), entry.moe ? 1 : 0],
      ]),
    ).values(),
  ]
  const index = new Map(models.map(([name], i) => [name, i]))
  const file = {
    about:
      'Written by .dev/fit-throughput.mjs: tg128 and pp512 as measured, one entry for each device, backend, model and format.',
    models_columns: ['name', 'layers', 'million weights', 'experts'],
    columns: [
      'device',
      'backend',
      'model',
      'quant',
      'format',
      'test',
      'tokens_per_s',
      'low',
      'high',
      'rows',
      'measured / model',
      'build',
      'source',
    ],
    half_width: evidenceWidths(results),
    sources,
    models,
    rows: used.map((e) => [
      e.profile,
      e.backend,
      index.get(e.model),
      e.quant,
      e.format,
      e.test,
      e.speed,
      e.low,
      e.high,
      e.n,
      round(e.ratio),
      e.build,
      sources.indexOf(e.source),
    ]),
  }
  writeFileSync('profiles/throughput/measured.json', `${compact(file)}\n`)
}

const keyOf = (e) => [e.profile, e.backend, e.model, e.quant, e.test].join(' ')

/** JSON with one line an entry: small, and readable in a diff. */
export function compact(file) {
  return JSON.stringify(file, null, 1)
    .replaceAll(/\n {3,}/g, '')
    .replaceAll('": ', '":')
    .replaceAll(/\n {2,}([}\]])/g, '$1')
}
