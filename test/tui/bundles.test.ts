import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'
import { builtCli } from '../helpers/run-cli.ts'

const dist = resolve(dirname(builtCli()), '..')

/** Scripts of the build, with what they hold. */
async function scripts(): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const paths = entries.flatMap((entry) =>
    entry.isFile() && entry.name.endsWith('.js') ? [join(entry.parentPath, entry.name)] : [],
  )
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })))
}

test('what every command loads comes from a file each, with its licence, and without messages in languages that nobody asks for', async () => {
  const all = await scripts()
  for (const { path, text } of all) {
    expect(text.match(/from ?['"](?:zod|yaml|jsonc-parser)['"]/)?.[0], path).toBeUndefined()
  }
  const licences = await readFile(join(dist, 'packages', 'THIRD_PARTY_LICENSES'), 'utf8')
  for (const name of ['zod', 'yaml', 'jsonc-parser']) expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'))
  const zod = all.find(({ path }) => path.endsWith(join('packages', 'zod.js')))
  expect(zod?.text).toContain('Invalid input')
  expect(zod?.text).not.toContain('Ung\u00FCltige Eingabe')
})

test.each(['shared/estimate/graph', 'shared/estimate/throughput', 'shared/model/catalog', 'shared/validate/rules'])(
  '%s is one file, which imports nothing that was put into it',
  async (folder) => {
    const inside = (await scripts()).filter(({ path }) => path.startsWith(join(dist, folder) + sep))
    expect(inside.map(({ path }) => path)).toEqual([join(dist, folder, 'bundle.js')])
    expect(inside[0]?.text).not.toMatch(/from "\.\//)
  },
)

test('what draws asks no one for the layout that it carries: that would load half a browser', async () => {
  const drawing = (await scripts()).find(({ text }) => text.includes('data:application/octet-stream;base64'))
  expect(drawing?.text).toMatch(/Promise\.resolve\(Buffer\.from\(\w+\.slice\(37\), ?"base64"\)\)/)
})
