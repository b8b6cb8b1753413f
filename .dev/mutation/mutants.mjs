// Stryker's mutants of source files: the code with all of them in it, each to be turned on by its number.
import { createInstrumenter } from '@stryker-mutator/instrumenter'
import { readFileSync } from 'node:fs'

/** `contents` by path, and the mutants in the order of their numbers. */
export async function mutantsOf(sources) {
  const silent = new Proxy({}, { get: (_, name) => (String(name).startsWith('is') ? () => false : () => {}) })
  const injector = {
    provideValue: () => injector,
    injectClass: (Class) => new Class(silent),
  }
  const files = sources.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }))
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false }
  const result = await createInstrumenter(injector).instrument(files, options)
  return {
    contents: new Map(result.files.map(({ name, content }) => [name, content])),
    mutants: result.mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
      id,
      fileName,
      location,
      mutatorName,
      replacement,
    })),
  }
}

/** The same share of mutants for the same seed (a linear congruential generator: Numerical Recipes' constants). */
export function sampled(mutants, share, seed) {
  let state = seed >>> 0
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  for (let i = 0; i < 8; i++) next()
  return mutants.filter(() => next() < share)
}
