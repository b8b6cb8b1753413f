// Measured rows, as the fit sees them: which device, how much work, which test.
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { publishedSize, sameModel } from './throughput-models.mjs'
import { coresUsed, driverOf, peakOf } from './throughput-variant.mjs'

/** The project's own functions, compiled in memory: the fit must count work exactly as the estimate does. */
export async function projectParts() {
  const contents = [
    "export { listProfiles } from './shared/profile/database.ts'",
    "export { profileNamed } from './shared/profile/find-profile.ts'",
    "export { targetFromProfile } from './shared/profile/target-from-profile.ts'",
    "export { catalogModel, findCatalogEntry } from './shared/model/catalog/index.ts'",
    "export { modelWork } from './shared/estimate/throughput/model-work.ts'",
    "export { tensorBytes } from './shared/model/tensor-types.ts'",
    "export { strangerRange } from './shared/estimate/throughput/spread.ts'",
    "export { deviceResidual } from './shared/estimate/throughput/evidence.ts'",
  ].join('\n')
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

/** CSV with quoted fields as a list of objects. */
export function parseCsv(text) {
  const lines = []
  let line = []
  let field = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (quoted && c === '"' && text[i + 1] === '"') field += text[i++]
    else if (c === '"') quoted = !quoted
    else if (quoted || (c !== ',' && c !== '\n' && c !== '\r')) field += c
    else if (c !== '\r') {
      line.push(field)
      field = ''
      if (c === '\n') line = (lines.push(line), [])
    }
  }
  if (field !== '' || line.length > 0) lines.push([...line, field])
  const [head, ...rest] = lines
  return rest
    .filter((row) => row.length === head.length)
    .map((row) => Object.fromEntries(head.map((k, i) => [k, row[i]])))
}

/** Rows of another engine, or of a device that was busy or starved: they may be checked against, never fitted. */
const UNFIT =
  /busy desktop|PR branch|host-limited|Pi host|IPEX|fork|RISC-V|memory-pressure|artefact|Q8R16|tinyBLAS|llamafile cu|llamafile hip/i

const QUANT_FORMAT = [
  [/^(F16)$/, 'f16'],
  [/^BF16$/, 'bf16'],
  [/^F32$/, 'f32'],
  [/Q8_(0|K)/, 'q8'],
  [/^Q5_[01]$/, 'q5'],
  [/^(Q4_[01]|IQ4_NL)$/, 'q4'],
  [/MXFP4/, 'mxfp4'],
  [/^IQ4_XS$/, 'k'],
  [/Q[23]_K/, 'k_low'],
  [/^IQ[123]/, 'iq'],
  [/Q[456]_K/, 'k'],
]

const formatOfQuant = (quant) => QUANT_FORMAT.find(([pattern]) => pattern.test(quant))?.[1] ?? null

/** A test's kind, tokens and depth: `tg128`, `pp512-ub128`, `tg32@d4096`, `tg-localscore-mix`. */
function parseTest(raw) {
  const detail = raw.test_detail
  const plain = /^(tg|pp)(\d+)(?:-ub(\d+))?(?:@d(\d+))?$/.exec(detail)
  if (plain) {
    const [, quantity, tokens, ubatch, depth] = plain
    // A decode test of n tokens reads n / 2 on average, beside what was there before.
    const mean = quantity === 'tg' ? Number(tokens) / 2 : 0
    return {
      quantity,
      kind: quantity === 'tg' && raw.notes.includes('May 2024') ? 'old' : 'bench',
      tokens: Number(tokens),
      ubatch: Number(ubatch ?? 512),
      depth: Number(depth ?? 0) + mean,
    }
  }
  const other = /^(tg|pp)-(localscore|ollama)/.exec(detail)
  return other ? { quantity: other[1], kind: other[2], tokens: 512, ubatch: 512, depth: 1024 } : null
}

/** Rows that can be used, with device and work; `left` says what was not and why. */
export function readRows(path, parts) {
  const rows = []
  const left = new Map()
  const leave = (why) => left.set(why, (left.get(why) ?? 0) + 1)
  for (const raw of parseCsv(readFileSync(path, 'utf8'))) {
    if (raw.notes.includes('FLAG')) {
      leave('flagged')
      continue
    }
    const test = parseTest(raw)
    if (test === null) {
      leave('test of another kind')
      continue
    }
    const ubatch = /n_ubatch (\d+)/.exec(raw.notes)
    if (ubatch !== null) test.ubatch = Number(ubatch[1])
    const profile = parts.profileNamed(raw.hardware_id)
    if (profile === undefined) {
      leave('unknown device')
      continue
    }
    const work = workOf(raw, parts)
    const format = formatOfQuant(raw.quant)
    const tokens_per_s = Number(raw.tokens_per_s)
    if (work === null || format === null || !(tokens_per_s > 0)) {
      leave('unknown model or format')
      continue
    }
    const target = parts.targetFromProfile(profile)
    const cpu = raw.backend === 'cpu'
    if (cpu && profile.row.cpu === undefined) {
      leave('unknown device')
      continue
    }
    const bandwidth = profile.memory_bandwidth_gb_s
    if (bandwidth === null) {
      leave('unknown bandwidth')
      continue
    }
    const asked = Number(raw.n_threads) || target.cpu.usable_cores
    rows.push({
      ...test,
      fits: !UNFIT.test(`${raw.notes} ${raw.quant}`),
      target_test: raw.test === 'tg128' || raw.test === 'pp512',
      ...work,
      format,
      hardware: raw.hardware_id,
      profile: profile.row.id,
      backend: raw.backend,
      generation: profile.row.generation,
      class: `${raw.backend}/${profile.row.generation}`,
      cpu,
      bandwidth_gb_s: bandwidth,
      tflops: cpu || profile.row.fp16_tflops === null ? null : peakOf(profile.row, format) * coresUsed(raw),
      driver: driverOf(raw),
      cores: coresUsed(raw),
      threads: cpu ? Math.min(asked, target.cpu.physical_cores) : null,
      threads_known: Number(raw.n_threads) > 0,
      flash: raw.flash_attn === '1',
      tokens_per_s,
      raw,
    })
  }
  markFlash(rows)
  return { rows, left }
}

/** Devices that must have been measured with and without flash attention before a backend's difference counts. */
const PAIRS = 3

/** Tells the fit where flash attention can be told from the device: backends with enough devices measured both ways. */
function markFlash(rows) {
  const states = new Map()
  for (const row of rows) {
    const key = [row.backend, row.hardware, row.raw.model, row.raw.quant, row.raw.test_detail].join('|')
    states.set(key, (states.get(key) ?? new Set()).add(row.raw.flash_attn))
  }
  const pairs = new Map()
  for (const [key, seen] of states) {
    const [backend, hardware] = key.split('|')
    if (seen.has('0') && seen.has('1')) pairs.set(backend, (pairs.get(backend) ?? new Set()).add(hardware))
  }
  for (const row of rows) row.flash_known = (pairs.get(row.backend)?.size ?? 0) >= PAIRS
}

const CACHE = new Map()

function workOf(raw, parts) {
  const file = /file ([\d.]+) Gi?B/.exec(raw.notes)
  const fileBytes = file === null ? undefined : Number(file[1]) * 2 ** 30
  const key = `${raw.model}/${raw.quant}/${fileBytes ?? ''}`
  if (!CACHE.has(key))
    CACHE.set(key, fromCatalog(raw, parts, fileBytes) ?? publishedSize(raw.model, raw.quant, fileBytes))
  return CACHE.get(key)
}

/** llama.cpp's own mix that a published file with a mix of its own is nearest to. */
export function nearestMix(quant) {
  const plain = quant.replace(/^(UD|i1)-/, '').replace(/_XL$/, quant.includes('Q8') ? '_0' : '_M')
  return plain.replace('Q8_K_0', 'Q8_0').replace('Q6_K_M', 'Q6_K')
}

/** Exact work where the catalog has the model; a file with a mix of its own is scaled to its size. */
function fromCatalog(raw, parts, fileBytes) {
  try {
    const entry = parts.findCatalogEntry(sameModel(raw.model))
    const mix = nearestMix(raw.quant)
    const facts = parts.catalogModel(entry.id, mix)
    const { layers, output, active, hparams } = parts.modelWork(facts)
    const sum = (of) => layers.reduce((n, layer) => n + of(layer), 0)
    const scale = mix === raw.quant || fileBytes === undefined ? 1 : fileBytes / sizeOf(facts, parts)
    return {
      model: entry.id,
      n_layer: layers.length,
      n_params: facts.n_params,
      read: scale * (sum((layer) => layer.dense + layer.experts * active) + output.dense),
      weights: sum((layer) => layer.dense_weights + layer.expert_weights),
      touched: (tokens) =>
        scale * (sum((layer) => layer.dense + layer.experts * (1 - (1 - active) ** tokens)) + output.dense),
      kv: kvOf(hparams),
      state: hparams.is_recr.reduce(
        (n, recurrent) => n + (recurrent ? 4 * (hparams.n_embd_r + hparams.n_embd_s) : 0),
        0,
      ),
      file: null,
      moe: active < 1,
      used: hparams.n_expert_used,
      active,
      expert_weights: sum((layer) => layer.expert_weights),
    }
  } catch {
    return null
  }
}

function sizeOf({ tensors }, { tensorBytes }) {
  const count = ({ layers }) => layers?.reduce((n, [from, to]) => n + to - from + 1, 0) ?? 1
  return tensors.reduce((n, group) => n + count(group) * tensorBytes(group.type, group.shape), 0)
}

/** Bytes of cache per token of depth; windows matter little at the depths of these tests. */
function kvOf(hparams) {
  return hparams.has_kv.reduce(
    (n, has, il) => n + (has && !hparams.is_swa[il] ? 2 * (hparams.n_embd_k_gqa[il] + hparams.n_embd_v_gqa[il]) : 0),
    0,
  )
}
