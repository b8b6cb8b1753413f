import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

test('the policy of the README passes configs that were planned for its smallest targets', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const [, policy = ''] = /```yaml policy\n([\s\S]*?)```/.exec(readme) ?? []
  const cwd = await tempFolder()
  for (const folder of ['.github', 'configs/cuda', 'configs/mac']) await mkdir(join(cwd, folder), { recursive: true })
  await writeFile(join(cwd, '.github/lp-config.yml'), policy)
  for (const [hardware, file] of [
    ['nvidia_rtx_3060', 'configs/cuda/chat.json'],
    ['apple_silicon_m3_16gb', 'configs/mac/chat.json'],
  ] as const) {
    const args = ['generate', '--hardware', hardware, '--model-size', '8B', '--output', file]
    expect(await runCli(args, { cwd })).toMatchObject({ code: 0 })
  }
  const { code, stdout } = await runCli(['validate', '--fail-on', 'warning'], { cwd })
  expect(code, stdout).toBe(0)
  expect(stdout).toContain('in 2 configs on 4 targets')
})
