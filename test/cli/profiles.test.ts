import { cp, mkdir, symlink } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

test('profiles show has the bandwidth of RAM, and says once that a machine is assumed', async () => {
  const { stdout } = await runCli(['profiles', 'show', 'nvidia_rtx_4090'])
  expect(stdout).toMatch(/^ram speed +51\.2 GB\/s$/m)
  expect(stdout).toMatch(/around the card is assumed: a usual desktop/)
})

test('profiles export without its data file is trouble of the installation, not a defect', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const copy = join(await tempFolder(), 'copy')
  await mkdir(copy)
  await cp(join(root, 'dist'), join(copy, 'dist'), { recursive: true })
  await cp(join(root, 'package.json'), join(copy, 'package.json'))
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  const result = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    execFile(process.execPath, [join(copy, 'dist/cli/main.js'), 'profiles', 'export'], (error, _stdout, stderr) =>
      resolve({ code: error?.code, stderr }),
    )
  })
  expect(result.code).toBe(3)
  expect(result.stderr).toMatch(/^lp-tui: this installation of lp-tui lacks profiles\/hardware_profiles\.json/)
})
