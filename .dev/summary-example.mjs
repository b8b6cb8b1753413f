// The pull-request summary of a small example: files of two kinds on three machines, checked by the built program,
// whose Markdown is byte for byte what the Action writes.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FILES = {
  '.github/lp-config.yml':
    'version: 1\nconfigs: [deploy/*]\ntargets: [nvidia_rtx_3060, apple_silicon_m3_16gb, nvidia_rtx_4090]\n',
  'deploy/long.sh': '#!/bin/sh\nexec llama-server -m models/llama-3.1-8b-Q4_K_M.gguf \\\n  -ngl 99 -c 65536\n',
  'deploy/swap.yaml':
    'models:\n  chat:\n    cmd: llama-server --port ${PORT} -m models/qwen3-8b-Q4_K_M.gguf -ngl 99 -c 8192\n',
}

/** @returns {string} Markdown */
export function exampleSummary() {
  const folder = mkdtempSync(join(tmpdir(), 'lp-tui-summary-'))
  try {
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'validate', '--format', 'markdown'], {
      cwd: folder,
      encoding: 'utf8',
    })
    if (status !== 1) throw new Error(`the example must fail, and ended with ${status}: ${stderr}`)
    return stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}
