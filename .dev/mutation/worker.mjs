// Runs tests against one mutant after another, in a thread that can be ended when a mutant does not.
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { compileFunction } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'

const { kept, fresh, shim, baseline, budget_ms } = workerData
// Where instrumented code looks for the mutant that is on, and counts what it meets.
const state = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = {})
const { modules } = await import(pathToFileURL(kept).href)
const { collect } = modules.get(shim)
// What is drawn at random is drawn alike in every run.
for (const one of modules.values()) if (one.default?.configureGlobal) one.default.configureGlobal({ seed: 1 })
const start = compileFunction(readFileSync(fresh, 'utf8'), ['require', 'module'], { filename: fresh })
const plain = createRequire(import.meta.url)

/** A module of the other program, as `require` gives it. */
function given(name) {
  const found = modules.get(name)
  return found === undefined ? plain(name) : 'default' in found ? found.default : found
}

/** Files of tests by name, none loaded yet, over files that remember nothing. */
function load() {
  const module = { exports: new Map() }
  start(given, module)
  return module.exports
}

/** Runs every test once without a mutant: which mutants each meets, how often, and how long it takes. */
async function meet() {
  const met = []
  const at_load = {}
  for (const [file, declare] of load()) {
    const count = collect(file, declare).length
    for (let at = 0; at < count; at++) {
      Object.assign(state, { mutantCoverage: undefined, currentTestId: undefined })
      const test = collect(file, load().get(file))[at]
      Object.assign(at_load, state.mutantCoverage?.static)
      state.currentTestId = 'one'
      const begun = performance.now()
      const failed = await failure(test)
      const { name, group } = test
      const hits = state.mutantCoverage?.perTest.one ?? {}
      met.push({ file, at, name, group, failure: failed, ms: performance.now() - begun, hits })
    }
  }
  delete state.currentTestId
  return { met, at_load: Object.keys(at_load) }
}

async function failure({ run }) {
  try {
    await run()
  } catch (error) {
    return String(error?.message ?? error).split('\n')[0]
  }
}

/** Which of the tests, if any, sees the mutant (-1: its file cannot even be loaded), and how many were tried in the time. */
async function killer({ id, tests, most }) {
  Object.assign(state, { activeMutant: id, hitCount: 0, hitLimit: undefined })
  const end = performance.now() + budget_ms
  let tried = 0
  try {
    const files = load()
    const declared = new Map()
    for (const { file, at, number } of tests) {
      if (tried > 0 && performance.now() > end) break
      tried++
      parentPort.postMessage({ begun: number })
      if (!declared.has(file)) declared.set(file, collect(file, files.get(file)))
      // A loop that does not end meets its mutant again and again.
      Object.assign(state, { hitCount: 0, hitLimit: Math.max(1000, 100 * most) })
      if ((await failure(declared.get(file)[at])) !== undefined) return { by: number, tried }
    }
    return { tried }
  } catch {
    return { by: -1, tried }
  } finally {
    delete state.activeMutant
  }
}

parentPort.on('message', async (mutant) => parentPort.postMessage({ judged: true, ...(await killer(mutant)) }))
parentPort.postMessage(baseline ? { ready: true } : await meet())
