import type { ConfigReport } from '../validate/config-report.ts'
import { plain } from './plain.ts'

/** `deploy/swap.yaml`, or `deploy/swap.yaml (qwen)` where the file holds several configs. Safe to print. */
export function configLabel({ file, name }: Pick<ConfigReport, 'file' | 'name'>): string {
  return name === undefined ? plain(file) : `${plain(file)} (${shortName(name)})`
}

/** The name of a config in its file; a section may be called anything. */
export function shortName(name: string): string {
  return plain(name.length > 80 ? `${name.slice(0, 79)}…` : name)
}
