import { render } from 'ink-testing-library'
import { expect, onTestFinished, test } from 'vitest'
import { App } from '../../cli/tui/app.tsx'
import { glyphsFor } from '../../cli/tui/theme.ts'
import { columnsIn } from '../../cli/tui/terminal/columns-in.ts'
import { createWizard, type Wizard } from '../../cli/tui/wizard/wizard.ts'
import type { ModelFacts } from '../../shared/index.ts'
import { selectedIndex } from '../../cli/tui/wizard/actions.ts'
import { matrixCell, matrixRows } from '../../cli/tui/wizard/matrix.ts'
import { modelRows, rowPlan } from '../../cli/tui/wizard/model-rows.ts'
import { planFor } from '../../cli/tui/wizard/plans.ts'
import { tuneView } from '../../cli/tui/wizard/tune-rows.ts'
import { press, seenWizard, until } from './helpers/drive.ts'
import { fakeFile, fakeServices } from './helpers/fake-services.ts'
import { model, SCENES, toTune } from './helpers/scenes.ts'

const SIZES = [
  [40, 12],
  [60, 20],
  [80, 24],
  [120, 40],
  [200, 60],
] as const

async function show(wizard: Wizard, columns: number, rows: number, env: Record<string, string> = { LANG: 'C.UTF-8' }) {
  const look = { glyphs: glyphsFor({ env, platform: 'linux' }), screenReader: false }
  const ink = render(<App wizard={wizard} look={look} />)
  for (const [name, value] of Object.entries({ columns, rows })) {
    Object.defineProperty(ink.stdout, name, { value, configurable: true })
  }
  // Ink tells of its stream's size once it is mounted, and listens from then on.
  await expect.poll(() => ink.stdout.listenerCount('resize')).toBeGreaterThan(0)
  ink.stdout.emit('resize')
  expect(wizard.view().state).toMatchObject({ columns, rows })
  return ink
}

test.each(SCENES)('$name: in every size no frame is taller or wider than the terminal', async ({ marker, go }) => {
  const services = fakeServices({ ...fakeFile('models/llama.gguf'), files: { 'runtime_config.json': 'old' } })
  for (const [columns, rows] of SIZES) {
    // oxlint-disable-next-line no-await-in-loop -- one wizard a size
    const wizard = await seenWizard(services, {}, { columns, rows })
    // oxlint-disable-next-line no-await-in-loop -- as above
    await go(wizard)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const ink = await show(wizard, columns, rows)
    const frame = ink.lastFrame() ?? ''
    const lines = frame.split('\n')
    expect(lines.length, `${columns} x ${rows}`).toBeLessThanOrEqual(rows)
    for (const line of lines)
      expect(Array.from(line).length, `${columns} x ${rows}: ${line}`).toBeLessThanOrEqual(columns)
    // Below 60 x 20 there is room for less than everything.
    if (columns >= 60) expect(frame, `${columns} x ${rows}`).toMatch(marker)
    expect(lines.at(-1)).toMatch(/quit|close/)
    expect(lines[0]).toContain('lp-tui')
    ink.unmount()
    wizard.act({ do: 'cancel' })
  }
})

const LISTS = SCENES.filter(({ name }) => !['help', 'path'].includes(name))

test.each(LISTS)('$name: the row that keys act on is on the smallest screen too, first and last', async ({ go }) => {
  const services = fakeServices({ ...fakeFile('models/llama.gguf'), files: { 'runtime_config.json': 'old' } })
  const wizard = await seenWizard(services, {}, { columns: 40, rows: 12 })
  await go(wizard)
  const ink = await show(wizard, 40, 12)
  for (const key of ['home', 'end']) {
    press(wizard, key)
    // oxlint-disable-next-line no-await-in-loop -- keys come one after the other
    await expect.poll(() => pointed(ink.lastFrame()), { message: key }).not.toBe('')
  }
  ink.unmount()
})

test('the smallest screen shows what decides: whether a model fits, and the speed of each use', async () => {
  const wizard = await seenWizard(fakeServices(), {}, { columns: 40, rows: 12 })
  press(wizard, 'enter', '"qwen3 30b"')
  await until(wizard, (view) => rowPlan(view, modelRows(view)[0]!).state === 'ready')
  const ink = await show(wizard, 40, 12)
  expect(ink.lastFrame()).toMatch(/Qwen3 30B.*\u2713 fits/)
  wizard.act({ type: 'model-chosen', model })
  await until(wizard, (view) => planFor(view, model, 'general').state === 'ready')
  await expect.poll(() => ink.lastFrame()).toMatch(/General +[\d.]+ GiB +[\d.]+ tok\/s/)
  ink.unmount()
})

test('an embedding model shows no decode speed, and says why', async () => {
  const wizard = await seenWizard(fakeServices(), {}, { columns: 100, rows: 30 })
  press(wizard, 'enter', '"bge"')
  await until(wizard, (view) => rowPlan(view, modelRows(view)[0]!).state === 'ready')
  const ink = await show(wizard, 100, 30)
  expect(ink.lastFrame()).toMatch(/BGE.*fits *$/im)
  expect(ink.lastFrame()).toContain('bge-large-en-v1.5, an embedding model: it decodes nothing')
  const bge = { kind: 'catalog', id: 'bge-large-en-v1.5' } as const
  wizard.act({ type: 'model-chosen', model: bge })
  await until(wizard, (view) => planFor(view, bge, 'general').state === 'ready')
  await expect.poll(() => ink.lastFrame()).toMatch(/General +.*GiB +embedding/)
  wizard.act({ type: 'use-case-chosen', use_case: 'general' })
  await until(wizard, (view) => tuneView(view).state === 'ready')
  await expect.poll(() => ink.lastFrame()).toMatch(/answers.*none/)
  expect(ink.lastFrame()).toMatch(/prompts.*tok\/s/)
  ink.unmount()
})

test.each(SCENES)('$name: fonts without signs get plain ones', async ({ go }) => {
  const services = fakeServices({ ...fakeFile('models/llama.gguf'), files: { 'runtime_config.json': 'old' } })
  const wizard = await seenWizard(services)
  await go(wizard)
  const ink = await show(wizard, 80, 24, { TERM: 'linux' })
  // Ink's own sign for cut text is replaced when the frame is drawn.
  expect(ink.lastFrame()).toMatch(/^[\n\u0020-\u007E\u2026]*$/)
  ink.unmount()
})

test('a state is a word as well as a colour', async () => {
  const wizard = await seenWizard(fakeServices())
  press(wizard, 'enter', '"deepseek-v3"')
  await until(wizard, (view) => rowPlan(view, modelRows(view)[0]!).state === 'failed')
  const ink = await show(wizard, 100, 30)
  expect(ink.lastFrame()).toMatch(/DeepSeek-V3.*\u2717 no/)
  expect(ink.lastFrame()).toContain('does not fit on NVIDIA GeForce RTX 4090')
  ink.unmount()
})

test('the pointer stands on the row that a key acts on, also after the filter or a pick changed the rows', async () => {
  const wizard = await seenWizard(fakeServices())
  await toTune(wizard)
  press(wizard, 'enter')
  const ink = await show(wizard, 100, 30)
  const steps = ['"m3 16"', 'enter', '"t4"', 'ctrl-u', '"tesla"', 'enter', '"m3"', 'down', 'enter', 'space', 'up']
  for (const step of steps) {
    press(wizard, step)
    const view = wizard.view()
    const name = matrixRows(view)[selectedIndex(view)]?.display_name
    // oxlint-disable-next-line no-await-in-loop -- keys come one after the other
    await expect.poll(() => pointed(ink.lastFrame()), { message: step }).toContain(` ${name} `)
  }
  ink.unmount()
})

/** The row with the pointer. */
function pointed(frame = ''): string {
  return frame.split('\n').find((line) => line.includes('\u276f')) ?? ''
}

test('the footer offers what a key does: nothing is picked of an empty list', async () => {
  const wizard = await seenWizard(fakeServices())
  await toTune(wizard)
  press(wizard, 'enter')
  const ink = await show(wizard, 100, 30)
  const footer = () => ink.lastFrame()?.split('\n').at(-1)
  expect(ink.lastFrame()).toContain('Space picks a target, Enter goes on')
  expect(footer()).toMatch(/Space pick +(?:Ctrl\+A pick all +)?Enter go on/)
  press(wizard, '"zzzz"')
  await expect.poll(() => ink.lastFrame()).toContain('No profile has these words.')
  expect(footer()).not.toMatch(/pick|go on/)
  press(wizard, 'enter')
  expect(wizard.view().state).toMatchObject({ place: 'targets', matrix: [] })
  ink.unmount()
})

test('with 100 columns no reason and no source is cut', async () => {
  const wizard = await seenWizard(fakeServices())
  await toTune(wizard)
  const ink = await show(wizard, 100, 30)
  await expect.poll(() => ink.lastFrame()).toContain('more speeds prompts up, and costs compute memory')
  expect(ink.lastFrame()).toMatch(/answers .* scaled by \d+ measured models on this device/)
  expect(ink.lastFrame()).not.toMatch(/[~\u2026]/)
  ink.unmount()
})

test('the smallest screen keeps what decides: memory of the machine, of a target, and the key that leads on', async () => {
  const wizard = await seenWizard(fakeServices(), {}, { columns: 40, rows: 12 })
  const ink = await show(wizard, 40, 12)
  expect(ink.lastFrame()).toMatch(/^ {3}ram .*GiB usable$/m)
  expect(ink.lastFrame()).toMatch(/^ {3}gpu .*GiB usable/m)
  await toTune(wizard)
  await expect.poll(() => ink.lastFrame()).toMatch(/^ CUDA0 .+ 18\.0\/22\.3 GiB \u2713$/m)
  expect(ink.lastFrame()).toMatch(/answers \d+ tok\/s {3}prompts \d+ tok\/s$/m)
  expect(ink.lastFrame()?.split('\n').at(-1)).toContain('Enter go on')
  press(wizard, 'enter', '"tesla t4"', 'enter')
  await until(wizard, (view) => matrixCell(view, 'nvidia_tesla_t4').state === 'ready')
  await expect.poll(() => ink.lastFrame()).toMatch(/Tesla T4 .*\u2717 no +18\.0\/14\.1$/m)
  expect(ink.lastFrame()).toMatch(/M1 \(8 GB\) .* 8 GB$/m)
  expect(ink.lastFrame()?.split('\n').at(-1)).toContain('Enter go on')
  ink.unmount()
})

test('the machine that is still looked at can be planned for: the first row stays what it is', async () => {
  const services = { ...fakeServices(), detect: () => new Promise<never>(() => {}) }
  const wizard = createWizard(services, {}, { columns: 80, rows: 24 })
  onTestFinished(() => wizard.act({ do: 'cancel' }))
  const ink = await show(wizard, 80, 24)
  expect(pointed(ink.lastFrame())).toContain('Plan for this machine')
  press(wizard, 'enter')
  await expect.poll(() => ink.lastFrame()).toContain('type to filter')
  wizard.act({ type: 'model-chosen', model })
  wizard.act({ type: 'use-case-chosen', use_case: 'general' })
  await expect.poll(() => ink.lastFrame()).toContain('planning')
  ink.unmount()
})

test('the help scrolls as far as there is something to see, and says so', async () => {
  const wizard = await seenWizard(fakeServices(), {}, { columns: 80, rows: 24 })
  await toTune(wizard)
  press(wizard, '?')
  const ink = await show(wizard, 80, 14)
  const footer = () => ink.lastFrame()?.split('\n').at(-1)
  expect(footer()).toContain('scroll')
  press(wizard, ...Array.from({ length: 60 }, () => 'down'))
  await expect.poll(() => ink.lastFrame()).toContain('leave the wizard')
  expect(ink.lastFrame()?.split('\n').at(-3)).toContain('leave the wizard')
  press(wizard, 'up')
  await expect.poll(() => ink.lastFrame()).not.toContain('leave the wizard')
  press(wizard, 'end', 'home')
  await expect.poll(() => ink.lastFrame()).toContain('precision: Q4_K_M')
  press(wizard, '?', 'enter', 'tab', '?')
  Object.defineProperty(ink.stdout, 'rows', { value: 60, configurable: true })
  ink.stdout.emit('resize')
  await expect.poll(footer).toMatch(/^ Esc close$/)
  ink.unmount()
})

test('wide names of files keep the columns below each other', async () => {
  const name = '\u6A21\u578B-\u5343\u95EE\u4E09\u516B\u4EBF\u53C2\u6570-\u91CF\u5316\u7248-Q4_K_M.gguf'
  const files = [fakeFile(`models/${name}`), fakeFile('models/plain.gguf')]
  const services = fakeServices({
    models: files.flatMap(({ models }) => models),
    facts: Object.assign({}, ...files.map(({ facts }) => facts)) as Record<string, ModelFacts>,
  })
  const wizard = await seenWizard(services)
  press(wizard, 'enter')
  const ink = await show(wizard, 80, 24)
  await expect.poll(() => ink.lastFrame()?.match(/\.gguf? .*fits|~ .*fits/g)?.length).toBe(2)
  const rows = (ink.lastFrame() ?? '').split('\n').filter((line) => line.includes('Q4_K_M '))
  const places = rows.slice(0, 2).map((line) => columnsIn(line.slice(0, line.indexOf('Q4_K_M '))))
  expect(places[0]).toBe(places[1])
  ink.unmount()
})

test('what is wrong with a file is not hidden behind its path', async () => {
  const path = `models/${'deep/'.repeat(20)}broken.gguf`
  const { models } = fakeFile(path)
  const wizard = await seenWizard(fakeServices({ models }))
  press(wizard, 'enter')
  const ink = await show(wizard, 80, 24)
  await expect.poll(() => ink.lastFrame()).toContain('This file does not exist')
  ink.unmount()
})

test('the badge says when the plan is for another machine', async () => {
  const wizard = await seenWizard(fakeServices())
  const ink = await show(wizard, 80, 24)
  expect(ink.lastFrame()?.split('\n')[0]).not.toContain('SIM')
  press(wizard, 'down', 'enter', '"3060"', 'enter')
  await expect.poll(() => ink.lastFrame()?.split('\n')[0]).toContain('SIM')
  ink.unmount()
})
