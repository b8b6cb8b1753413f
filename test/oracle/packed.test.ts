import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { packedOn } from '../../shared/estimate/extras/repack.ts'
import { detect } from '../../shared/hardware/detect.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import { nodeHost } from '../../shared/node/host.ts'
import { readLogLine } from '../../shared/run/engine-log.ts'
import { MIB } from '../../shared/units.ts'
import { startProgram } from '../helpers/run-program.ts'
import { fixtureFacts, sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { engineMissing } from './engine-missing.ts'
import { programPath } from './engine.ts'
import { startServer } from './running-server.ts'

// One token table for both uses, in a type that AMX packs and other processors do not.
const MODEL = 'qwen2.5-0.5b.Q4_K_M'

describe.skipIf(engineMissing('llama-server'))('weights that this processor packs', () => {
  test('take as much beside the mapped file as the estimate says', async () => {
    const model = await sparseGguf(MODEL, await tempFolder())
    const args = ['-m', model, '-ngl', '0', '-c', '512', '-np', '1', '-lv', '4', '--no-warmup', '--slots']
    const server = await startServer(programPath('llama-server'), [...args, '--host', '127.0.0.1', '--port', '0'])
    const told = server
      .log()
      .split('\n')
      .map(readLogLine)
      .filter((event) => event?.kind === 'buffer' && event.part === 'model')
      .reduce(
        (sum, event) => sum + (event?.kind === 'buffer' && /^(AMX|CPU_REPACK)$/.test(event.name) ? event.bytes : 0),
        0,
      )
    const facts = await fixtureFacts(MODEL)
    const { capabilities } = await detect(nodeHost())
    const settings = resolveSettings({ n_gpu_layers: 0 }, readHparams(facts))
    const { file_bytes, more_bytes } = packedOn({ capabilities, backend: 'cpu', n_devices: 0 }, facts, settings)
    expect((file_bytes + more_bytes) / MIB).toBeCloseTo(told / MIB, 1)
  })

  test.each([true, false])('are no reason to report the estimate, mapped: %s', async (use_mmap) => {
    const folder = await tempFolder()
    const config = join(folder, 'config.json')
    const settings = { n_gpu_layers: 0, n_ctx: 512, n_parallel: 1, use_mmap }
    await writeFile(config, JSON.stringify({ backend: 'cpu', model_path: await sparseGguf(MODEL, folder), settings }))
    const engine = ['--engine', programPath('llama-server'), '--plain', '--port', '0']
    const program = startProgram(['--config', config, ...engine])
    const [memory] = await program.untilSaid(/memory: Host .*\n/)
    expect(memory).toMatch(/as estimated|estimated [+-]0\.\d %/)
    expect(program.said()).not.toContain('please report it')
    program.signal('SIGINT')
    expect(await program.ended).toBe(0)
  })
})
