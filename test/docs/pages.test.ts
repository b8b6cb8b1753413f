import { readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engineDouble } from '../helpers/engine-double.ts'
import { runCli } from '../helpers/run-cli.ts'
import { sparseGguf } from '../helpers/sparse-gguf.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const scripts = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts

/** Pages whose `sh` blocks are commands that a reader can run; `console` blocks are for other programs. */
const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs/quickstart')).map((name) => `docs/quickstart/${name}`),
  'docs/troubleshooting.md',
  'docs/recipes.md',
]

/** The commands of a page, several on a line taken apart. */
function commandsOf(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8')
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
    .flatMap((line) => line.split('&&'))
    .map((command) => command.trim())
    .filter((command) => command !== '' && !command.startsWith('#'))
}

/** Words of a command as a shell takes them apart; the pages quote with single quotes only. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
}

let folder = ''
let bin = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lp-tui-pages-'))
  bin = join(folder, 'bin')
  await Promise.all([mkdir(bin), mkdir(join(folder, 'models'))])
  await engineDouble(bin)
  await rename(await sparseGguf('smollm2-135m.Q4_K_M', folder), join(folder, 'models/model.gguf'))
  await cp(join(folder, 'models/model.gguf'), join(folder, 'model.gguf'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

// In the order of a page: later commands use files of earlier ones. An engine is never started, only its command printed.
describe.each(PAGES)('%s', (page) => {
  test.each(commandsOf(page))('%s', async (command) => {
    const [program = '', ...words] = wordsOf(command)
    if (program === 'npm' && words[0] !== 'start') {
      const name = words[0] === 'run' ? (words[1] ?? '') : (words[0] ?? '')
      expect([...Object.keys(scripts), 'ci']).toContain(name)
      return
    }
    const own = ownWords(program, words)
    const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}` }
    const runs = own.program === 'run' || own.words[0] === 'run'
    // What measures takes minutes: only its help is asked for.
    const only = runs ? ['--dry-run'] : own.words[0] === 'tune' ? ['--help'] : []
    const args = [
      ...own.words,
      ...only,
      ...(own.words.includes('--output') && !own.words.includes('--force') ? ['--force'] : []),
    ]
    const { code, stderr } = await runCli(args, { cwd: folder, env, program: own.program })
    expect(stderr).not.toMatch(/^(lp-tui|llama-pajamas-run): |^ {4}at /m)
    expect(code, stderr).toBe(expectedCode(page, command))
  })
})

function ownWords(program: string, words: readonly string[]): { program: 'main' | 'run'; words: readonly string[] } {
  if (program === 'lp-tui') return { program: 'main', words }
  if (program === 'llama-pajamas-run') return { program: 'run', words }
  if (program === 'npm') return { program: 'main', words: words.slice(words.indexOf('--') + 1) }
  // npx finds in a clone only the program of the package's own name: `npx -p lp-tui llama-pajamas-run` ends there with 127.
  return program === 'npx' && words[0] === 'lp-tui'
    ? { program: 'main', words: words.slice(1) }
    : { program: 'main', words: [`unknown: ${program}`] }
}

/** The page says of this one that it fails. */
function expectedCode(page: string, command: string): number {
  return page === 'README.md' && command.includes('validate --config 4090.json') ? 1 : 0
}
