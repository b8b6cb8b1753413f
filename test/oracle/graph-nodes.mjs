// npm run oracle:nodes [-- MODEL]: graphs of llama.cpp node by node; graph-nodes.ts, started from the checkout's root.
import { fileURLToPath } from 'node:url'
import { importBundled } from './bundled.mjs'

process.chdir(fileURLToPath(new URL('../../', import.meta.url)))
const { main } = await importBundled('test/oracle/graph-nodes.ts')
await main(process.argv.slice(2))
