// What the bundles have in common: they read what tsc has written, and change the ways from one file to another.
import { readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** Paths of all scripts in `dist`, relative to the project's root. */
export function distScripts() {
  return readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** A file as another one imports it. */
export function wayTo(file, from) {
  const way = relative(dirname(from), file).replaceAll(sep, '/')
  return way.startsWith('.') ? way : `./${way}`
}
