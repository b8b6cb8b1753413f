import { existsSync } from 'node:fs'
import { join } from 'node:path'
import release from '../../.ci/engine/release.json' with { type: 'json' }

/** llama.cpp commit that the programs are built from. */
export const ENGINE_RELEASE = release.release

/** How to get the programs; said where they are missing. */
export const SETUP_COMMAND = 'node .ci/engine/setup.mjs'

export type EngineProgram =
  | 'breakdown'
  | 'llama-bench'
  | 'llama-fit-params'
  | 'llama-quantize'
  | 'llama-server'
  | 'rpc-server'

/** Path of a program that the set-up makes. Its folder is inside the checkout, where every npm script starts. */
export function programPath(program: EngineProgram): string {
  return join(process.cwd(), '.cache', 'engine', ENGINE_RELEASE, 'bin', program)
}

/** Whether the set-up has made this program. */
export function hasProgram(program: EngineProgram): boolean {
  return existsSync(programPath(program))
}
