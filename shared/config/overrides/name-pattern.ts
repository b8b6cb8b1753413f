import { UserError } from '../../errors.ts'
import { parsePattern, type PatternNode } from './pattern-syntax.ts'

/** A regular expression over tensor names, as `--override-tensor` takes it: found anywhere in the name. */
export type NamePattern = { readonly text: string; found(name: string): boolean }

/** A state of the machine: what the next character must be, or where else to look at once. */
type State = {
  readonly test?: (char: string) => boolean
  readonly edge?: 'start' | 'end'
  readonly next: State[]
}

/** Far more than the patterns in use need; a count of counts would need millions. */
const MOST_STATES = 5000

/**
 * Compiles the pattern. The matcher follows all ways at once, so no pattern takes longer than its length times the
 * name's: patterns come from files and requests.
 * @throws UserError for what is no such expression, or too large
 */
export function namePattern(text: string): NamePattern {
  const end: State = { next: [] }
  const counter = { left: MOST_STATES }
  const first = compile(parsePattern(text), end, () => {
    if (--counter.left < 0) {
      throw new UserError('input', `the pattern ${text} is too large`, 'Use smaller counts in { }.')
    }
  })
  return { text, found: (name) => runs(first, end, name) }
}

function compile(node: PatternNode, next: State, count: () => void): State {
  count()
  switch (node.kind) {
    case 'char':
      return { test: node.test, next: [next] }
    case 'edge':
      return { edge: node.at, next: [next] }
    case 'sequence':
      return node.parts.reduceRight((after, part) => compile(part, after, count), next)
    case 'choice':
      return { next: node.parts.map((part) => compile(part, next, count)) }
    case 'repeat': {
      let after = next
      if (node.most === Infinity) {
        const loop: State = { next: [] }
        loop.next.push(compile(node.part, loop, count), next)
        after = loop
      } else {
        for (let i = node.least; i < node.most; i++) after = { next: [compile(node.part, after, count), next] }
      }
      for (let i = 0; i < node.least; i++) after = compile(node.part, after, count)
      return after
    }
  }
}

function runs(first: State, end: State, name: string): boolean {
  let now = new Set<State>()
  for (let at = 0; at <= name.length; at++) {
    // The search may begin at every character.
    const reached = closure([...now, first], at, name.length)
    if (reached.has(end)) return true
    now = new Set()
    const char = name.charAt(at)
    for (const { test, next } of reached)
      if (char !== '' && test?.(char) === true) for (const state of next) now.add(state)
  }
  return false
}

/** All states that are reached without reading a character. */
function closure(from: readonly State[], at: number, length: number): Set<State> {
  const reached = new Set<State>()
  const open = [...from]
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (reached.has(state)) continue
    reached.add(state)
    const passes = state.edge === undefined || (state.edge === 'start' ? at === 0 : at === length)
    if (state.test === undefined && passes) open.push(...state.next)
  }
  return reached
}
