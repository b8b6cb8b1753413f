// Estimates beside what llama.cpp said it allocated on real GPUs (profiles/driver-overhead/buffers.json), by backend.
import buffers from '../profiles/driver-overhead/buffers.json' with { type: 'json' }
import observed from '../profiles/driver-overhead/observed.json' with { type: 'json' }
import { estimateMemory } from '../shared/estimate/estimate-memory.ts'
import { resolveSettings } from '../shared/estimate/memory-settings.ts'
import { catalogModel } from '../shared/model/catalog/index.ts'
import { readHparams } from '../shared/model/hparams.ts'
import { MIB } from '../shared/units.ts'
import { table } from './accuracy-tables.mjs'

const NAMES = { cuda: 'CUDA', rocm: 'ROCm', metal: 'Metal', vulkan: 'Vulkan', sycl: 'SYCL' }
const TERMS = ['model', 'context', 'compute']

const TEXT = `What public logs say, in MiB: the buffers that llama.cpp names when it loads a model, and its breakdown tables
(\`.dev/gpu-buffers.mjs --folder DIR\` reads them into \`profiles/driver-overhead/buffers.json\`). Compared where model,
precision and settings are known; tables cut to whole MiB, so ours are cut as well. A difference is ours less llama.cpp's,
smallest to largest over all devices. Builds of 2024 have older graphs than the one that is described here, and ours is
larger; where many cards share a model, their free memory decided which layer went where, and ours are even shares. Compute
of layers on the host has in it what single operations take over (\`device.op_offload\`).
The driver's own use is what no buffer explains (\`.dev/driver-overhead.mjs --folder DIR\`): median, and the band from the
smallest figure to the 90th percentile, desktop included.`

/** Metal maps the file from a device's first tensor to its last: an embedding between them counts there too. */
const MAPPED = `Metal's \`model\` of ministral-3-8b is 544 MiB more than the weights placed there: the mapped range of the file takes in
the token embedding, which the host counts as well.`

/** The section of the accuracy page. */
export function gpuSection() {
  const judged = buffers.rows.map(judge)
  const lines = Object.entries(NAMES).flatMap(([backend, name]) => {
    const mine = judged.filter((row) => row.backend === backend)
    const groups = [
      [name, mine.filter(({ build }) => build === undefined)],
      [`${name}, builds of 2024`, mine.filter(({ build }) => build !== undefined)],
    ].filter(([label, rows]) => rows.length > 0 || (label === name && observed.backends[backend] !== undefined))
    return groups.map(([label, rows]) => [
      label,
      ...counts(rows),
      ...TERMS.map((term) => range(rows, term)),
      driver(backend),
    ])
  })
  const head = ['backend', 'logs', 'devices', ...TERMS, "driver's own use"]
  return ['## Real GPUs', TEXT, table(head, lines), MAPPED, '### Each log', eachLog(judged)].join('\n\n')
}

function judge(row) {
  const facts = catalogModel(row.model, row.precision)
  const settings = resolveSettings(row.settings, readHparams(facts), row.program)
  return {
    ...row,
    ours: estimateMemory(facts, settings, { devices: row.devices.length, backend: row.backend }).devices,
  }
}

const counts = (rows) => [rows.length, rows.reduce((sum, { devices }) => sum + devices.length, 0)]

/** `ours - theirs` of every device, in MiB. */
function differences({ build, devices, ours, parts = TERMS }, term) {
  return parts.includes(term) ? devices.map((device, i) => inMib(build, ours[i]?.[term] ?? 0) - device[term]) : []
}

/** Logs of 2024 name their buffers to two decimals; tables cut. */
const inMib = (build, bytes) => (build === undefined ? Math.floor(bytes / MIB) : bytes / MIB)

function range(rows, term) {
  const all = rows.flatMap((row) => differences(row, term))
  if (all.length === 0) return ''
  const [low, high] = [Math.min(...all), Math.max(...all)].map(Math.round)
  return low === high ? signed(low) : `${signed(low)} to ${signed(high)}`
}

const signed = (mib) => (mib > 0 ? `+${mib}` : mib < 0 ? `−${-mib}` : '0')

function driver(backend) {
  const { loaded, before } = observed.backends[backend] ?? {}
  const both = [loaded, before].filter((figures) => figures !== undefined)
  if (both.length === 0) return ''
  const low = Math.min(...both.map(({ min_mib }) => min_mib))
  const high = Math.max(...both.map(({ p90_mib }) => p90_mib))
  return `${(loaded ?? before).median_mib} (${low} to ${high}, n = ${both.reduce((sum, { n }) => sum + n, 0)})`
}

function eachLog(judged) {
  const head = ['device', 'build', 'model', 'settings', ...TERMS.map((term) => `${term}: llama.cpp, ours`)]
  const lines = judged.map((row) => {
    const { devices, ours, parts = TERMS } = row
    const sum = (list, term) => Math.floor(list.reduce((all, device) => all + device[term], 0))
    const pair = (term) =>
      parts.includes(term)
        ? `${sum(devices, term)}, ${Math.floor(inMib(row.build, sum(ours, term)))}`
        : 'own mix of types'
    const count = devices.length > 1 ? `${devices.length} x ` : ''
    const settings = Object.entries(row.settings).map(([key, value]) => `${key} ${value}`)
    return [
      count + row.device,
      row.build ?? '',
      `${row.model} ${row.precision}`,
      settings.join(', '),
      ...TERMS.map(pair),
    ]
  })
  return table(head, [...new Map(lines.map((line) => [line.join(), line])).values()])
}
