// The part of vitest that pure tests use, so that one process can run a test a thousand times: `collect` gives what files
// declare, with vitest's own `expect` and `vi.spyOn`.
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

/** The block that is being declared, with its hooks; `within` is the block around it. */
let block
let declared = []
let running

/** What `load` declares: each test's name, its outer names, and what runs it with its hooks. */
export function collect(file, load) {
  declared = []
  inBlock(file, load)
  return declared
}

function inBlock(name, body) {
  const outer = block
  block = { name, within: outer, beforeAll: [], beforeEach: [], afterEach: [], begun: false }
  body()
  block = outer
}

const bodyOf = (rest) => rest.find((one) => typeof one === 'function')

export function describe(name, ...rest) {
  inBlock(name, bodyOf(rest))
}

export function test(name, ...rest) {
  const blocks = []
  for (let at = block; at !== undefined; at = at.within) blocks.unshift(at)
  const group = blocks.map((one) => one.name).join(' > ')
  declared.push({ name: `${group} > ${name}`, group, run: () => run(blocks, bodyOf(rest)) })
}
export const it = (...given) => test(...given)

async function run(blocks, body) {
  running = []
  try {
    for (const one of blocks) {
      if (!one.begun) for (const hook of one.beforeAll) await hook()
      one.begun = true
    }
    for (const one of blocks) for (const hook of one.beforeEach) await hook()
    await body()
  } finally {
    const ends = [...running.toReversed(), ...blocks.toReversed().flatMap((one) => one.afterEach)]
    for (const hook of ends) await hook()
  }
}

export const beforeAll = (hook) => block.beforeAll.push(hook)
export const beforeEach = (hook) => block.beforeEach.push(hook)
export const afterEach = (hook) => block.afterEach.push(hook)
export const onTestFinished = (hook) => running.push(hook)
/** What a file made for all its tests goes with the process. */
export const afterAll = () => {}

const eachOf =
  (declare) =>
  (table) =>
  (name, ...rest) =>
    table.forEach((row, at) =>
      declare(`${name} (${at + 1})`, () => bodyOf(rest)(...(Array.isArray(row) ? row : [row]))),
    )
describe.each = eachOf(describe)
test.each = eachOf(test)
it.each = test.each

export const vi = { fn, spyOn }
