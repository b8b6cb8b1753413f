// Sets llama.cpp up for the engine tests, once: libraries and source from npm, the missing programs compiled.
//
//   node .ci/engine/setup.mjs [--only breakdown,llama-server,...] [--jobs N]
//
// Every step leaves a stamp of what it was made from, so that a second run does nothing and a changed source is rebuilt.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const PROGRAMS = ['breakdown', 'rpc-server', 'llama-bench', 'llama-fit-params', 'llama-quantize', 'llama-server']
const PACKAGES = { source: 'node-llama-cpp', libraries: '@node-llama-cpp/linux-x64' }
const { package_version: PACKAGE_VERSION, release: RELEASE } = JSON.parse(
  readFileSync(new URL('release.json', import.meta.url), 'utf8'),
)
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const CACHE = join(ROOT, '.cache', 'engine', RELEASE)
/** Libraries and programs together: llama.cpp loads back-ends from the program's own folder. */
const BIN = join(CACHE, 'bin')
const ORACLE = join(ROOT, 'test', 'oracle')
const HERE = join(ROOT, '.ci', 'engine')
const BUILD = join(CACHE, 'build')
const SOURCE = join(CACHE, 'source')

const { values } = parseArgs({
  options: { only: { type: 'string' }, jobs: { type: 'string', default: String(availableParallelism()) } },
})
const programs = values.only?.split(',') ?? PROGRAMS

if (process.platform !== 'linux' || process.arch !== 'x64') {
  fail(`the engine tests run on Linux x64; this is ${process.platform} ${process.arch}`)
}
for (const tool of ['git', 'tar', 'cmake', 'g++']) {
  if (spawnSync(tool, ['--version']).status !== 0)
    fail(`${tool} is missing: install git, tar, cmake and a C++17 compiler`)
}

mkdirSync(CACHE, { recursive: true })
step('fetch', PACKAGE_VERSION, fetchPackages)
step('source', RELEASE, cloneSource)
step('libraries', PACKAGE_VERSION, copyLibraries)
const inputs = [join(HERE, 'CMakeLists.txt'), join(ORACLE, 'breakdown.cpp')]
step('configure', digest(inputs.slice(0, 1)) + ROOT, configure)
for (const program of programs) step(`build-${program}`, digest(inputs), () => compile(program))
say(`ready in ${BIN}`)

function fetchPackages() {
  for (const [folder, name] of Object.entries(PACKAGES)) {
    const target = join(CACHE, folder === 'source' ? 'package' : 'prebuilt')
    const temporary = `${target}.new`
    rmSync(temporary, { recursive: true, force: true })
    mkdirSync(temporary, { recursive: true })
    run('npm', ['pack', `${name}@${PACKAGE_VERSION}`, '--silent', '--pack-destination', temporary], CACHE)
    const archive = readdirSync(temporary).find((file) => file.endsWith('.tgz'))
    if (archive === undefined) fail(`npm packed nothing for ${name}@${PACKAGE_VERSION}`)
    run('tar', ['-xzf', archive, '--strip-components=1'], temporary)
    rmSync(join(temporary, archive))
    rmSync(target, { recursive: true, force: true })
    renameSync(temporary, target)
  }
}

function cloneSource() {
  rmSync(SOURCE, { recursive: true, force: true })
  run('git', ['clone', '--quiet', join(CACHE, 'package', 'llama', 'gitRelease.bundle'), SOURCE], CACHE)
  const head = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: SOURCE, encoding: 'utf8' }).stdout.trim()
  if (!head.startsWith(RELEASE)) fail(`the bundle holds llama.cpp ${head}, not ${RELEASE}`)
}

function copyLibraries() {
  const from = join(CACHE, 'prebuilt', 'bins', 'linux-x64')
  mkdirSync(BIN, { recursive: true })
  for (const file of readdirSync(from)) {
    if (file.endsWith('.so')) cpSync(join(from, file), join(BIN, file))
  }
}

function configure() {
  rmSync(BUILD, { recursive: true, force: true })
  const generator = has('ninja') ? 'Ninja' : 'Unix Makefiles'
  run(
    'cmake',
    ['-G', generator, '-S', HERE, '-B', BUILD, `-DSOURCE=${SOURCE}`, `-DBIN=${BIN}`, `-DORACLE=${ORACLE}`],
    CACHE,
  )
}

/** @param {string} program */
function compile(program) {
  run('cmake', ['--build', BUILD, '--target', program, '--parallel', values.jobs], CACHE)
}

/**
 * @param {string} name
 * @param {string} made_from what the step's result depends on
 * @param {() => void} work
 */
function step(name, made_from, work) {
  const stamp = join(CACHE, `${name}.stamp`)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made_from) {
    say(`${name}: up to date`)
    return
  }
  say(`${name} ...`)
  const start = performance.now()
  rmSync(stamp, { force: true })
  work()
  writeFileSync(stamp, made_from)
  say(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

/** @param {string[]} paths */
function digest(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(readFileSync(path))
  return hash.digest('hex')
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0)
    fail(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ` with status ${status}`}`)
}

/** @param {string} tool */
function has(tool) {
  return spawnSync(tool, ['--version']).status === 0
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`engine: ${text}\n`)
}

/** @param {string} text */
function fail(text) {
  process.stderr.write(`engine: ${text}\n`)
  process.exit(1)
}
