// Runs oracle.ts on every supported Node (20 cannot run TypeScript): bundles it beside the engine and starts that.
import { mkdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))
process.chdir(root)
const outfile = `${root}.cache/oracle/oracle.mjs`
mkdirSync(`${root}.cache/oracle`, { recursive: true })
await build({
  entryPoints: [`${root}test/oracle/oracle.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
})
const { main } = await import(pathToFileURL(outfile).href)
process.exitCode = await main(process.argv.slice(2))
