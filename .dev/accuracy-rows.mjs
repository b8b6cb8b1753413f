// Measured cases from files, one JSON object a line, in either form:
//   {"model", "quant", "program", "ngl", "c", "b", "ub", "fa", "ctk", "ctv", "np", "mem"}
//   {"model", "quant", "rpc": number of devices, "args": [llama.cpp's own arguments], "mem"}    program "cli"
// `mem` holds [model, context, compute] in bytes: "RPC0", "RPC1" for devices, "Host", and "CPU_REPACK" for weights that
// llama.cpp keeps repacked: they belong to the host.
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { resolveSettings } from '../shared/estimate/memory-settings.ts'
import { catalogModel, listCatalog } from '../shared/model/catalog/index.ts'
import { readHparams } from '../shared/model/hparams.ts'
import { readGguf } from '../shared/model/read-gguf.ts'
import { tensorBytes } from '../shared/model/tensor-types.ts'
import { writeSparseModel } from '../test/oracle/model-file.ts'

/** The rpc-servers of measured rows. */
const RPC_SERVERS = ['127.0.0.1:50052', '127.0.0.1:50053']

/** Arguments that the settings of an estimate have no word for. */
const UNSAID = ['--spec-type', '--pooling', '--embeddings']
/** Arguments without a value. */
const SWITCHES = ['-kvu', '-no-kvu', '-nkvo', '--swa-full', '--cpu-moe', '--no-repack', '--no-op-offload', '--no-host']

/**
 * @param {string[]} files
 * @param {string | undefined} headers
 * @param {string} folder for model files without weights
 */
export async function readCases(files, headers, folder) {
  const models = new Map()
  const modelOf = (model, quant) => {
    const id = `${model}.${quant}`
    if (!models.has(id)) models.set(id, loadModel(model, quant, headers, folder))
    return models.get(id)
  }
  const cases = []
  const left_out = { unknown: 0, unsaid: 0 }
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
  for (const line of lines) {
    const row = JSON.parse(line)
    // oxlint-disable-next-line no-await-in-loop -- one model after the other: each is read once
    const model = await modelOf(row.model, row.quant)
    const given = row.args === undefined ? plain(row) : fromArguments(row)
    if (model === null) left_out.unknown++
    else if (given === null || row.mem.Host === undefined) left_out.unsaid++
    else cases.push(caseOf(row, model, given))
  }
  return { cases, left_out: textOf(left_out) }
}

function textOf({ unknown, unsaid }) {
  return [
    ...(unknown > 0 ? [`${unknown} rows are left out for want of facts: no header, and not in the catalog.`] : []),
    ...(unsaid > 0
      ? [`${unsaid} rows use arguments that estimates have no setting for (\`--spec-type\` and others).`]
      : []),
  ]
}

function caseOf(row, { facts, path }, { settings, devices, program, first }) {
  const nothing = [0, 0, 0]
  const place = ([model, context, compute]) => ({ model, context, compute })
  const host = place(row.mem.Host)
  return {
    model: row.model,
    precision: row.quant,
    facts,
    path,
    devices,
    settings: resolveSettings(settings, readHparams(facts), program),
    measured: {
      devices: Array.from({ length: devices }, (_, i) => place(row.mem[`RPC${i + first}`] ?? nothing)),
      host: { ...host, model: host.model + (row.mem.CPU_REPACK?.[0] ?? 0) },
    },
  }
}

function plain(row) {
  const settings = {
    n_ctx: row.c,
    n_batch: row.b,
    n_ubatch: row.ub,
    n_gpu_layers: row.ngl,
    flash_attn: row.fa,
    cache_type_k: row.ctk,
    cache_type_v: row.ctv,
    n_parallel: row.np,
  }
  return { settings, devices: 1, program: row.program, first: 0 }
}

/** Null for arguments that an estimate has no setting for. */
function fromArguments({ args, rpc }) {
  const given = new Map()
  for (let i = 0; i < args.length; i++) given.set(args[i], SWITCHES.includes(args[i]) ? true : args[++i])
  if (UNSAID.some((name) => given.has(name)) || given.get('-sm') === 'tensor') return null
  const number = (name) => (given.has(name) ? Number(given.get(name)) : undefined)
  const settings = {
    n_gpu_layers: number('-ngl'),
    n_ctx: number('-c'),
    n_batch: number('-b'),
    n_ubatch: number('-ub'),
    flash_attn: given.get('-fa'),
    cache_type_k: given.get('-ctk'),
    cache_type_v: given.get('-ctv'),
    n_parallel: number('-np'),
    kv_unified: given.has('-kvu') ? true : given.has('-no-kvu') ? false : undefined,
    offload_kqv: !given.has('-nkvo'),
    swa_full: given.has('--swa-full'),
    n_cpu_moe: given.has('--cpu-moe') ? 9999 : number('-ncmoe'),
    tensor_split: given.get('-ts')?.split(/[,/]/).map(Number),
    split_mode: given.get('-sm'),
  }
  const alone = given.get('-sm') === 'none'
  const devices = given.get('-dev') === 'none' ? 0 : alone ? 1 : rpc
  const override_tensor = [...(given.get('-ot')?.split(',') ?? []), ...denseLayers(number('-ncffn'))]
  const placed = override_tensor.length > 0 ? { override_tensor, rpc_servers: RPC_SERVERS } : {}
  return { settings: { ...settings, ...placed }, devices, program: 'cli', first: alone ? (number('-mg') ?? 0) : 0 }
}

/** `-ncffn N` (common.h, LLM_FFN_DENSE_REGEX). */
function denseLayers(count = 0) {
  return Array.from({ length: count }, (_, il) => `blk\\.${il}\\.ffn_(up|down|gate)\\.=CPU`)
}

/** A model's facts and a file of its full size with holes for weights; null where nothing is known of it. */
async function loadModel(model, quant, headers, folder) {
  const facts = (await headerFacts(headers, model, quant)) ?? (await catalogFacts(headers, model, quant))
  if (facts === null) return null
  const path = join(folder, `${model}.${quant}.gguf`)
  const header = headerBytes(headers, model, quant)
  if (header === null) {
    await writeSparseModel(facts, path)
  } else {
    writeFileSync(path, header)
    truncateSync(path, sizeAtLeast(header, facts))
  }
  return { facts, path }
}

function headerBytes(headers, model, quant) {
  try {
    return gunzipSync(readFileSync(join(headers ?? '', `${model}.${quant}.gguf.gz`)))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

async function headerFacts(headers, model, quant) {
  const bytes = headerBytes(headers, model, quant)
  if (bytes === null) return null
  const read = (offset, length) => Promise.resolve(new Uint8Array(bytes.subarray(offset, offset + length)))
  return readGguf({ size: Number.MAX_SAFE_INTEGER, name: `${model}.${quant}.gguf`, read })
}

/** As long as a file with these weights, padding counted generously. */
function sizeAtLeast(header, { tensors }) {
  const count = ({ layers }) => (layers ?? [[0, 0]]).reduce((sum, [from, to]) => sum + to - from + 1, 0)
  return tensors.reduce((sum, t) => sum + count(t) * (tensorBytes(t.type, t.shape) + 32), header.length + 64)
}

/** From the catalog, where it knows the model by the same shape as a header of it. */
async function catalogFacts(headers, model, quant) {
  if (!listCatalog().some(({ id }) => id === model)) return null
  for (const precision of ['Q4_K_M', 'F16']) {
    // oxlint-disable-next-line no-await-in-loop -- the first that is there decides
    const header = await headerFacts(headers, model, precision)
    if (header === null) continue
    return inventory(header) === inventory(catalogModel(model, precision)) ? catalogModel(model, quant) : null
  }
  return null
}

function inventory({ tensors }) {
  const lines = tensors.flatMap(({ name, type, shape, layers }) =>
    (layers ?? [[0, 0]]).flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => `${name} ${from + i} ${type} ${shape.join('x')}`),
    ),
  )
  return lines.sort().join('\n')
}
