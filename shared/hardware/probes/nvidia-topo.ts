import type { Probe } from '../probe.ts'
import { coreCount, linesOf } from '../text.ts'

export type NvidiaTopo = {
  readonly gpus: number
  /** How two GPUs reach each other, each pair once: `NV12`, `PIX`, `PXB`, `PHB`, `NODE`, `SYS`. */
  readonly links: readonly { readonly a: number; readonly b: number; readonly link: string }[]
  /** NUMA node that each GPU hangs on; null where the table does not say. */
  readonly numa: readonly (number | null)[]
}

/**
 * Reads `nvidia-smi topo -m`: a table under a header that is underlined by terminal escapes, cells parted by tabs, or by
 * blanks where somebody has copied it from a screen.
 */
export function parseNvidiaTopo(text: string): NvidiaTopo | null {
  const lines = linesOf(text).map((line) =>
    line.split(line.includes('\t') ? '\t' : /\s{2,}/).map((cell) => cell.trim()),
  )
  const header = lines.find((cells) => cells.some((cell) => cell === 'GPU0') && cells[0] !== 'GPU0')
  if (!header) return null
  const columns = header.filter((cell) => cell !== '')
  const shown = columns.filter((cell) => /^GPU\d{1,3}$/.test(cell)).length
  const links: { a: number; b: number; link: string }[] = []
  const numa: (number | null)[] = []
  for (const [name = '', ...cells] of lines) {
    const a = coreCount(/^GPU(\d{1,3})$/.exec(name)?.[1])
    if (a === null || a !== numa.length || a >= Math.min(shown, 64)) continue
    numa.push(coreCount(cells[columns.indexOf('NUMA Affinity')]))
    for (let b = a + 1; b < shown; b++) {
      const link = /^(?:NV\d{1,2}|PIX|PXB|PHB|NODE|SYS)$/.exec(cells[b] ?? '')?.[0]
      if (link !== undefined) links.push({ a, b, link })
    }
  }
  return numa.length > 0 ? { gpus: numa.length, links, numa } : null
}

/** Asked only where there are several cards. */
export const nvidiaTopo: Probe<NvidiaTopo> = {
  id: 'nvidia-smi-topo',
  platforms: ['linux'],
  command: 'nvidia-smi',
  args: ['topo', '-m'],
  parse: parseNvidiaTopo,
}
