// Holds mutants against tests in a thread, which is ended and begun anew when a mutant runs on or takes all memory.
import { Worker } from 'node:worker_threads'
import { chooser } from './choose-tests.mjs'

const LOAD_MS = 30_000

/**
 * Mutants with `status`, as Stryker names it, and how many of the tests that meet them were tried.
 * @param all every mutant that the programs hold
 */
export async function judge(mutants, all, programs, limits) {
  const given = { ...programs, budget_ms: limits.budget_ms }
  let thread = await begin({ ...given, baseline: false })
  const choice = chooser(thread.first, all, limits)
  const judged = []
  for (const [at, mutant] of mutants.entries()) {
    const chosen = choice.testsFor(mutant)
    if (chosen === null) judged.push({ ...mutant, status: 'NoCoverage' })
    else {
      const { by, lost, tried } = await ask(thread.worker, { id: mutant.id, ...chosen }, choice.limit_ms)
      if (lost) thread = await begin({ ...given, baseline: true })
      if (by >= 0) choice.remember(mutant, by)
      const status = lost ? 'Timeout' : by === undefined ? 'Survived' : 'Killed'
      judged.push({ ...mutant, status, by: choice.nameOf(by), tried, of: chosen.tests.length })
    }
    if (at % 100 === 99) console.error(`${at + 1} of ${mutants.length}`)
  }
  await thread.worker.terminate()
  return judged
}

function begin(workerData) {
  const worker = new Worker(new URL('worker.mjs', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 2500 },
  })
  return new Promise((done, failed) => {
    worker.once('message', (first) => {
      worker.off('error', failed)
      done({ worker, first })
    })
    worker.once('error', failed)
  })
}

/** The worker's answer; `lost` when there was none in time. */
function ask(worker, mutant, limit_ms) {
  return new Promise((done) => {
    const end = async (answer) => {
      clearTimeout(timer)
      worker.off('message', take).off('error', lost)
      if (answer.lost) await worker.terminate()
      done(answer)
    }
    const lost = () => void end({ lost: true })
    const take = (message) => {
      if (message.judged) return void end(message)
      clearTimeout(timer)
      timer = setTimeout(lost, limit_ms(message.begun))
    }
    let timer = setTimeout(lost, LOAD_MS)
    worker.on('message', take).on('error', lost)
    worker.postMessage(mutant)
  })
}
