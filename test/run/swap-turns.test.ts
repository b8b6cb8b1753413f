import { describe, expect, test } from 'vitest'
import { type Exchanged, type SwapTurns, swapTurns } from '../../shared/run/swap-turns.ts'

/** Turns whose exchanges end when the test says so. */
function turnsByHand() {
  const said: string[] = []
  const ends: ((exchanged: Exchanged) => void)[] = []
  const wanted: string[] = []
  const turns = swapTurns((from, to) => {
    said.push(`${from ?? 'nothing'} -> ${to}`)
    wanted.push(to)
    return new Promise((resolve) => ends.push(resolve))
  })
  const enter = (name: string, as = name) => {
    const { ready, cancel } = turns.enter(name)
    void ready.then((trouble) => said.push(trouble === null ? `${as} goes` : `${as}: ${trouble}`))
    return { cancel }
  }
  const finish = async (trouble: string | null = null, holder: string | null = null) => {
    const to = wanted.shift() ?? null
    ends.shift()?.({ trouble, holder: trouble === null ? to : holder })
    await settled()
  }
  return { said, turns, enter, finish }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

async function leave(turns: SwapTurns): Promise<void> {
  turns.leave()
  await settled()
}

describe('turns of models that swap', () => {
  test('requests to the loaded model go at once; one to another waits until they are answered', async () => {
    const { said, turns, enter, finish } = turnsByHand()
    enter('a', 'a1')
    await finish()
    enter('a', 'a2')
    enter('b')
    await settled()
    expect(said).toEqual(['nothing -> a', 'a1 goes', 'a2 goes'])
    await leave(turns)
    expect(turns.waiting()).toBe(1)
    await leave(turns)
    expect(said.at(-1)).toBe('a -> b')
    await finish()
    expect(said.at(-1)).toBe('b goes')
    expect(turns.waiting()).toBe(0)
  })

  test('who comes while another model is waited for waits behind; all that wait for one go together', async () => {
    const { said, turns, enter, finish } = turnsByHand()
    enter('a', 'a1')
    await finish()
    for (const [name, as] of [
      ['b', 'b1'],
      ['a', 'a2'],
      ['b', 'b2'],
    ] as const)
      enter(name, as)
    await leave(turns)
    await finish()
    expect(said).toEqual(['nothing -> a', 'a1 goes', 'a -> b', 'b1 goes', 'b2 goes'])
    await leave(turns)
    await leave(turns)
    await finish()
    expect(said.slice(5)).toEqual(['b -> a', 'a2 goes'])
  })

  test('a model that cannot be loaded is told to all that wait for it; the others are served', async () => {
    const { said, enter, finish } = turnsByHand()
    enter('a', 'a1')
    enter('a', 'a2')
    enter('b')
    await finish('no memory')
    expect(said.toSorted()).toEqual(['a1: no memory', 'a2: no memory', 'nothing -> a', 'nothing -> b'])
    await finish()
    expect(said.at(-1)).toBe('b goes')
  })

  test('who gives up is not waited for', async () => {
    const { said, turns, enter, finish } = turnsByHand()
    enter('a', 'a1')
    await finish()
    const { cancel } = enter('b')
    enter('a', 'a2')
    cancel()
    await settled()
    expect(said).toEqual(['nothing -> a', 'a1 goes', 'a2 goes'])
    expect(turns.waiting()).toBe(0)
  })

  test('after a new start nothing is loaded', async () => {
    const { said, turns, enter, finish } = turnsByHand()
    enter('a', 'a1')
    await finish()
    await leave(turns)
    turns.reset()
    enter('a', 'a2')
    await settled()
    expect(said.at(-1)).toBe('nothing -> a')
  })

  test('a model that did not leave has to leave before the next try, too', async () => {
    const { said, turns, enter, finish } = turnsByHand()
    enter('a')
    await finish()
    await leave(turns)
    enter('b', 'b1')
    await finish('a does not make room', 'a')
    enter('b', 'b2')
    await settled()
    expect(said.slice(2)).toEqual(['a -> b', 'b1: a does not make room', 'a -> b'])
    await finish()
    expect(said.at(-1)).toBe('b2 goes')
  })

  test('a model that did not leave serves again only once it is known to be loaded', async () => {
    const { said, turns, enter, finish } = turnsByHand()
    enter('a', 'a1')
    await finish()
    await leave(turns)
    enter('b')
    await finish('a does not make room', 'a')
    enter('a', 'a2')
    await settled()
    expect(said.at(-1)).toBe('a -> a')
    await finish()
    expect(said.at(-1)).toBe('a2 goes')
  })

  test('what an exchange came to in an engine that ended is forgotten', async () => {
    const { said, turns, enter, finish } = turnsByHand()
    enter('a', 'a1')
    turns.reset()
    await finish()
    expect(said).toEqual(['nothing -> a', 'nothing -> a'])
    turns.reset()
    await finish('a could not be loaded', 'a')
    enter('b')
    await settled()
    expect(said.slice(2)).toEqual(['a1: a could not be loaded', 'nothing -> b'])
  })

  test('an exchange that throws is a reason like another, and frees nothing', async () => {
    const froms: (string | null)[] = []
    const turns = swapTurns((from) => {
      froms.push(from)
      return Promise.reject(new Error('it broke'))
    })
    expect(await turns.enter('a').ready).toBe('Error: it broke')
    await turns.enter('b').ready
    expect(froms).toEqual([null, 'a'])
  })
})
