import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

test('the report has versions, engine, snapshot and probes, and nothing of the user in what a probe says', async () => {
  const cwd = await tempFolder()
  await mkdir(join(cwd, 'bin'))
  const program = async (name: string, text: string) => {
    await writeFile(join(cwd, 'bin', name), `#!/bin/sh\n${text}\n`)
    await chmod(join(cwd, 'bin', name), 0o755)
  }
  const secrets = ['9c:5c:8e:01:02:af', '3a70b6e5-238e-0ff4-aaaa-0123456789ab', '10.20.30.40', 'jane@corp.example']
  await program('nvidia-smi', `echo "cannot reach ${hostname()} ${secrets.join(' ')} in /home/jane/x"; exit 9`)
  await program('llama-server', 'echo "version: 6789 (abcdef01)" >&2; echo "  CUDA0: NVIDIA X (100 MiB, 90 MiB free)"')
  const env = { PATH: `${join(cwd, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`, TERM: 'xterm-256color' }
  const { code, stdout, stderr } = await runCli(['doctor'], { cwd, env })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^lp-tui +\d/m)
  expect(stdout).toMatch(/^terminal +no terminal TERM=xterm-256color/m)
  expect(stdout).toMatch(/^version +6789 \(abcdef01\)$/m)
  expect(stdout).toMatch(/^devices +CUDA0 NVIDIA X, 100 MiB, 90 MiB free$/m)
  expect(stdout).toContain('What each probe said')
  for (const secret of [...secrets, '/home/jane', cwd]) expect(stdout).not.toContain(secret)
  // Names may be parts of other words.
  const names = [hostname(), userInfo().username].filter((name) => name.length > 1 && name !== 'root')
  const words = new Set(stdout.split(/[^\w.-]+/))
  expect(names.filter((name) => words.has(name))).toEqual([])
  const wide = stdout.split('\n').filter((line) => line.startsWith('  ') && line.length > 80)
  expect(wide).toEqual([])
}, 60_000)
