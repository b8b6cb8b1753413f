import type { StoredResult } from '../../shared/tune/stored-result.ts'
import { fixtureFacts } from '../helpers/sparse-gguf.ts'

const spread = (median: number) => ({ median, low: median * 0.98, high: median * 1.02, runs: 6 })

/** A result as tuning a small model stores it. */
export async function tunedResult(more: Partial<StoredResult> = {}): Promise<StoredResult> {
  return {
    schema_version: 1,
    kind: 'tune_result',
    id: '0123456789ab',
    created: '2026-01-02T03:04:05.000Z',
    generator: 'lp-tui 0.1.0',
    model: { file: 'm.gguf', digest: 'aaaaaaaaaaaaaaaa', facts: await fixtureFacts('qwen2.5-0.5b.Q4_K_M') },
    hardware: {
      digest: 'bbbbbbbbbbbbbbbb',
      platform: 'generic_cpu',
      display_name: 'A machine, "quoted"',
      cpu: 'A processor',
      cores: 8,
      gpus: [],
      ram_gb: 32,
      backend: 'cpu',
    },
    engine: { program: 'llama-bench', commit: 'abc1234', number: 42, backends: 'CPU' },
    objective: { name: 'mix', n_prompt: 512, n_gen: 128, users: 1 },
    n_ctx: 8192,
    outcome: 'gain',
    defaults_failure: null,
    winner: { n_threads: 4, n_threads_batch: 8, n_ubatch: 256, poll: 0 },
    ratio: 1.25,
    interval: { low: 1.2, high: 1.3 },
    defaults: { score: spread(40), pp: spread(100), tg: spread(20) },
    tuned: { score: spread(50), pp: spread(120), tg: spread(30) },
    tests: [
      { kind: 'pp', tokens: 256 },
      { kind: 'tg', tokens: 64, depth: 0 },
    ],
    runs: 80,
    budget_s: 300,
    elapsed_s: 290,
    interrupted: false,
    ...more,
  }
}
