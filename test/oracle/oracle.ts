import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SettingsSchema } from '../../shared/config/settings.ts'
import { exitCodeOf, UserError } from '../../shared/errors.ts'
import { estimateMemory } from '../../shared/estimate/estimate-memory.ts'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import { askBreakdown } from './breakdown.ts'
import { type CaseModel, caseModel } from './case-models.ts'
import { type ComparedRow, compareRows, isExact, totalError } from './compare.ts'
import { ENGINE_RELEASE, hasProgram, SETUP_COMMAND } from './engine.ts'
import { breakdownCase, type MemoryCase } from './memory-case.ts'

const HELP = `usage: npm run oracle -- --model CATALOG_ID|fixture:ID|FILE.gguf [--precision Q4_K_M] [--program server|cli] [--devices N]
  [--ngl N] [-c N] [-b N] [--ub N] [--fa on|off|auto] [--ctk TYPE] [--ctv TYPE] [--np N] [--no-kv-unified]
  [--no-offload-kqv] [--swa-full] [--n-cpu-moe N] [--tensor-split 1,1] [--split-mode layer|none]
Our estimate beside llama.cpp's own bytes, for one case.
`

/** One case on the command line. @returns the exit status: 1 when weights or context differ from llama.cpp's. */
export async function main(argv: string[]): Promise<number> {
  try {
    return await compareOne(argv)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    process.stderr.write(`${error.message}\n`)
    return exitCodeOf(error)
  }
}

async function compareOne(argv: string[]): Promise<number> {
  const options = await readOptions(argv)
  if (options === null) {
    process.stderr.write(HELP)
    return 2
  }
  if (!hasProgram('breakdown')) {
    process.stderr.write(`llama.cpp is not set up here: run \`${SETUP_COMMAND}\`\n`)
    return 3
  }
  const { model, one } = options
  const estimate = estimateMemory(model.facts, one.settings, { devices: one.devices })
  const folder = mkdtempSync(join(tmpdir(), 'lp-tui-oracle-'))
  try {
    const question = breakdownCase(one, await model.write(folder))
    const [answer] = await askBreakdown([question])
    process.stdout.write(`llama.cpp ${ENGINE_RELEASE}: ${question.args.slice(2).join(' ')}\n`)
    if (answer === undefined || 'error' in answer) {
      process.stdout.write(`llama.cpp refuses: ${answer?.error ?? 'no answer'}\n`)
      return 3
    }
    const rows = compareRows(estimate, answer)
    for (const row of rows) process.stdout.write(showRow(row))
    return rows.every(isExact) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function showRow(row: ComparedRow): string {
  const terms = (['model', 'context', 'compute'] as const).map((term) => {
    const difference = row.ours[term] - row.engine[term]
    const mark = difference === 0 ? 'exact' : `${difference > 0 ? '+' : ''}${difference}`
    return `  ${term.padEnd(8)} ours ${String(row.ours[term]).padStart(15)}  llama.cpp ${String(row.engine[term]).padStart(15)}  ${mark}\n`
  })
  return `${row.name}: total ${(100 * totalError(row)).toFixed(3)} %\n${terms.join('')}`
}

async function readOptions(argv: string[]): Promise<{ model: CaseModel; one: MemoryCase } | null> {
  const { values } = parseArgs({
    args: argv,
    allowNegative: true,
    options: {
      model: { type: 'string' },
      precision: { type: 'string', default: 'Q4_K_M' },
      program: { type: 'string', default: 'server' },
      devices: { type: 'string', default: '1' },
      ngl: { type: 'string' },
      ctx: { type: 'string', short: 'c' },
      batch: { type: 'string', short: 'b' },
      ub: { type: 'string' },
      fa: { type: 'string' },
      ctk: { type: 'string' },
      ctv: { type: 'string' },
      np: { type: 'string' },
      'kv-unified': { type: 'boolean' },
      'offload-kqv': { type: 'boolean' },
      'swa-full': { type: 'boolean' },
      'n-cpu-moe': { type: 'string' },
      'override-tensor': { type: 'string' },
      'tensor-split': { type: 'string' },
      'split-mode': { type: 'string' },
    },
  })
  const { precision, program } = values
  if (values.model === undefined || (program !== 'server' && program !== 'cli')) return null
  const given = {
    n_gpu_layers: numberOf(values.ngl),
    n_ctx: numberOf(values.ctx),
    n_batch: numberOf(values.batch),
    n_ubatch: numberOf(values.ub),
    flash_attn: values.fa,
    cache_type_k: values.ctk,
    cache_type_v: values.ctv,
    n_parallel: numberOf(values.np),
    kv_unified: values['kv-unified'],
    offload_kqv: values['offload-kqv'],
    swa_full: values['swa-full'],
    n_cpu_moe: numberOf(values['n-cpu-moe']),
    override_tensor: values['override-tensor']?.split(','),
    tensor_split: values['tensor-split']?.split(',').map(Number),
    split_mode: values['split-mode'],
  }
  const model = await caseModel(values.model, precision)
  const settings = SettingsSchema.parse(JSON.parse(JSON.stringify(given)))
  return {
    model,
    one: {
      model: model.model,
      precision: model.precision,
      devices: Number(values.devices),
      settings: resolveSettings(settings, readHparams(model.facts), program),
    },
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}
