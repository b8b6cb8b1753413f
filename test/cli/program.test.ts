import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../cli/commands.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { builtCli, runCli, spawnCli } from '../helpers/run-cli.ts'

async function packageVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

test('no arguments, not on a terminal: the help on stderr and exit 2', async () => {
  const { code, stdout, stderr } = await spawnCli([])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  for (const { name } of COMMANDS) expect(stderr).toMatch(new RegExp(`^  ${name} `, 'm'))
})

test('an argument is no format: only json after --format asks for JSON', async () => {
  expect(await runCli(['json'])).toMatchObject({ code: 2, stdout: '' })
  expect(JSON.parse((await runCli(['json', '--format', 'json'])).stdout)).toMatchObject({ error: { kind: 'usage' } })
})

test.each(['--version', '-V'])('%s says the version of the package', async (flag) => {
  const expected = { code: 0, stdout: `${await packageVersion()}\n`, stderr: '' }
  expect(await spawnCli([flag])).toMatchObject(expected)
  expect(await spawnCli([flag], { program: 'run' })).toMatchObject(expected)
})

/** Files that a built file imports statically, with theirs, and packages by name. */
async function importsOf(file: string, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = await readFile(file, 'utf8')
  for (const [, name = ''] of text.matchAll(/^(?:import|export)\b(?:[^'"(=]*\bfrom)?\s*['"]([^'"]+)['"]/gm)) {
    if (name.startsWith('.')) await importsOf(join(file, '..', name), seen)
    else if (!name.startsWith('node:')) seen.add(name)
  }
  return seen
}

test.each(['main', 'run'] as const)('%s loads little before it knows the command', async (program) => {
  const loaded = [...(await importsOf(builtCli(program)))]
  expect(loaded.length).toBeGreaterThan(3)
  expect(loaded.length).toBeLessThan(12)
  // A name without a folder is a package.
  expect(loaded.filter((name) => !name.startsWith('/'))).toEqual([])
})

test.each(COMMANDS.map(({ name }) => name))('%s never loads Ink or React', async (name) => {
  const loaded = await importsOf(builtCli().replace(/main\.js$/, `commands/${name}.js`))
  // The command's own files are there, so that what is not there says something.
  expect(loaded.size).toBeGreaterThan(10)
  for (const heavy of ['ink', 'react', 'systeminformation', 'ink-select-input']) expect(loaded).not.toContain(heavy)
  // The views bring Ink and React with them.
  expect(
    [...loaded].filter((file) => /[/\\]tui[/\\](?:session|libraries|drawing|[a-z]+[/\\]start-)/.test(file)),
  ).toEqual([])
})

test('help names every command, and every command has help with two examples that are commands', async () => {
  const { code, stdout } = await runCli(['--help'])
  expect(code).toBe(0)
  for (const { name, load } of COMMANDS) {
    expect(stdout).toContain(`  ${name} `)
    const { help } = await load()
    expect(help).toMatch(/^Options:$/m)
    const examples = help.slice(help.indexOf('Examples:')).split('\n').slice(1).filter(Boolean)
    expect(examples.length).toBeGreaterThanOrEqual(2)
    const program = name === 'run' ? 'llama-pajamas-run' : `lp-tui ${name}`
    for (const example of examples) expect(example).toMatch(new RegExp(`^  ${program}( |$)`))
    for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(120)
  }
})

test('hints name pages by their address: an installed package has no docs folder', async () => {
  const helps = await Promise.all(COMMANDS.map(async ({ load }) => (await load()).help))
  const hints = [
    await runCli(['explain', 'LP999']),
    await runCli(['generate', '--hardware', 'nvidia_rtx_4090', '--model', 'qwen3-8b']),
  ]
  const said = [...helps, ...hints.map(({ stderr }) => stderr)].join('\n')
  expect(said).toMatch(/https:\/\/github\.com\/org\/lp-config-action\/blob\/v1\/docs\/rules\.md/)
  expect(said).toMatch(/blob\/v1\/docs\/running\.md/)
  expect(said).not.toMatch(/(?<!\/)docs\//)
})

test.each([
  ['--help after a command', ['generate', '--help']],
  ['-h among other options', ['generate', '--model', 'x', '-h']],
  ['help before it', ['help', 'generate']],
])('%s shows its help and does nothing', async (_name, args) => {
  const { code, stdout, stderr } = await runCli(args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('--model-size SIZE')
})

test('--help after -- is for the engine', async () => {
  const { stdout, stderr } = await runCli(['--', '--help'], { program: 'run' })
  expect(stdout).toBe('')
  expect(stderr).toContain('give either --config FILE or --auto-configure')
})

test('a reader that closes early is no trouble', async () => {
  const child = spawn(process.execPath, [builtCli(), 'profiles', 'list', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

test.each([
  ['a full disk under stdout', '/dev/full', 'w', 'does not fit: the disk is full'],
  ['a stdout that is open for reading alone', '/dev/null', 'r', 'goes nowhere: the output is not open for writing'],
])('%s is one line and exit 3', async (_, path, flags, said) => {
  const full = openSync(path, flags)
  const child = spawn(process.execPath, [builtCli(), 'models', 'list'], { stdio: ['ignore', full, 'pipe'] })
  closeSync(full)
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect({ code, stderr }).toEqual({ code: 3, stderr: `lp-tui: the result ${said}\n` })
})

test('a big result reaches a slow reader whole', async () => {
  const { stdout } = await runCli(['profiles', 'list', '--json'])
  expect((JSON.parse(stdout) as unknown[]).length).toBeGreaterThan(100)
})

test('a name with control characters cannot steer the terminal', async () => {
  const { stderr } = await runCli(['validate', '--config', 'a\u001B[2J\nlp-tui: fine.json'])
  expect(stderr).not.toContain('\u001B')
  expect(stderr.split('\n').filter((line) => line.startsWith('lp-tui:'))).toHaveLength(1)
})

test('a defect is told as one, with a stack only when asked', async () => {
  const cwd = await tempFolder()
  const hook = join(cwd, 'break.mjs')
  await writeFile(hook, `process.cwd = () => { throw new TypeError('broken') }`)
  const env = { NODE_OPTIONS: `--import=${hook}` }
  const plain = await spawnCli(['validate', '--config', 'a.json'], { cwd, env })
  expect(plain.code).toBe(4)
  expect(plain.stderr).toMatch(/^lp-tui: this is a defect of lp-tui, please report it: TypeError: broken\n {2}\S.*\n$/)
  const debug = await spawnCli(['validate', '--config', 'a.json'], { cwd, env: { ...env, LP_DEBUG: '1' } })
  expect(debug.stderr).toMatch(/^ {4}at /m)
})
