#!/usr/bin/env node
// Reads what llama.cpp allocated on real GPUs out of logs: the buffers it names when it loads a model, and its memory
// breakdown tables. The figures of profiles/driver-overhead/buffers.json are made with it; `npm run accuracy` compares
// them with estimates.
//
//   node .dev/gpu-buffers.mjs --folder DIR [--output FILE]
//
// Every *.txt and *.log below DIR is read. A log that names its buffers also names model and settings; for a table they
// stand in gpu-tables.mjs. Logs of llama.cpp's forks are left out: their graphs are not llama.cpp's.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { TABLES } from './gpu-tables.mjs'

const { values } = parseArgs({ options: { folder: { type: 'string' }, output: { type: 'string' } } })
if (values.folder === undefined) {
  console.error('usage: node .dev/gpu-buffers.mjs --folder DIR [--output FILE]')
  process.exit(2)
}

const BACKENDS = { CUDA: 'cuda', ROCm: 'rocm', Vulkan: 'vulkan', SYCL: 'sycl', MTL: 'metal', Metal: 'metal' }
/** `general.name` of the models in such logs, as the catalog calls them. */
const MODELS = { 'Meta-Llama-3-8B': 'llama-3-8b' }
const FILE_TYPES = { 'Q4_K - Medium': 'Q4_K_M' }

// llm_load_tensors:      CUDA0 buffer size =  4403.49 MiB
const BUFFER = /:\s+(\w+?)(\d*)(_Host)? +(KV |compute |output )?buffer size = +([\d.]+) MiB/g
// |   - CUDA0 (RTX 4090)   | 24080 = 23612 + (19062 =  7637 +    9923 +    1501) +      -18594 |
const ROW = /- (\w+?)(\d*) \((.+)\)\s*[|:]\s*\d+ =\s*\d+ \+ \(\s*\d+ =\s*(\d+) \+\s*(\d+) \+\s*(\d+)\)/g
// |   - Host               |                   1928 =   919 +       4 +    1004                |
const HOST = /- (?:Host|CPU)\b[^|:\n]*[|:]\s*(?:\d+ +)?\d+ =\s*(\d+) \+\s*(\d+) \+\s*(\d+)\s/
const TERMS = { '': 'model', KV: 'context', compute: 'compute' }

function fromTable(name, text) {
  const known = TABLES[name]
  if (known === undefined) return []
  const rows = [...text.matchAll(ROW)]
  const host = rows.length === 1 ? HOST.exec(text) : null
  return known.rows.flatMap((settings, i) => {
    const [, kind, , device, ...terms] = rows[i] ?? []
    if (settings === null || BACKENDS[kind] === undefined) return []
    const { rows: _, ...facts } = known
    return [
      {
        backend: BACKENDS[kind],
        device,
        ...facts,
        settings,
        devices: [place(terms.slice(0, 3).map(Number))],
        ...(host === null ? {} : { host: place(host.slice(1).map(Number)) }),
      },
    ]
  })
}

const place = ([model, context, compute]) => ({ model, context, compute })

function fromBuffers(text) {
  const model = MODELS[/general\.name += (\S.*)$/m.exec(text)?.[1].trim()]
  const precision = FILE_TYPES[/model ftype +=\s+(.*)$/m.exec(text)?.[1].trim()]
  if (model === undefined || precision === undefined || /ik_llama|mla_attn|fused_moe/.test(text)) return []
  const number = (key) => Number(new RegExp(`${key} += (\\d+)`).exec(text)?.[1])
  const places = new Map()
  for (const [, kind, index, pinned, what = '', mib] of text.matchAll(BUFFER)) {
    const term = TERMS[what.trim()]
    if (term === undefined) continue
    const key = pinned !== undefined || kind === 'CPU' ? 'host' : `${kind} ${index || 0}`
    const buffers = places.get(key) ?? place([0, 0, 0])
    buffers[term] += Number(mib)
    places.set(key, buffers)
  }
  const host = places.get('host')
  places.delete('host')
  const kind = [...places.keys()][0]?.split(' ')[0]
  if (host === undefined || BACKENDS[kind] === undefined) return []
  return [
    {
      backend: BACKENDS[kind],
      device: /(?:Device 0: |found device: |GPU name: +)([^,\n]+)/.exec(text)?.[1].trim() ?? kind,
      build: number('build'),
      model,
      precision,
      program: 'cli',
      settings: {
        n_ctx: number('n_ctx     '),
        n_batch: number('n_batch   '),
        n_ubatch: number('n_ubatch  '),
        flash_attn: number('flash_attn') === 1 ? 'on' : 'off',
      },
      devices: [...places.values()],
      host,
    },
  ]
}

const files = readdirSync(values.folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(txt|log)$/.test(name))
  .sort()
const rows = files.flatMap((file) => {
  const text = readFileSync(join(values.folder, file), 'utf8')
  return [...fromTable(basename(file).replace(/\.\w+$/, ''), text), ...fromBuffers(text)]
})
const result = {
  schema_version: 1,
  source:
    "buffers that llama.cpp says it allocated on real GPUs, out of public logs (issues, pull requests, benchmark notebooks), in MiB; read by .dev/gpu-buffers.mjs. build: llama.cpp's build number where the log tells it; the tables are of September 2025 to 2026",
  rows,
}
const text = `${JSON.stringify(result, null, 2)}\n`
if (values.output === undefined) process.stdout.write(text)
else writeFileSync(values.output, text)
