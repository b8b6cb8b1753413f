import type { MemoryEstimate } from '../estimate/memory-estimate.ts'
import { GIB, KIB, MIB, showGib } from '../units.ts'
import type { ExplainedPart, ExplainedSum } from './explain-memory.ts'
import { plain } from './plain.ts'

/** An explained sum for people: a block per memory, a line per term, total and budget below. Ends with a newline. */
export function memoryText({ estimate, unified, parts }: ExplainedSum): string {
  const blocks = parts.filter(({ total_bytes, kind }) => total_bytes > 0 || kind === 'device').map(block)
  const rest = unified ? [sharedLine(parts)] : []
  const but = kernelsWords(estimate)
  const basis =
    estimate.basis === 'exact'
      ? `Exact${but === '' ? '' : `${but},`} for ${estimate.engine}`
      : `Approximate to ${Math.round(estimate.bound * 100)} %, after ${estimate.engine}`
  return `${[...blocks, ...rest, `${basis}, program ${estimate.program}.`].join('\n\n')}\n`
}

/** What keeps an estimate from being exact that follows llama.cpp's rules else; empty where nothing does. */
export function kernelsWords({ backend_terms = [] }: MemoryEstimate): string {
  const bytes = backend_terms.reduce((sum, term) => sum + term.bytes, 0)
  return bytes === 0 ? '' : ` but for ${size(bytes).trim()} that depend on the GPU's kernels`
}

function block({ name, terms, total_bytes, usable, kind }: ExplainedPart): string {
  const title = kind === 'host' ? 'Host' : plain(name)
  const lines = terms.map((term) => `  ${size(term.bytes)}  ${term.name}: ${term.formula}`)
  const budget = usable === null ? 'of an unknown size' : `of ${showGib(usable.bytes)} usable (${plain(usable.source)})`
  return [title, ...lines, `  ${size(total_bytes)}  in all, ${budget}`].join('\n')
}

function sharedLine(parts: readonly ExplainedPart[]): string {
  const need = parts.find(({ kind }) => kind === 'host')?.need_bytes ?? 0
  return `Device and host share one memory: ${showGib(need)} together.`
}

/** Right-aligned; small terms in a smaller unit, so that none shows as nothing. */
function size(bytes: number): string {
  const shown =
    bytes >= 0.1 * GIB
      ? showGib(bytes)
      : bytes >= 0.1 * MIB
        ? `${(bytes / MIB).toFixed(1)} MiB`
        : `${Math.ceil(bytes / KIB)} KiB`
  return shown.padStart(10)
}
