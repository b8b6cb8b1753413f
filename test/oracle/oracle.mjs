// Our estimate beside llama.cpp's own bytes, for one case: oracle.ts, started from the checkout's root.
import { fileURLToPath } from 'node:url'
import { importBundled } from './bundled.mjs'

process.chdir(fileURLToPath(new URL('../../', import.meta.url)))
const { main } = await importBundled('test/oracle/oracle.ts')
process.exitCode = await main(process.argv.slice(2))
