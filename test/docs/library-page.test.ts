import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PAGE = readFileSync(join(ROOT, 'docs/library.md'), 'utf8')

/** Each program of the page with what the page says that it prints. */
const PROGRAMS = [...PAGE.matchAll(/^```js\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```/gm)].map(
  ([, program = '', printed = ''], index) => ({ name: `program ${index + 1}`, program, printed }),
)

/** A folder as of a program that has installed the package, with a model. */
async function programFolder(): Promise<string> {
  const folder = await tempFolder()
  await mkdir(join(folder, 'node_modules'))
  await symlink(ROOT, join(folder, 'node_modules/lp-tui'), 'junction')
  await rename(await sparseGguf('smollm2-135m.Q4_K_M', folder), join(folder, 'model.gguf'))
  return folder
}

test('every program of the page says what it prints', () => {
  expect(PROGRAMS.length).toBeGreaterThan(2)
  expect(PAGE.match(/^```js$/gm)).toHaveLength(PROGRAMS.length)
})

test.each(PROGRAMS)('docs/library.md, $name, prints what the page says', async ({ program, printed }) => {
  const folder = await programFolder()
  const file = join(folder, 'program.mjs')
  await writeFile(file, program)
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [file], { cwd: folder })
  expect({ stdout, stderr }).toEqual({ stdout: printed, stderr: '' })
})
