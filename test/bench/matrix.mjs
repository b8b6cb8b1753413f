// A check of 1,000 configs on 40 targets by the bundled Action, one pair in ten failing: CPU seconds, size of the summary.
// node test/bench/matrix.mjs [configs] [bundle], after npm run build:cli and npm run build:action.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogModel, listProfiles, targetFromProfile } from '../../dist/shared/index.js'

const n_configs = Number(process.argv[2] ?? 1000)
const bundle = process.argv[3] ?? fileURLToPath(new URL('../../action/dist/index.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'lp-matrix-'))
const workspace = join(folder, 'workspace')
mkdirSync(join(workspace, 'configs'), { recursive: true })

// 36 targets with room, 4 without: whatever the context, one pair in ten fails.
const cuda = listProfiles().filter(({ backend, row }) => backend === 'cuda' && !row.unified)
const memory = (profile) => (targetFromProfile(profile).devices[0]?.total_bytes ?? 0) / 2 ** 30
const large = cuda.filter((profile) => memory(profile) >= 16).slice(0, 36)
const small = cuda.filter((profile) => memory(profile) <= 4).slice(0, 4)
const targets = [...large, ...small].map(({ id }) => id)
const model = catalogModel('llama-3.1-8b', 'Q4_K_M')
for (let index = 0; index < n_configs; index++) {
  const settings = { n_ctx: 4096 + 16 * (index % 256), n_gpu_layers: -1 }
  const config = { backend: 'cuda', model_path: 'llama.gguf', settings, model }
  writeFileSync(join(workspace, `configs/${index}.json`), JSON.stringify(config, null, 2))
}
const file = (name) => join(folder, name)
for (const name of ['output', 'summary']) writeFileSync(file(name), '')
const env = {
  PATH: process.env.PATH,
  GITHUB_WORKSPACE: workspace,
  GITHUB_OUTPUT: file('output'),
  GITHUB_STEP_SUMMARY: file('summary'),
  INPUT_CONFIGS: 'configs/*.json',
  INPUT_TARGETS: targets.join('\n'),
}
const probe =
  'process.on("exit", () => { const { user, system } = process.cpuUsage(); require("fs").writeFileSync(process.env.CPU_FILE, String((user + system) / 1e6)) })'
writeFileSync(file('probe.cjs'), probe)
const cpu = (args, more = {}) => {
  const { status, stdout } = spawnSync(process.execPath, ['--require', file('probe.cjs'), ...args], {
    cwd: workspace,
    env: { ...env, ...more, CPU_FILE: file('cpu') },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return { status, stdout, seconds: Number(readFileSync(file('cpu'), 'utf8')) }
}
const empty = cpu(['-e', '0'])
const start = cpu([bundle], { INPUT_CONFIGS: 'none', INPUT_TARGETS: targets[0], 'INPUT_IF-NO-FILES-FOUND': 'ignore' })
const run = cpu([bundle])
const outputs = readFileSync(file('output'), 'utf8')
const failing = /failing-pairs<<(\S+)\n(\d+)/.exec(outputs.slice(outputs.lastIndexOf('failing-pairs')))?.[2]
console.log(`node -e 0              ${empty.seconds.toFixed(2)} s of CPU`)
console.log(`nothing to check       ${start.seconds.toFixed(2)} s of CPU`)
console.log(
  `${n_configs} configs x ${targets.length} targets ${run.seconds.toFixed(2)} s of CPU, exit code ${run.status}, ${failing} failing pairs`,
)
console.log(
  `summary ${(statSync(file('summary')).size / 1024).toFixed(0)} KiB, log ${(run.stdout.length / 1024).toFixed(0)} KiB`,
)
rmSync(folder, { recursive: true })
