// The soak test for as long as it is told: npm run soak -- --minutes 30
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const words = process.argv.slice(2)
const at = words.indexOf('--minutes')
const [, minutes = '3'] = at === -1 ? [] : words.splice(at, 2)
if (!(Number(minutes) >= 1)) {
  process.stderr.write('soak: --minutes takes a number from 1\n')
  process.exit(2)
}
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', 'vitest.soak.config.ts', ...words], {
  stdio: 'inherit',
  env: { ...process.env, SOAK_MINUTES: minutes },
})
process.exitCode = status ?? 1
