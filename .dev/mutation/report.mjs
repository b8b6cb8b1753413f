// What became of mutants: printed, and kept so that a later run need not judge again what was killed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'

const KILLED = ['Killed', 'Timeout']

const keyOf = ({ fileName, location: { start, end }, replacement }) =>
  [fileName, start.line, start.column, end.line, end.column, replacement].join(' ')

/** The status of what the last run killed, undefined for the rest. */
export function killedBefore(path) {
  const killed = new Map(kept(path).flatMap((one) => (KILLED.includes(one.status) ? [[keyOf(one), one.status]] : [])))
  return (mutant) => killed.get(keyOf(mutant))
}

/** Writes a run's verdicts beside those of other files. */
export function keep(path, judged) {
  const files = new Set(judged.map(({ fileName }) => fileName))
  writeFileSync(path, JSON.stringify([...kept(path).filter(({ fileName }) => !files.has(fileName)), ...judged]))
}

function kept(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
}

/** A line for each mutant that no test kills, each file and each folder, and the score. */
export function print(root, judged) {
  const files = groups(judged, ({ fileName }) => relative(root, fileName))
  for (const [name, mutants] of files) {
    const lines = readFileSync(mutants[0].fileName, 'utf8').split('\n')
    for (const { status, location, mutatorName, replacement, tried, of } of mutants) {
      if (KILLED.includes(status)) continue
      const { line } = location.start
      const tests = tried < of ? ` (${tried} of ${of} tests)` : ''
      const change = `${mutatorName} ${String(replacement).replaceAll(/\s+/g, ' ')}`
      console.log(`${status}${tests} ${name}:${line + 1} ${change} | ${lines[line]?.trim()}`)
    }
  }
  for (const [name, mutants] of files) console.log(score(name, mutants))
  const folders = groups(judged, ({ fileName }) => relative(root, fileName).replace(/\/[^/]*$/, ''))
  for (const [name, mutants] of folders) console.log(score(`${name}/`, mutants))
  console.log(score('all', judged))
}

function groups(mutants, nameOf) {
  const found = new Map()
  for (const one of mutants) (found.get(nameOf(one)) ?? found.set(nameOf(one), []).get(nameOf(one))).push(one)
  return found
}

function score(name, mutants) {
  const of = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length
  const killed = of(...KILLED)
  const percent = ((100 * killed) / mutants.length).toFixed(1)
  return `${name}: ${killed} of ${mutants.length} killed (${of('Timeout')} by time), ${of('Survived')} survived, ${of('NoCoverage')} met by no test: ${percent} %`
}
