import type { Probe } from '../probe.ts'
import { cleanName, coreCount, linesOf } from '../text.ts'

export type NvidiaListed = {
  readonly index: number
  readonly name: string
  /** Profiles of its MIG devices in order: `2g.35gb`; `1c.3g.71gb` is one compute instance of a `3g.71gb`. */
  readonly mig: readonly string[]
}

/** Reads `nvidia-smi -L`. */
export function parseNvidiaList(text: string): NvidiaListed[] | null {
  const gpus: { index: number; name: string; mig: string[] }[] = []
  for (const line of linesOf(text)) {
    const gpu = /^\s*GPU (\d{1,3}): (.{1,120}?)(?: \(UUID: [^()]{0,80}\))?\s*$/.exec(line)
    const index = coreCount(gpu?.[1])
    const name = cleanName(gpu?.[2])
    if (index !== null && name !== null) gpus.push({ index, name, mig: [] })
    const mig = /^\s+MIG ((?:\d{1,2}c\.)?\d{1,2}g\.\d{1,4}gb[\w.+]{0,12})\s+Device\s+\d{1,3}:/.exec(line)
    if (mig?.[1] && (gpus.at(-1)?.mig.length ?? 64) < 64) gpus.at(-1)?.mig.push(mig[1])
  }
  return gpus.length > 0 ? gpus.slice(0, 256) : null
}

export const nvidiaList: Probe<NvidiaListed[]> = {
  id: 'nvidia-smi-L',
  platforms: ['linux', 'windows'],
  command: 'nvidia-smi',
  args: ['-L'],
  parse: parseNvidiaList,
}
