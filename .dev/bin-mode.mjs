// tsc does not set the executable bit that `./dist/cli/main.js` and linked bins need.
import { chmodSync, readFileSync } from 'node:fs'

const { bin } = JSON.parse(readFileSync('package.json', 'utf8'))
for (const path of Object.values(bin)) chmodSync(path, 0o755)
