// npm run coverage: which statements of cli/, shared/ and action/ any test executes. Tests run in two ways, so two records
// are joined: the sources that vitest loads itself, and the built program in processes of their own (V8's own record, taken
// back to the sources line by line). Writes coverage/coverage.json; prints a table by folder and the files with gaps.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = process.cwd()
const folder = join(root, 'coverage')
const raw = join(folder, 'raw')
rmSync(folder, { recursive: true, force: true })
mkdirSync(raw, { recursive: true })

run(['npx', 'tsc', '-p', 'tsconfig.build.json', '--sourceMap'])
const tests = run(
  [
    'npx',
    'vitest',
    'run',
    '--coverage.enabled',
    '--coverage.provider=v8',
    '--coverage.reporter=json',
    '--coverage.reportOnFailure',
  ].concat(
    ['cli', 'shared', 'action'].map((top) => `--coverage.include=${top}/**/*.{ts,tsx}`),
    process.argv.slice(2),
  ),
  { NODE_V8_COVERAGE: raw },
)
const statements = JSON.parse(readFileSync(join(folder, 'coverage-final.json'), 'utf8'))
const executed = linesOfBuiltProgram()

const files = Object.values(statements)
  .filter(({ path }) => !relative(root, path).startsWith('test/'))
  .map(({ path, statementMap, s }) => {
    const name = relative(root, path)
    const lines = executed.get(name)
    const missed = Object.keys(statementMap).filter((id) => s[id] === 0 && !lines?.has(statementMap[id].start.line))
    const gaps = [...new Set(missed.map((id) => statementMap[id].start.line))].toSorted((a, b) => a - b)
    return { name, statements: Object.keys(statementMap).length, missed: missed.length, lines: gaps }
  })
writeFileSync(join(folder, 'coverage.json'), `${JSON.stringify(files, null, 1)}\n`)
print()
process.exitCode = tests

function run([program, ...args], env = {}) {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (error) throw error
  return status ?? 1
}

/** Source file -> the lines that some process of the built program executed. */
function linesOfBuiltProgram() {
  const lines = new Map()
  const built = new Map()
  for (const file of readdirSync(raw)) {
    for (const { url, functions } of record(join(raw, file))) {
      if (!url.startsWith('file:') || !url.includes('/dist/')) continue
      const path = fileURLToPath(url)
      if (!path.startsWith(join(root, 'dist'))) continue
      if (!built.has(path)) built.set(path, builtFile(path))
      const { source, starts } = built.get(path)
      if (source === undefined) continue
      const seen = lines.get(source) ?? lines.set(source, new Set()).get(source)
      // Ranges are nested, outer ones first: the last that holds a place is the innermost.
      const ranges = functions
        .flatMap((one) => one.ranges)
        .toSorted((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset)
      const open = []
      let next = 0
      for (const { offset, line } of starts) {
        while (next < ranges.length && ranges[next].startOffset <= offset) open.push(ranges[next++])
        while (open.length > 0 && open.at(-1).endOffset <= offset) open.pop()
        if ((open.at(-1)?.count ?? 0) > 0) seen.add(line)
      }
    }
  }
  return lines
}

/** What one process executed; nothing of one that was killed while it wrote. */
function record(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).result
  } catch {
    return []
  }
}

/** The source of a built file, and for the first sign of each of its lines the offset and the source's line. */
function builtFile(path) {
  let map
  try {
    map = JSON.parse(readFileSync(`${path}.map`, 'utf8'))
  } catch {
    return {}
  }
  const places = new SourceMap(map)
  const starts = []
  let offset = 0
  for (const [at, text] of readFileSync(path, 'utf8').split('\n').entries()) {
    const column = text.search(/\S/)
    const entry = column < 0 ? {} : places.findEntry(at, column)
    if (entry.originalLine !== undefined) starts.push({ offset: offset + column, line: entry.originalLine + 1 })
    offset += text.length + 1
  }
  return { source: relative(root, resolve(dirname(path), map.sources[0])), starts }
}

function print() {
  const folders = new Map()
  for (const { name, statements: all, missed } of files) {
    const key = name
      .split('/')
      .slice(0, 2)
      .join('/')
      .replace(/\/[^/]*\.tsx?$/, '')
    for (const one of [key, 'all']) {
      const sum = folders.get(one) ?? folders.set(one, { all: 0, missed: 0 }).get(one)
      sum.all += all
      sum.missed += missed
    }
  }
  console.log('\nStatements that a test executes:')
  for (const [name, { all, missed }] of [...folders].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`${share(all, missed).padStart(7)}  ${name} (${all - missed} of ${all})`)
  }
  console.log('\nFiles with the most that none does:')
  for (const { name, statements: all, missed, lines } of files.toSorted((a, b) => b.missed - a.missed).slice(0, 40)) {
    if (missed > 0) console.log(`${String(missed).padStart(4)} of ${all}  ${name}:${lines.slice(0, 12).join(',')}`)
  }
}

function share(all, missed) {
  return all === 0 ? '-' : `${((100 * (all - missed)) / all).toFixed(1)} %`
}
