import { existsSync } from 'node:fs'

/**
 * A file of this package, wherever it is run from: the source or the built folder.
 * @param name relative to the folder of package.json
 */
export function packageFile(name: string): URL {
  const up = ['..', '../..'].find((folder) => existsSync(new URL(`${folder}/package.json`, import.meta.url)))
  return new URL(`${up ?? '..'}/${name}`, import.meta.url)
}
