import { isProved, type StoredResult } from './stored-result.ts'

/** Columns of the measured rows that speed estimates are fitted to (profiles/throughput). */
const COLUMNS = [
  'hardware_id',
  'hardware_name',
  'backend',
  'model',
  'quant',
  'test',
  'n_threads',
  'flash_attn',
  'tokens_per_s',
  'build_or_date',
  'source',
  'test_detail',
  'notes',
] as const

/**
 * Results as rows of evidence, CSV with a header: decode and prompt speed with llama.cpp's defaults and with the tuned
 * settings, the median of the runs of the final comparison. Speeds of several users are no such rows.
 */
export function evidenceCsv(results: readonly StoredResult[]): string {
  const rows = results.flatMap((result) => [
    ...rowsOf(result, 'defaults'),
    ...(isProved(result) ? rowsOf(result, 'tuned') : []),
  ])
  return [COLUMNS, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('')
}

function rowsOf(result: StoredResult, side: 'defaults' | 'tuned'): string[][] {
  const { hardware, model, engine, tests, winner, created } = result
  const settings = side === 'tuned' ? winner : {}
  return tests.flatMap((test) => {
    const spread = result[side][test.kind]
    if (test.kind === 'users' || spread === undefined) return []
    const threads = test.kind === 'pp' ? (settings.n_threads_batch ?? settings.n_threads) : settings.n_threads
    const name = `${test.kind}${test.tokens}`
    return [
      [
        hardware.platform,
        hardware.display_name,
        settings.n_gpu_layers === 0 ? 'cpu' : hardware.backend,
        model.facts.name,
        model.facts.precision,
        name,
        threads === undefined ? '' : `${threads}`,
        settings.flash_attn === undefined ? '' : settings.flash_attn === 'on' ? '1' : '0',
        spread.median.toFixed(2),
        engine.commit,
        `lp-tui tune ${result.id}, ${created.slice(0, 10)}`,
        settings.n_ubatch === undefined || test.kind !== 'pp' ? name : `${name}-ub${settings.n_ubatch}`,
        `median of ${spread.runs}, ${spread.low.toFixed(2)} to ${spread.high.toFixed(2)}; ${side}; ${hardware.cores} cores`,
      ],
    ]
  })
}

function quoted(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
