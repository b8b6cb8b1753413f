// Scripts that use the project's TypeScript on every supported Node (20 cannot run it): bundled, then imported.
import { mkdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * @param {string} entry path of a module, from the checkout's root
 * @returns {Promise<any>} its exports
 */
export async function importBundled(entry) {
  const outfile = `${root}.cache/oracle/${basename(entry).replace(/\.\w+$/, '')}.mjs`
  mkdirSync(`${root}.cache/oracle`, { recursive: true })
  await build({
    entryPoints: [root + entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    plugins: [{ name: 'keep-own-url', setup: keepOwnUrl }],
  })
  return import(pathToFileURL(outfile).href)
}

/**
 * Files that look beside themselves for data must still find it from inside the bundle.
 * @param {import('esbuild').PluginBuild} bundler
 */
function keepOwnUrl(bundler) {
  bundler.onLoad({ filter: /\.m?[jt]s$/ }, ({ path }) => ({
    loader: path.endsWith('ts') ? 'ts' : 'js',
    contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
  }))
}
