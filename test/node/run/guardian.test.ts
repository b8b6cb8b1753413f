import { mkdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { engineDouble } from '../../helpers/engine-double.ts'
import { childOf, environmentOf, isAlive } from '../../helpers/processes.ts'
import { startProgram } from '../../helpers/run-program.ts'
import { sparseGguf } from '../../helpers/sparse-gguf.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const READY = /ready after \S+ s at http/

/** A supervisor that runs the engine double, with the processes that it has started. */
async function running(env: Record<string, string> = {}) {
  const cwd = await tempFolder()
  const model = await sparseGguf('smollm2-135m.Q4_K_M', cwd)
  const bin = join(cwd, 'bin')
  await mkdir(bin)
  await engineDouble(bin)
  const PATH = `${bin}${delimiter}${process.env['PATH'] ?? ''}`
  const program = startProgram(['--model', model, '--auto-configure', '--port', '0'], {
    ...process.env,
    PATH,
    WAIT: '1',
    ...env,
  })
  await program.untilSaid(READY)
  return {
    program,
    engine: childOf(program.pid, 'llama-server').pid,
    guardian: childOf(program.pid, 'llama-pajamas-guardian').pid,
  }
}

// Windows ends children with their parent.
describe.skipIf(process.platform === 'win32')('the engine of a supervisor that is killed', () => {
  test('ends, and so does the guardian', async () => {
    const { program, engine, guardian } = await running()
    expect([isAlive(engine), isAlive(guardian)]).toEqual([true, true])
    program.signal('SIGKILL')
    await program.ended
    await expect.poll(() => isAlive(engine)).toBe(false)
    await expect.poll(() => isAlive(guardian)).toBe(false)
  })

  test('is made to end where it does not when it is asked', async () => {
    const { program, engine } = await running({ DEAF: '1' })
    program.signal('SIGKILL')
    await program.ended
    await expect.poll(() => isAlive(engine)).toBe(false)
  })

  test('is not touched where it has ended in its own way; the guardian goes with the supervisor', async () => {
    const { program, guardian } = await running()
    program.signal('SIGTERM')
    expect(await program.ended).toBe(5)
    await expect.poll(() => isAlive(guardian)).toBe(false)
  })

  test('the guardian is handed no key', async () => {
    const key = 'sk-only-for-this-test'
    const { program, engine, guardian } = await running({ LLAMA_API_KEY: key })
    expect(environmentOf(engine)).toContain(key)
    expect(environmentOf(guardian)).not.toContain(key)
    program.signal('SIGTERM')
    await program.ended
  })
})
