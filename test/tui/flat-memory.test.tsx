import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { render } from 'ink-testing-library'
import { expect, test, vi } from 'vitest'
import { App } from '../../cli/tui/app.tsx'
import { glyphsFor } from '../../cli/tui/theme.ts'
import { modelRows, rowPlan } from '../../cli/tui/wizard/model-rows.ts'
import { planFor } from '../../cli/tui/wizard/plans.ts'
import { tuneView } from '../../cli/tui/wizard/tune-rows.ts'
import type { Wizard } from '../../cli/tui/wizard/wizard.ts'
import { press, seenWizard, until } from './helpers/drive.ts'
import { fakeServices } from './helpers/fake-services.ts'

vi.setConfig({ testTimeout: 120_000 })

const MODEL = { kind: 'catalog', id: 'llama-3.2-1b' } as const

/** Keys of one way through the screens and back to the first; what is typed is new each time. */
async function round(wizard: Wizard, n: number): Promise<number> {
  let count = 0
  const keys = (...pressed: readonly string[]) => {
    press(wizard, ...pressed)
    count += pressed.length
  }
  keys('down', 'enter', `"rtx ${n}"`, 'escape', 'down', 'up', 'escape', 'home')
  keys('?', 'down', 'escape', 'enter', `"llama ${n}"`, 'escape', '"llama-3.2-1b"')
  await until(wizard, (view) => rowPlan(view, modelRows(view)[0]!).state === 'ready')
  keys('enter', 'down', 'up')
  await until(wizard, (view) => planFor(view, MODEL, 'general').state === 'ready')
  keys('enter')
  await until(wizard, (view) => tuneView(view).state === 'ready')
  // A context that was never asked for before.
  keys('down', ...String(2048 + n), 'enter', 'left', 'right', 'r', 'home', 'enter', `"t${n}"`, 'escape')
  keys('escape', 'escape', 'escape', 'escape', 'escape')
  return count
}

/** Bytes of the heap that something still holds. */
function held(): number {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  gc()
  gc()
  return process.memoryUsage().heapUsed
}

test('two thousand keys leave nothing behind: no history, no text, no result, no listener', async () => {
  const wizard = await seenWizard(fakeServices(), {}, { columns: 100, rows: 30 })
  let listeners = 0
  const watched: Wizard = {
    ...wizard,
    subscribe(listener) {
      listeners++
      const stop = wizard.subscribe(listener)
      return () => {
        listeners--
        stop()
      }
    },
  }
  const rounds = async (from: number, to: number) => {
    let count = 0
    // oxlint-disable-next-line no-await-in-loop -- one round after the other
    for (let n = from; n < to; n++) count += await round(watched, n)
    return count
  }
  // Caches fill and code is compiled.
  await rounds(0, 100)
  const [state, heap] = [JSON.stringify(wizard.view().state).length, held()]
  const count = await rounds(100, 200)
  expect(count).toBeGreaterThan(2000)
  expect(wizard.view().state.history).toEqual([])
  expect(JSON.stringify(wizard.view().state).length).toBe(state)
  expect(listeners).toBe(0)
  // The engine's own tables still grow by some 100; a result of a selector kept for each key would be 1,000 and more.
  expect((held() - heap) / count).toBeLessThan(300)
})

test('a screen takes its listeners back', async () => {
  const wizard = await seenWizard(fakeServices(), {}, { columns: 100, rows: 30 })
  const counts = () => process.eventNames().map((name) => [name, process.listenerCount(name)])
  const before = counts()
  const subscribed = vi.spyOn(wizard, 'subscribe')
  const look = { glyphs: glyphsFor({ env: { LANG: 'C.UTF-8' }, platform: 'linux' }), screenReader: false }
  const ink = render(<App wizard={wizard} look={look} />)
  await expect.poll(() => ink.lastFrame()).toContain('Plan for this machine')
  const keys = () => ink.stdin.eventNames().map((name) => [name, ink.stdin.listenerCount(name)])
  const on = keys()
  for (let n = 0; n < 300; n++) ink.stdin.write('?')
  expect(keys()).toEqual(on)
  // One for the whole of it: each frame that asked again would stay behind.
  expect(subscribed).toHaveBeenCalledTimes(1)
  ink.unmount()
  expect(counts()).toEqual(before)
})
