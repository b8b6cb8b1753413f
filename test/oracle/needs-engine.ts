import { describe } from 'vitest'
import { type EngineProgram, hasProgram, SETUP_COMMAND } from './engine.ts'

/** A suite that runs where the programs are set up, and is skipped aloud where they are not. */
export function describeWithEngine(name: string, programs: readonly EngineProgram[], suite: () => void): void {
  const missing = programs.filter((program) => !hasProgram(program))
  if (missing.length === 0) {
    describe(name, suite)
    return
  }
  process.stderr.write(`SKIPPED: ${name}: ${missing.join(', ')} not set up here, run \`${SETUP_COMMAND}\`\n`)
  describe.skip(`${name} (needs ${missing.join(', ')}: ${SETUP_COMMAND})`, suite)
}
