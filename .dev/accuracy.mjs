// Writes docs/accuracy.md: how far estimates are from llama.cpp's own bytes. See accuracy-main.mjs.
import { fileURLToPath } from 'node:url'
import { importBundled } from '../test/oracle/bundled.mjs'

// Paths on the command line are the caller's: npm scripts start in the root, so only llama.cpp's place depends on it.
process.chdir(fileURLToPath(new URL('../', import.meta.url)))
const { main } = await importBundled('.dev/accuracy-main.mjs')
process.exitCode = await main(process.argv.slice(2))
