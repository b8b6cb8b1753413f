#!/usr/bin/env node
// Reads llama.cpp's memory breakdown tables and device lists out of logs, and prints what lies outside its own buffers:
// driver, context, libraries, desktop. The figures of profiles/driver-overhead/observed.json are made with it.
//
//   node .dev/driver-overhead.mjs --folder DIR [--except NAME]... [--json]
//
// `--except` leaves out files whose name has this in it: logs of models with a projector, whose memory no table shows.
//
// Every *.txt and *.log below DIR is read. A table printed after loading says it itself (`unaccounted`); one of the fit
// phase, before anything is loaded, shows it as total less free. Figures are printed by backend and phase.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { folder: { type: 'string' }, except: { type: 'string', multiple: true }, json: { type: 'boolean' } },
})
if (values.folder === undefined) {
  console.error('usage: node .dev/driver-overhead.mjs --folder DIR [--except NAME]... [--json]')
  process.exit(2)
}

// |   - CUDA0 (RTX 4090)   | 24080 = 23612 + (19062 =  7637 +    9923 +    1501) +      -18594 |
const ROW =
  /- (\w+?)(\d*) \((.+)\)\s*[|:]\s*(\d+) =\s*(\d+) \+ \(\s*(\d+) =\s*(\d+) \+\s*(\d+) \+\s*(\d+)\) \+\s*(-?\d+)/
// CUDA0: NVIDIA GeForce RTX 3080 Ti (11909 MiB, 11650 MiB free)
const LISTED = /^\s*(CUDA|ROCm|Vulkan|SYCL|MTL|Metal)(\d+): (.+) \((\d+) MiB, (\d+) MiB free\)/
const BACKENDS = { CUDA: 'cuda', ROCm: 'rocm', Vulkan: 'vulkan', SYCL: 'sycl', MTL: 'metal', Metal: 'metal' }
/** 64-bit numbers that wrapped show as about 2^44 MiB. */
const WRAPPED = 2 ** 43
/** Each term is rounded by itself. */
const ROUNDING = 3
/** More than this and a tenth of the card is no driver: another program holds memory, or the log is about something else. */
const MOST_MIB = 4096

/** The last row of each device, as tables repeat while the fit tries. */
function lastRows(text) {
  const rows = new Map()
  for (const line of text.split('\n')) {
    const match = ROW.exec(line)
    const listed = LISTED.exec(line)
    if (match !== null) {
      const [, kind, number, name, ...terms] = match
      const [total, free, self, model, context, compute, unaccounted] = terms.map(Number)
      rows.set(`${kind}${number}`, { kind, name, total, free, self, parts: model + context + compute, unaccounted })
    } else if (listed !== null && !rows.has(`${listed[1]}${listed[2]}`)) {
      const [, kind, number, name, total, free] = listed
      rows.set(`${kind}${number}`, { kind, name, total: +total, free: +free, self: 0, parts: 0, unaccounted: null })
    }
  }
  return [...rows.values()]
}

function observation(file, row) {
  const backend = BACKENDS[row.kind]
  const refuse = (why) => ({ file, backend, device: row.name, refused: why })
  if (backend === undefined) return refuse(`no backend of ours: ${row.kind}`)
  if (row.total >= WRAPPED || row.free >= WRAPPED) return refuse('a number wrapped')
  if (Math.abs(row.self - row.parts) > ROUNDING) return refuse('the terms do not add up')
  // Not loaded yet: the model's own part is missing from what is in use.
  const loaded = row.unaccounted !== null && row.unaccounted >= 0
  const mib = loaded ? row.unaccounted : row.total - row.free
  if (mib < 0) return refuse('more free than there is')
  if (loaded && Math.abs(row.total - row.free - row.self - mib) > ROUNDING) return refuse('the terms do not add up')
  if (mib > MOST_MIB && mib > row.total / 10) return refuse(`${mib} MiB: another program's memory`)
  return { file, backend, device: row.name, total_mib: row.total, phase: loaded ? 'loaded' : 'before', mib }
}

const byName = (a, b) => (a < b ? -1 : 1)

function quantile(sorted, share) {
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)]
  return Math.round(low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at)))
}

function summary(seen) {
  const sorted = seen.map(({ mib }) => mib).sort((a, b) => a - b)
  return {
    n: sorted.length,
    min_mib: sorted[0],
    median_mib: quantile(sorted, 0.5),
    p90_mib: quantile(sorted, 0.9),
    max_mib: sorted.at(-1),
    devices: [...new Set(seen.map(({ device }) => device))].sort(byName),
  }
}

const files = readdirSync(values.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(txt|log)$/.test(name),
)
const all = files
  .filter((file) => !(values.except ?? []).some((name) => file.includes(name)))
  .sort()
  .flatMap((file) => lastRows(readFileSync(join(values.folder, file), 'utf8')).map((row) => observation(file, row)))
const kept = all.filter(({ refused }) => refused === undefined)
const figures = {}
for (const backend of [...new Set(kept.map((entry) => entry.backend))].sort(byName)) {
  figures[backend] = {}
  for (const phase of ['loaded', 'before']) {
    const seen = kept.filter((entry) => entry.backend === backend && entry.phase === phase)
    if (seen.length > 0) figures[backend][phase] = summary(seen)
  }
}

if (values.json) {
  console.log(JSON.stringify({ figures, kept, refused: all.filter(({ refused }) => refused !== undefined) }, null, 2))
} else {
  console.table(
    kept.map(({ backend, phase, device, total_mib, mib, file }) => ({ backend, phase, device, total_mib, mib, file })),
  )
  console.table(
    Object.entries(figures).flatMap(([backend, phases]) =>
      Object.entries(phases).map(([phase, { devices, ...rest }]) => ({
        backend,
        phase,
        ...rest,
        devices: devices.length,
      })),
    ),
  )
  for (const { file, device, refused } of all) if (refused) console.log(`left out: ${device} in ${file}: ${refused}`)
}
