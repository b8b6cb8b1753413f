import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { programPath } from './engine.ts'

const run = promisify(execFile)

/** `[ 12/ 310] blk.0.ffn_up.weight - [1024, ...], type = f16, size = 6.00 MiB -> 1.69 MiB (q4_K)` */
const TENSOR_LINE = /^\[ *\d+\/ *\d+\] +(\S+) .*type = +(\w+), size =.*?(?:->.*\((\w+)\))?\s*$/gm

/** The type that `llama-quantize --dry-run` gives every tensor of the file at `path`. */
export async function quantizerTypes(path: string, precision: string): Promise<Map<string, string>> {
  const { stdout, stderr } = await run(programPath('llama-quantize'), ['--dry-run', path, precision], {
    maxBuffer: 64 * 1024 * 1024,
  })
  const lines = [...(stdout + stderr).matchAll(TENSOR_LINE)]
  return new Map(lines.map(([, name = '', from = '', to]) => [name, to ?? from]))
}

/** The types that the facts say, tensor by tensor. */
export function factTypes(facts: ModelFacts): Map<string, string> {
  return new Map(
    facts.tensors.flatMap(({ name, type, layers }) =>
      layers === undefined
        ? [[name, type] as const]
        : layers.flatMap(([first, last]) =>
            Array.from({ length: last - first + 1 }, (_, i) => [name.replace('%d', `${first + i}`), type] as const),
          ),
    ),
  )
}
