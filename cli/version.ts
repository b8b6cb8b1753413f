import { readFileSync } from 'node:fs'

/** Version of this package: the nearest package.json above the source or the built file. */
export function version(): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const found: unknown = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8'))
      if (typeof found === 'object' && found !== null && 'version' in found) return String(found.version)
    } catch {
      // One level further up.
    }
  }
  return 'unknown'
}
