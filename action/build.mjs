// Bundles the Action into one readable file. Run from the project's root: paths in the bundle are relative to it.
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

const shim = './action/no-network.mjs'

rmSync('action/dist', { recursive: true, force: true })
await build({
  entryPoints: ['action/main.ts'],
  outfile: 'action/dist/index.mjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // jsonc-parser's UMD build, which `main` alone would choose, cannot be bundled.
  mainFields: ['module', 'main'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  alias: { '@actions/http-client': shim, '@actions/http-client/lib/auth': shim, '@actions/exec': shim },
  banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
})
