// Runs oracle.ts on every supported Node (20 cannot run TypeScript): bundles it beside the engine and starts that.
import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))
const outfile = `${root}.cache/oracle/oracle.mjs`
mkdirSync(`${root}.cache/oracle`, { recursive: true })
process.chdir(root)
await build({
  entryPoints: [`${root}test/oracle/oracle.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
  plugins: [{ name: 'keep-own-url', setup: keepOwnUrl }],
})
const { main } = await import(pathToFileURL(outfile).href)
process.exitCode = await main(process.argv.slice(2))

/**
 * Files that look beside themselves for data must still find it from inside the bundle.
 * @param {import('esbuild').PluginBuild} bundler
 */
function keepOwnUrl(bundler) {
  bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
    loader: 'ts',
    contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
  }))
}
