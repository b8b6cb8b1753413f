// Which tests a mutant is held against, and in which order.

/** Prepares the choice from what each test met: tests that fail as they are, or are slow, are left out and named. */
export function chooser({ met, at_load }, mutants, { slowest_ms }) {
  const tests = met.map((test, number) => ({ ...test, number }))
  for (const { name, failure } of tests)
    if (failure !== undefined) console.log(`left out, fails as it is: ${name}: ${failure}`)
  const slow = tests.filter(({ failure, ms }) => failure === undefined && ms > slowest_ms)
  for (const { name, ms } of slow) console.log(`left out, takes ${Math.round(ms)} ms: ${name}`)
  const file_of = new Map(mutants.map(({ id, fileName }) => [id, fileName]))
  const by_mutant = new Map()
  const by_file = new Map()
  for (const test of tests.filter(({ failure, ms }) => failure === undefined && ms <= slowest_ms))
    for (const [id, count] of Object.entries(test.hits)) {
      const one = by_mutant.get(id) ?? by_mutant.set(id, { tests: [], most: 0 }).get(id)
      one.tests.push(test)
      one.most = Math.max(one.most, count)
      const name = file_of.get(id)
      ;(by_file.get(name) ?? by_file.set(name, new Set()).get(name)).add(test)
    }
  const loading = new Set(at_load)
  const killers = new Map()

  /** Tests in the order to try them; null where none meets the mutant. */
  function testsFor({ id, fileName }) {
    // What runs while modules load (titles, tables) is used by whatever runs anything of its file, also where a test
    // loads the module itself.
    const own = by_mutant.get(id) ?? { tests: [], most: 1 }
    const sharing = loading.has(id) ? (by_file.get(fileName) ?? []) : []
    const found = { tests: [...new Set([...own.tests, ...sharing])], most: own.most }
    if (found.tests.length === 0) return null
    const recent = (killers.get(fileName) ?? []).filter((test) => found.tests.includes(test))
    const order = [...new Set([...recent, ...inTurns(found.tests)])]
    return { tests: order.map(({ file, at, number }) => ({ file, at, number })), most: found.most }
  }

  /** What killed one mutant of a file is likely to kill the next. */
  function remember({ fileName }, number) {
    const test = tests[number]
    killers.set(fileName, [test, ...(killers.get(fileName) ?? []).filter((one) => one !== test)].slice(0, 8))
  }

  return {
    testsFor,
    remember,
    nameOf: (number) => tests[number]?.name,
    limit_ms: (number) => 2000 + 10 * (tests[number]?.ms ?? 0),
  }
}

/** A random property takes as long as a hundred rows of a table: tests longer than this share the time with the others. */
const QUICK_MS = 100

/**
 * The fastest test of each group, then the second of each, and so on: models and subjects before more rows of the same.
 * Slow tests come between, so that either kind gets half of the time.
 */
function inTurns(tests) {
  const ordered = tests.toSorted((a, b) => a.ms - b.ms)
  const groups = new Map()
  for (const test of ordered.filter(({ ms }) => ms <= QUICK_MS))
    (groups.get(test.group) ?? groups.set(test.group, []).get(test.group)).push(test)
  const turns = Math.max(0, ...[...groups.values()].map(({ length }) => length))
  const quick = Array.from({ length: turns }, (_, turn) => [...groups.values()].flatMap((group) => group[turn] ?? []))
  const queues = [quick.flat(), ordered.filter(({ ms }) => ms > QUICK_MS)].map((queue) => {
    let end_ms = 0
    return queue.map((test) => ({ test, at: (end_ms += test.ms) }))
  })
  return queues
    .flat()
    .toSorted((a, b) => a.at - b.at)
    .map(({ test }) => test)
}
