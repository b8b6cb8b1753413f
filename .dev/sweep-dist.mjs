// Removes from `dist` what no program of the package reaches: files that went into the bundles of the screens, and types of
// what is not part of the library. Run after the bundles.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { build } from 'esbuild'

const { bin, exports } = JSON.parse(readFileSync('package.json', 'utf8'))
const { metafile } = await build({
  entryPoints: [...Object.values(bin), exports['.'].default],
  outdir: 'unused',
  write: false,
  metafile: true,
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
})
const reached = new Set(Object.keys(metafile.inputs))
for (const path of files('dist')) {
  const script = path.replace(/\.map$/, '')
  const unreached = path.startsWith('dist/cli/tui/') && script.endsWith('.js') && !reached.has(script)
  if (unreached || (path.startsWith('dist/cli/') && path.endsWith('.d.ts'))) rmSync(path)
}

/** Paths of all files below a folder, as esbuild writes them. */
function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative('.', join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
}
