import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import observed from '../../../profiles/driver-overhead/observed.json' with { type: 'json' }
import { tempFolder } from '../../helpers/temp-folder.ts'

const SCRIPT = fileURLToPath(new URL('../../../.dev/driver-overhead.mjs', import.meta.url))

/** Invented tables with the traps of real ones. */
const LOGS: Readonly<Record<string, string>> = {
  // Before loading the model's own part is missing, so the last column is negative; the fit prints several tables.
  'fit.txt': `
common_memory_breakdown_print: | memory breakdown [MiB] | total    free    self   model   context   compute    unaccounted |
common_memory_breakdown_print: |   - CUDA0 (RTX 1)      |  8000 =  7700 + ( 9000 =  8000 +     600 +     400) +       -8700 |
common_memory_breakdown_print: |   - CUDA0 (RTX 1)      |  8000 =  7600 + ( 5001 =  4000 +     600 +     400) +       -4601 |
common_memory_breakdown_print: |   - Host               |                  1928 =   919 +       4 +    1004                |`,
  // A prefix with a bar of its own, and a name with parentheses.
  'docker.log': `
llama-server  | 0.03.398 I common_memory_breakdown_print: |   - CUDA0 (RTX (TM) 2 Ti) | 12000 = 3000 + (8500 = 8000 + 300 + 200) + 500 |`,
  // Older wording, without bars.
  'old.txt': `
llama_print_memory_breakdown:   - CUDA0 (RTX 3):  24080 = 9436 + (14193 = 13169 +      38 +     985) +         451
llama_print_memory_breakdown:   - CPU (EPYC):  515628              72 =     0 +      57 +      15`,
  'wrapped.txt': `
common_memory_breakdown_print: |   - Vulkan0 (RX 1) | 10267 = 17592186044402 + (8569 =  6011 +    2537 +      19) +        1711 |
common_memory_breakdown_print: |   - CUDA0 (RTX 4)  | 24080 = 1000 + (20000 = 19000 + 500 + 500) + 17592186042490 |`,
  'crowded.txt': `
common_memory_breakdown_print: |   - CUDA0 (RTX 5) | 97249 = 52266 + ( 359 =   212 +      66 +      80) +       44623 |`,
  'listed.txt': `
Available devices:
  CUDA0: NVIDIA RTX 6 (11909 MiB, 11650 MiB free)`,
  'projector.txt': `
common_memory_breakdown_print: |   - CUDA0 (RTX 7) | 24000 = 4000 + (18000 = 17000 + 500 + 500) + 2000 |`,
}

it('reads tables and lists out of logs, and leaves out what says nothing about drivers', async () => {
  const folder = await tempFolder()
  await Promise.all(Object.entries(LOGS).map(([name, text]) => writeFile(join(folder, name), `${text}\n`)))
  const args = [SCRIPT, '--folder', folder, '--except', 'projector', '--json']
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const { figures, kept, refused } = JSON.parse(stdout) as {
    figures: Record<string, Record<string, { n: number; median_mib: number }>>
    kept: { device: string; phase: string; mib: number }[]
    refused: { device: string; refused: string }[]
  }
  expect(kept.map(({ device, phase, mib }) => [device, phase, mib])).toEqual([
    ['RTX (TM) 2 Ti', 'loaded', 500],
    ['RTX 1', 'before', 400],
    ['NVIDIA RTX 6', 'before', 259],
    ['RTX 3', 'loaded', 451],
  ])
  expect(refused.map(({ device }) => device)).toEqual(['RTX 5', 'RX 1', 'RTX 4'])
  expect(figures['cuda']?.['loaded']).toMatchObject({ n: 2, median_mib: 476 })
  expect(Object.keys(figures)).toEqual(['cuda'])
})

it('the figures that are kept are in order', () => {
  for (const phases of Object.values(observed.backends)) {
    for (const figures of Object.values(phases)) {
      const { n, min_mib, median_mib, p90_mib, max_mib, devices } = figures
      const ordered = [min_mib, median_mib, p90_mib, max_mib]
      expect(ordered).toEqual(ordered.toSorted((a, b) => a - b))
      expect(devices.length).toBeGreaterThan(0)
      expect(n).toBeGreaterThanOrEqual(devices.length)
    }
  }
})
