import type { MemoryFacts } from '../memory.ts'
import type { Probe } from '../probe.ts'
import { linesOf, sizeInBytes } from '../text.ts'

/**
 * Reads `free` in any unit (`free`: KiB, `free -b`, `-m`, `-h`): the first row with numbers is the memory, whatever
 * the language calls it, and its last column is what is available (since procps 3.3.10). `total_text` is as printed.
 * @param unit what plain numbers are in: `free` alone KiB, `-b` bytes
 */
export function parseFree(
  text: string,
  unit: 'B' | 'KiB' | 'MiB' | 'GiB' = 'KiB',
): (MemoryFacts & { readonly total_text: string }) | null {
  const lines = linesOf(text.slice(0, 10_000))
  const modern = /\bavailable\b|shared\s+buff\/cache/i.test(text.slice(0, 1000))
  for (const line of lines) {
    const cells = /^[^\d:：]{1,20}[:：]\s+(\d.*)$/.exec(line)?.[1]?.trim().split(/\s+/)
    if (!cells) continue
    // `-h` writes `7,5Gi` where the language has a decimal comma; nothing here has thousands.
    const [total, ...rest] = cells.map((cell) => sizeInBytes(cell.replace(',', '.'), unit))
    if (!total) return null
    const available = modern ? rest.at(-1) : rest[1]
    return {
      total_bytes: total,
      available_bytes: typeof available === 'number' ? Math.min(available, total) : null,
      total_text: cells[0] ?? '',
    }
  }
  return null
}

/** For systems that hide /proc/meminfo. */
export const free: Probe<MemoryFacts> = {
  id: 'free',
  platforms: ['linux', 'android'],
  command: 'free',
  args: ['-b'],
  parse: (text) => parseFree(text, 'B'),
}
