/**
 * The model lacks a weight that its architecture's graph is described with: a variant that we do not know, or facts that
 * are no model's. Its graph cannot be replayed.
 */
export class MissingWeight extends Error {
  constructor(name: string) {
    super(`no weight ${name}`)
    this.name = 'MissingWeight'
  }
}
