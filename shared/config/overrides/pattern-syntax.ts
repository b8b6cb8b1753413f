import { UserError } from '../../errors.ts'

/** A parsed pattern. */
export type PatternNode =
  | { readonly kind: 'char'; readonly test: (char: string) => boolean }
  | { readonly kind: 'edge'; readonly at: 'start' | 'end' }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly least: number; readonly most: number }

const MOST_CHARS = 1000
const MOST_DEPTH = 50

const SETS: Readonly<Record<string, RegExp>> = {
  d: /[0-9]/,
  D: /[^0-9]/,
  w: /[A-Za-z0-9_]/,
  W: /[^A-Za-z0-9_]/,
  s: /\s/,
  S: /\S/,
}

/**
 * The regular expressions of std::regex (ECMAScript), without what looks around or back: no tensor pattern needs it.
 * @throws UserError that says what is wrong
 */
export function parsePattern(text: string): PatternNode {
  if (text === '' || text.length > MOST_CHARS)
    throw wrong(text.slice(0, 20), `1 to ${MOST_CHARS} characters are allowed`)
  return new Parser(text).whole()
}

function wrong(text: string, why: string): UserError {
  return new UserError(
    'input',
    `${text} is no pattern for tensor names: ${why}`,
    'An example: blk\\.[0-3]\\.ffn_.*_exps',
  )
}

class Parser {
  private at = 0
  private depth = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  whole(): PatternNode {
    const node = this.choice()
    if (this.at < this.text.length) throw this.fail('a ) without its (')
    return node
  }

  private fail(why: string): UserError {
    return wrong(this.text, why)
  }

  private takes(char: string): boolean {
    if (this.text[this.at] !== char) return false
    this.at++
    return true
  }

  private choice(): PatternNode {
    if (++this.depth > MOST_DEPTH) throw this.fail('too many groups in groups')
    const parts = [this.sequence()]
    while (this.takes('|')) parts.push(this.sequence())
    this.depth--
    return { kind: 'choice', parts }
  }

  private sequence(): PatternNode {
    const parts: PatternNode[] = []
    while (this.at < this.text.length && !/[|)]/.test(this.text.charAt(this.at))) parts.push(this.repeated())
    return { kind: 'sequence', parts }
  }

  private repeated(): PatternNode {
    const part = this.atom()
    const counts = this.counts()
    if (counts === null) return part
    if (part.kind === 'edge') throw this.fail('an edge cannot repeat')
    // Whether it takes much or little first does not matter to whether it is found.
    this.takes('?')
    return { kind: 'repeat', part, ...counts }
  }

  private counts(): { least: number; most: number } | null {
    if (this.takes('*')) return { least: 0, most: Infinity }
    if (this.takes('+')) return { least: 1, most: Infinity }
    if (this.takes('?')) return { least: 0, most: 1 }
    if (!this.takes('{')) return null
    const found = /^(\d{1,4})(,(\d{0,4}))?\}/.exec(this.text.slice(this.at))
    if (found === null) throw this.fail('a { must hold counts, as in {1,2}')
    this.at += found[0].length
    const least = Number(found[1])
    const most = found[2] === undefined ? least : found[3] === '' ? Infinity : Number(found[3])
    if (most < least) throw this.fail('the second count is less than the first')
    return { least, most }
  }

  private atom(): PatternNode {
    const char = this.text.charAt(this.at++)
    if (char === '^') return { kind: 'edge', at: 'start' }
    if (char === '$') return { kind: 'edge', at: 'end' }
    if (char === '.') return { kind: 'char', test: () => true }
    if (char === '[') return { kind: 'char', test: this.set() }
    if (char === '\\') return { kind: 'char', test: testOf(this.escaped()) }
    if (/[*+?{]/.test(char)) throw this.fail(`nothing stands before ${char}`)
    if (char !== '(') return { kind: 'char', test: testOf(char) }
    if (this.takes('?') && !this.takes(':')) throw this.fail('(? is only allowed as (?:')
    const node = this.choice()
    if (!this.takes(')')) throw this.fail('a ( without its )')
    return node
  }

  /** What a backslash stands before: one of the sets, or a sign that means itself. */
  private escaped(): string | RegExp {
    const char = this.text.charAt(this.at++)
    const set = SETS[char]
    if (set !== undefined) return set
    if (char === '' || /[A-Za-z0-9]/.test(char)) throw this.fail(`\\${char} is not known`)
    return char
  }

  private set(): (char: string) => boolean {
    const none = this.takes('^')
    const tests: ((char: string) => boolean)[] = []
    while (!this.takes(']')) {
      const from = this.member()
      const next = this.text.charAt(this.at + 1)
      if (typeof from !== 'string' || this.text[this.at] !== '-' || next === ']' || next === '') {
        tests.push(testOf(from))
        continue
      }
      this.at++
      const to = this.member()
      if (typeof to !== 'string' || to < from) throw this.fail('a range in [ ] runs backwards')
      tests.push((char) => char >= from && char <= to)
    }
    return (char) => tests.some((test) => test(char)) !== none
  }

  private member(): string | RegExp {
    if (this.at >= this.text.length) throw this.fail('a [ without its ]')
    if (this.text.startsWith('[:', this.at)) throw this.fail('classes such as [:digit:] are not read')
    return this.takes('\\') ? this.escaped() : this.text.charAt(this.at++)
  }
}

function testOf(what: string | RegExp): (char: string) => boolean {
  return typeof what === 'string' ? (char) => char === what : (char) => what.test(char)
}
