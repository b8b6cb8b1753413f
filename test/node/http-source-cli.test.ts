import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixed, ranged, serve } from '../helpers/range-server.ts'
import { runCli } from '../helpers/run-cli.ts'
import { fixtureHeader, fixtureSize } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const model = ranged(fixtureHeader('qwen3-8b.Q4_K_M'), fixtureSize('qwen3-8b.Q4_K_M'))
const list = fixed(200, {}, JSON.stringify([{ type: 'file', path: 'Qwen3-8B-Q4_K_M.gguf', size: 1 }]))
const HUB = {
  '/api/models/owner/repo/tree/main': list,
  '/owner/repo/resolve/main/Qwen3-8B-Q4_K_M.gguf': model,
}

describe('on the command line', () => {
  it('a model on the hub is planned for, and the plan says how to get it', async () => {
    const cwd = await tempFolder()
    const { origin } = await serve(HUB)
    const args = ['generate', '--hardware', 'nvidia_rtx_4090', '--model', 'hf:owner/repo', '--output', 'config.json']
    const { code, stdout, stderr } = await runCli(args, { cwd, env: { HF_ENDPOINT: origin } })
    expect(code, stderr).toBe(0)
    expect(stdout).toContain('To download and start it: llama-server -hf owner/repo:Q4_K_M')
    const config: unknown = JSON.parse(await readFile(join(cwd, 'config.json'), 'utf8'))
    expect(config).toMatchObject({
      model_path: 'Qwen3-8B-Q4_K_M.gguf',
      metadata: { precision: 'Q4_K_M' },
      model: { architecture: 'qwen3', source: 'hf:owner/repo/Qwen3-8B-Q4_K_M.gguf' },
    })
    // The config stands for itself: judged without the network.
    const judged = await runCli(['validate', '--config', 'config.json', '--hardware', 'nvidia_rtx_4090'], { cwd })
    expect(judged.code, judged.stdout).toBe(0)
  })

  it('a model at a URL is estimated like the same file here', async () => {
    const { origin } = await serve({ '/m.gguf': model })
    const there = await runCli(['estimate', '--model', `${origin}/m.gguf`, '--json'])
    const { memory } = JSON.parse(there.stdout) as { memory: { devices: unknown[] } }
    expect(there.code, there.stderr).toBe(0)
    expect(memory.devices).toHaveLength(1)
  })

  it('a refusal is one line, one hint and an exit code, without the token', async () => {
    const { origin } = await serve({ '/api/models/owner/repo/tree/main': fixed(403) })
    const env = { HF_ENDPOINT: origin, HF_TOKEN: 'hf_secret' }
    const { code, stdout, stderr } = await runCli(['estimate', '--model', 'hf:owner/repo'], { env })
    expect(stderr).toBe(
      `lp-tui: hf:owner/repo may not be read with your token (HTTP 403)\n  Accept its terms at ${origin}/owner/repo.\n`,
    )
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  it('trouble of the network is trouble of the environment', async () => {
    const { stderr, code } = await runCli(['estimate', '--model', 'http://127.0.0.1:1/m.gguf'])
    expect(stderr).toMatch(/^lp-tui: 127\.0\.0\.1:1 refuses the connection\n/)
    expect(code).toBe(3)
  })
})
