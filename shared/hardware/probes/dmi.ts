import type { Host } from '../host.ts'
import { collectFiles, type Probe } from '../probe.ts'
import { cleanName, linesOf } from '../text.ts'

export type Dmi = {
  /** `LENOVO`, `Amazon EC2`, `QEMU`. */
  readonly vendor: string | null
  /** `NVIDIA_DGX_Spark`; the instance type on cloud machines (`c7g.2xlarge`). */
  readonly product: string | null
  readonly board: string | null
}

const FOLDER = '/sys/class/dmi/id'
const FILES = ['sys_vendor', 'product_name', 'board_name'] as const
/** What firmware holds where nobody filled it in. */
const BLANK = /^(?:to be filled|default string|system product name|system manufacturer|not specified|o\.e\.m)/i

/** Reads `path:value` lines of what the firmware calls the machine. Serial numbers stand beside it and are not read. */
export function parseDmi(text: string): Dmi | null {
  const values: Record<string, string> = {}
  for (const line of linesOf(text)) {
    const match = /^\/sys\/class\/dmi\/id\/(\w{3,40}):(.*)$/.exec(line)
    if (match?.[1] !== undefined && match[2] !== undefined) values[match[1]] ??= match[2]
  }
  const [vendor, product, board] = FILES.map((file) => {
    const name = cleanName(values[file])
    return name === null || BLANK.test(name) ? null : name.slice(0, 100)
  })
  const seen = { vendor: vendor ?? null, product: product ?? null, board: board ?? null }
  return Object.values(seen).some((value) => value !== null) ? seen : null
}

export const dmi: Probe<Dmi> = {
  id: 'dmi',
  platforms: ['linux'],
  collect: (host: Host) =>
    collectFiles(
      host,
      FILES.map((file) => `${FOLDER}/${file}`),
    ),
  parse: parseDmi,
}
