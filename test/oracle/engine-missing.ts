import { type EngineProgram, hasProgram, SETUP_COMMAND } from './engine.ts'

/** Whether a suite has to be skipped because a program is not set up here; says so aloud. For `describe.skipIf`. */
export function engineMissing(...programs: readonly EngineProgram[]): boolean {
  const missing = programs.filter((program) => !hasProgram(program))
  if (missing.length === 0) return false
  process.stderr.write(`SKIPPED, ${missing.join(', ')} not set up here: run \`${SETUP_COMMAND}\`\n`)
  return true
}
