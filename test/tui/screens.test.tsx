import { PassThrough } from 'node:stream'
import { render as renderInk } from 'ink'
import { render } from 'ink-testing-library'
import { expect, test } from 'vitest'
import { App } from '../../cli/tui/app.tsx'
import { glyphsFor, SPOKEN } from '../../cli/tui/theme.ts'
import type { Wizard } from '../../cli/tui/wizard/wizard.ts'
import { selectedIndex } from '../../cli/tui/wizard/actions.ts'
import { matrixCell, matrixRows, matrixSummary } from '../../cli/tui/wizard/matrix.ts'
import { modelRows, rowPlan } from '../../cli/tui/wizard/model-rows.ts'
import { planFor } from '../../cli/tui/wizard/plans.ts'
import { tuneView } from '../../cli/tui/wizard/tune-rows.ts'
import { press, seenWizard, until } from './helpers/drive.ts'
import { fakeFile, fakeServices } from './helpers/fake-services.ts'

const SIZES = [
  [40, 12],
  [60, 20],
  [80, 24],
  [120, 40],
  [200, 60],
] as const

type Scene = { readonly name: string; readonly marker: RegExp; readonly go: (wizard: Wizard) => Promise<unknown> }

const model = { kind: 'catalog', id: 'qwen3-30b-a3b' } as const

async function toTune(wizard: Wizard) {
  press(wizard, 'enter')
  wizard.act({ type: 'model-chosen', model })
  wizard.act({ type: 'use-case-chosen', use_case: 'general' })
  return until(wizard, (view) => tuneView(view).state === 'ready')
}

const SCENES: readonly Scene[] = [
  { name: 'machine', marker: /Plan for this machine/, go: async () => {} },
  {
    name: 'other machines',
    marker: /Machine {2}rtx 40/,
    go: async (wizard) => press(wizard, 'down', 'enter', '"rtx 40"'),
  },
  { name: 'numbers', marker: /memory of the GPU/, go: async (wizard) => press(wizard, 'end', 'enter', 'right') },
  {
    name: 'models',
    marker: /llama\.gguf|fits/,
    go: async (wizard) => {
      press(wizard, 'enter')
      await until(wizard, (view) => rowPlan(view, modelRows(view)[0]!).state === 'ready')
    },
  },
  {
    name: 'use cases',
    marker: /What matters with Qwen3 30B/,
    go: async (wizard) => {
      press(wizard, 'enter')
      wizard.act({ type: 'model-chosen', model })
      await until(wizard, (view) => planFor(view, model, 'quality').state === 'ready')
    },
  },
  { name: 'tune', marker: /experts on CPU|precision/, go: toTune },
  {
    name: 'tune with a finding',
    marker: /LP10/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'down', ...Array.from({ length: 14 }, () => 'right'))
    },
  },
  {
    name: 'help',
    marker: /leave the wizard|move in the list/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, '?')
    },
  },
  {
    name: 'targets',
    marker: /runs on \d of 1 picked/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'enter', '"tesla t4"', 'enter')
      await until(wizard, (view) => matrixCell(view, 'nvidia_tesla_t4').state === 'ready')
    },
  },
  {
    name: 'finish',
    marker: /Save the config/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'enter', 'enter')
    },
  },
  {
    name: 'finish, beside other targets',
    marker: /fits, no findings[^]*runs on 0 of 1 picked/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'enter', '"apple m1 8"', 'enter', 'enter')
      await until(wizard, (view) => matrixSummary(view)?.answer === 'no')
    },
  },
  {
    name: 'path',
    marker: /File {2}runtime_config\.json/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'enter', 'enter', 'enter')
    },
  },
  {
    name: 'formats',
    marker: /llama-cpp-python/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'enter', 'enter', 'down', 'enter')
    },
  },
  {
    name: 'overwrite',
    marker: /runtime_config\.json exists already/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'enter', 'enter', 'enter', 'enter')
      await until(wizard, ({ state }) => state.place === 'finish/overwrite')
    },
  },
]

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

test('a screen reader hears a list with its selected row, and no drawings', async () => {
  const wizard = await seenWizard(fakeServices())
  await toTune(wizard)
  press(wizard, 'down', 'right')
  const stdout = Object.assign(new PassThrough(), { columns: 80, rows: 24 })
  let heard = ''
  stdout.on('data', (chunk: Buffer) => (heard += chunk.toString()))
  const ink = renderInk(<App wizard={wizard} look={{ glyphs: SPOKEN, screenReader: true }} />, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: Object.assign(new PassThrough(), {
      isTTY: true,
      setRawMode: () => {},
      ref: () => {},
      unref: () => {},
    }) as unknown as NodeJS.ReadStream,
    isScreenReaderEnabled: true,
    patchConsole: false,
    exitOnCtrlC: false,
  })
  await expect.poll(() => heard).toContain('listbox:')
  expect(heard).toMatch(/option: \(selected\) context \d+k tokens set by hand/)
  expect(heard).toMatch(/RTX 4090\): [\d.]+ of [\d.]+ GiB, fits/)
  expect(heard).toContain('Tune 4 of 6')
  expect(heard).not.toMatch(/[\u2500-\u25ff\u276f\u203a]/)
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
