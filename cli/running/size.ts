import { MIB, showGib } from '../../shared/units.ts'

/** `5.1 GiB`; `12.5 MiB` for what would be nothing in GiB. */
export function showSize(bytes: number): string {
  return bytes < 100 * MIB ? `${(bytes / MIB).toFixed(1)} MiB` : showGib(bytes)
}
