import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { MIB } from '../../shared/units.ts'
import { startProgram } from '../helpers/run-program.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { engineMissing } from '../oracle/engine-missing.ts'
import { programPath } from '../oracle/engine.ts'
import { writeTinyModel } from '../oracle/tiny-model.ts'
import { startClients } from './clients.ts'

const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 3)
const CLIENTS = 4
/** What the garbage collector and V8's own caches may add between the second minute and the end. */
const GROWTH_LIMIT = 24 * MIB

/** What it says when it has answered heat with a cooler config. Other causes may have changed something before. */
const HEAT = /slowed by heat for 30 s: .*n_ubatch \d+ -> \d+\nchanged in \S+ s, \d of \d conversations kept/

const SETTINGS: RuntimeConfig['settings'] = {
  n_gpu_layers: 0,
  n_threads: 2,
  n_batch: 512,
  n_ubatch: 256,
  n_ctx: 8192,
  n_parallel: CLIENTS,
  kv_unified: false,
}

describe.skipIf(engineMissing('llama-server'))('soak', () => {
  test(`${CLIENTS} clients for ${MINUTES} minutes, and one adaptation to heat in between`, async () => {
    const folder = await tempFolder()
    const heat = await heatSwitch(folder)
    const config = join(folder, 'config.json')
    await writeTinyModel(join(folder, 'tiny.gguf'))
    await writeFile(
      config,
      JSON.stringify({ backend: 'cpu', model_path: join(folder, 'tiny.gguf'), settings: SETTINGS }),
    )
    const metrics = join(folder, 'metrics.jsonl')
    const program = startProgram(
      ['--config', config, '--adapt', '--plain', '--port', '0', '--metrics-file', metrics, '--force'].concat([
        '--engine',
        programPath('llama-server'),
      ]),
      { ...process.env, PATH: `${heat.folder}${delimiter}${process.env['PATH'] ?? ''}` },
    )
    const [, url = ''] = await program.untilSaid(/ready after \S+ s at (\S+)/)
    const stop = new AbortController()
    const { tally, done } = startClients(url, CLIENTS, stop.signal)

    const memory: number[] = []
    const end = performance.now() + MINUTES * 60_000
    const heatFrom = end - MINUTES * 60_000 * 0.7
    let adapted: Promise<unknown> | null = null
    while (performance.now() < end) {
      await sleep(2000)
      memory.push(await residentBytes(program.pid))
      if (adapted === null && performance.now() > heatFrom) {
        await heat.on()
        adapted = program.untilSaid(HEAT).then(heat.off)
      }
    }
    await adapted
    stop.abort()
    await done
    program.signal('SIGINT')
    const code = await program.ended

    const settled = memory.slice(Math.floor(memory.length / 3))
    const before = median(settled.slice(0, Math.ceil(settled.length / 4)))
    const after = median(settled.slice(-Math.ceil(settled.length / 4)))
    const readings = (await readFile(metrics, 'utf8')).trimEnd().split('\n').length
    const figures = {
      minutes: MINUTES,
      clients: CLIENTS,
      answered: tally.answered,
      lost: tally.lost.length,
      tokens: tally.tokens,
      slowest_s: round(tally.slowest_s),
      adaptations: (program.said().match(/changed in/g) ?? []).length,
      memory_mib: {
        first: round((memory[0] ?? 0) / MIB),
        settled: round(before / MIB),
        last: round(after / MIB),
      },
      readings,
    }
    process.stdout.write(`soak: ${JSON.stringify(figures)}\n${program.said()}`)

    expect(tally.lost).toEqual([])
    expect(tally.answered).toBeGreaterThan(MINUTES * 60)
    expect(program.said()).toMatch(HEAT)
    expect(after - before).toBeLessThan(GROWTH_LIMIT)
    expect(readings).toBeGreaterThan(MINUTES * 15)
    expect(code).toBe(0)
  })
})

/** A `vcgencmd`, as a Raspberry Pi has it, that says what we want. */
async function heatSwitch(folder: string) {
  const bin = join(folder, 'bin')
  const mask = join(folder, 'throttled')
  await mkdir(bin)
  await writeFile(mask, 'throttled=0x0\n')
  await writeFile(join(bin, 'vcgencmd'), `#!/bin/sh\nexec cat '${mask}'\n`)
  await chmod(join(bin, 'vcgencmd'), 0o755)
  return {
    folder: bin,
    on: () => writeFile(mask, 'throttled=0x4\n'),
    off: () => writeFile(mask, 'throttled=0x0\n'),
  }
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
