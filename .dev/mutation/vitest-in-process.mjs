// The part of vitest that pure tests use, so that one process can run a test a thousand times: what a file declares is
// kept in `tests`, with vitest's own `expect` and `vi.spyOn`.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  getState,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect'
import { fn, spyOn } from '@vitest/spy'

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect, {
  getState: () => getState(expect),
  setState: (state) => setState(state, expect),
})
globalThis[GLOBAL_EXPECT] = expect
setState({ assertionCalls: 0, isExpectingAssertions: false, testPath: '', currentTestName: '' }, expect)
const asymmetric = globalThis[ASYMMETRIC_MATCHERS_OBJECT]
for (const name of Object.getOwnPropertyNames(asymmetric)) expect[name] ??= asymmetric[name]

/** Every declared test: its name, and what runs it. */
export const tests = []
let outer = []

export function describe(name, body) {
  const before = outer
  outer = [...outer, name]
  body()
  outer = before
}

export function test(name, ...rest) {
  tests.push({ name: [...outer, name].join(' > '), run: rest.find((one) => typeof one === 'function') })
}
export const it = (...declared) => test(...declared)

const eachOf = (declare) => (table) => (name, body) =>
  table.forEach((row, at) => declare(`${name} (${at + 1})`, () => body(...(Array.isArray(row) ? row : [row]))))
describe.each = eachOf(describe)
test.each = eachOf(test)
it.each = test.each

export const vi = { fn, spyOn }
