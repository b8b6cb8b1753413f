import { expect, test } from 'vitest'
import { lazyStore, type Job } from '../../cli/tui/wizard/lazy.ts'

/** Works out all of them, one after the other. */
function worked(store: ReturnType<typeof lazyStore>, jobs: readonly Job[]): Promise<void> {
  return new Promise((resolve) => {
    store.want([...jobs, { key: `end ${jobs.at(-1)?.key}`, run: async () => resolve() }])
  })
}

const jobs = (name: string, count: number, ran: string[]) =>
  Array.from({ length: count }, (_, n): Job => {
    const key = `${name} ${n}`
    return { key, run: async () => void ran.push(key) }
  })

test('old answers are forgotten, but none that is still wanted: it would be worked out again and again', async () => {
  const store = lazyStore(() => {})
  const ran: string[] = []
  const plan: Job = { key: 'plan', run: async () => (ran.push('plan'), 'the plan') }
  const first = jobs('first', 500, ran)
  await worked(store, [plan, ...first])
  const second = jobs('second', 500, ran)
  await worked(store, [plan, ...second])
  expect(store.get('plan')).toEqual({ state: 'ready', value: 'the plan' })
  expect(store.get('first 0')).toEqual({ state: 'pending' })
  expect(store.get('second 499').state).toBe('ready')
  expect(ran).toHaveLength(1001)
})
