import { readFileSync } from 'node:fs'
import { packageFile } from './package-file.ts'

/** Version of this package. */
export function version(): string {
  const found = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }
  return found.version
}
