import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { activeBindings } from '../../cli/tui/keys/action-for.ts'
import { BINDINGS } from '../../cli/tui/keys/bindings.ts'
import { selectedIndex, selectedTuneRow } from '../../cli/tui/wizard/actions.ts'
import { finishRows } from '../../cli/tui/wizard/finish-rows.ts'
import { lastWords } from '../../cli/tui/wizard/last-words.ts'
import { matrixCell } from '../../cli/tui/wizard/matrix.ts'
import { modelRows, rowPlan } from '../../cli/tui/wizard/model-rows.ts'
import { isSimulated, targetOf } from '../../cli/tui/wizard/target-of.ts'
import { tuneView, type TuneView } from '../../cli/tui/wizard/tune-rows.ts'
import type { View } from '../../cli/tui/wizard/view.ts'
import { createWizard, type Wizard } from '../../cli/tui/wizard/wizard.ts'
import { checkConfig, makePlan, targetFromSnapshot } from '../../shared/index.ts'
import { choiceFromCatalog, findCatalogEntry } from '../../shared/index.ts'
import { press, seenWizard, until } from './helpers/drive.ts'
import type { FoundFile } from '../../cli/tui/services.ts'
import { DESKTOP, fakeFile, fakeServices } from './helpers/fake-services.ts'

const GENERATOR = 'lp-tui 0.0.0-test'

function tuneOf(view: View): TuneView {
  const tune = tuneView(view)
  if (tune.state !== 'ready') throw new Error(`the plan is ${tune.state}`)
  return tune.value
}

const hasPlan = (view: View) => tuneView(view).state === 'ready'

/** At the tuning screen for Llama 3.1 8B on the desktop. */
async function tuning(services = fakeServices(), model = 'llama-3.1-8b'): Promise<Wizard> {
  const answers = { target: { kind: 'this' }, model: { kind: 'catalog', id: model }, use_case: 'general' } as const
  const wizard = await seenWizard(services, answers)
  await until(wizard, hasPlan)
  return wizard
}

function rowNamed(wizard: Wizard, id: string): void {
  press(wizard, 'home')
  for (let n = 0; n < 12 && selectedTuneRow(wizard.view())?.id !== id; n++) press(wizard, 'down')
  expect(selectedTuneRow(wizard.view())?.id).toBe(id)
}

test('from the start to a saved config, which is the one that generate writes', async () => {
  const services = fakeServices()
  const wizard = await seenWizard(services)
  press(wizard, 'enter', '"llama-3.1-8b"')
  await until(wizard, (view) => rowPlan(view, modelRows(view)[0]!).state === 'ready')
  press(wizard, 'enter', 'down', 'enter')
  expect(wizard.view().state).toMatchObject({ place: 'tune', answers: { use_case: 'long_context' } })
  await until(wizard, hasPlan)
  press(wizard, 'enter', 'enter', 'enter', 'enter')
  await until(wizard, ({ state }) => state.saved.length > 0)

  const text = services.files.get('runtime_config.json') ?? ''
  const target = targetFromSnapshot(DESKTOP)
  const model = choiceFromCatalog(findCatalogEntry('llama-3.1-8b'))
  const expected = makePlan({ target, model, intent: { use_case: 'long_context', generator: GENERATOR } }).config
  expect(text).toBe(`${JSON.stringify(expected, null, 2)}\n`)
  expect(checkConfig({ text, file: 'runtime_config.json', targets: [target] }).findings).toEqual([])

  press(wizard, 'q')
  const outcome = await wizard.ended
  expect(outcome.code).toBe(0)
  expect(lastWords(outcome, 'linux')).toEqual([
    'runtime_config.json written',
    '',
    'The same without the wizard:',
    '  lp-tui generate --hardware auto --model llama-3.1-8b --use-case long_context --output runtime_config.json',
  ])
})

test('Ctrl+C ends with 130 everywhere and leaves nothing behind', async () => {
  const services = fakeServices()
  const wizard = await seenWizard(services)
  press(wizard, 'enter', '"qwen"', 'ctrl-c')
  const outcome = await wizard.ended
  expect(outcome.code).toBe(130)
  expect(lastWords(outcome, 'linux')).toEqual([])
  expect(services.files.size).toBe(0)
})

test('q quits, but is a letter where a field has the keys', async () => {
  const wizard = await seenWizard(fakeServices())
  press(wizard, 'enter', 'q', 'j', 'k', '?')
  expect(wizard.view().state).toMatchObject({ place: 'model', text: { model: 'qjk?' }, help: null })
  press(wizard, 'escape', 'tab', 'q')
  expect((await wizard.ended).code).toBe(0)
})

test('pasted text loses its line break and control signs', async () => {
  const wizard = await seenWizard(fakeServices())
  press(wizard, 'enter', '" ~/models/a b.gguf\r\u001b"')
  expect(wizard.view().state.text.model).toBe('~/models/a b.gguf')
  press(wizard, 'ctrl-w')
  expect(wizard.view().state.text.model).toBe('~/models/a ')
  press(wizard, 'ctrl-u')
  expect(wizard.view().state.text.model).toBe('')
})

test('a typed path is read, with the home folder in place of ~', async () => {
  const services = fakeServices(fakeFile('/home/ada/models/a.gguf'))
  const wizard = await seenWizard(services)
  press(wizard, 'enter', '"~/models/a.gguf"', 'enter')
  await until(wizard, ({ state }) => state.place === 'use_case')
  expect(wizard.view().state.answers.model).toMatchObject({ kind: 'file', path: '/home/ada/models/a.gguf' })
})

test('a path that cannot be read is one sentence, and the field stays', async () => {
  const wizard = await seenWizard(fakeServices())
  press(wizard, 'enter', '"./no.gguf"', 'enter')
  await until(wizard, ({ state }) => state.notice !== null)
  expect(wizard.view().state).toMatchObject({
    place: 'model',
    busy: null,
    notice: { tone: 'error', text: './no.gguf does not exist' },
    text: { model: './no.gguf' },
  })
})

test('files come first, each with a verdict of its own', async () => {
  const wizard = await seenWizard(fakeServices(fakeFile('models/llama.gguf')))
  press(wizard, 'enter')
  const [row] = modelRows(wizard.view())
  expect(row).toMatchObject({ kind: 'file', file: { path: 'models/llama.gguf' } })
  await until(wizard, (view) => rowPlan(view, row!).state === 'ready')
})

test('a file that is no model is told so when it is looked at', async () => {
  const models = fakeFile('models/broken.gguf').models
  const wizard = await seenWizard(fakeServices({ models }))
  press(wizard, 'enter')
  const view = await until(wizard, (now) => rowPlan(now, modelRows(now)[0]!).state === 'failed')
  expect(rowPlan(view, modelRows(view)[0]!)).toMatchObject({ message: 'models/broken.gguf does not exist' })
})

test('only models on the screen are worked out', async () => {
  const services = fakeServices()
  const asked: string[] = []
  const plan: typeof services.plan = (request) => {
    asked.push(request.model.kind === 'catalog' ? request.model.id : request.model.path)
    return services.plan(request)
  }
  const wizard = await seenWizard({ ...services, plan }, {}, { columns: 60, rows: 12 })
  press(wizard, 'enter', '"qwen3-"')
  const rows = modelRows(wizard.view())
  await until(wizard, (view) => rowPlan(view, rows[3]!).state !== 'pending')
  expect(asked.length).toBeLessThan(14)
})

test('another target simulates, and its numbers can be changed', async () => {
  const wizard = await seenWizard(fakeServices())
  expect(isSimulated(wizard.view().state)).toBe(false)
  press(wizard, 'down', 'enter', '"3060 12"', 'enter')
  expect(targetOf(wizard.view().state)).toMatchObject({ id: 'nvidia_rtx_3060' })
  expect(isSimulated(wizard.view().state)).toBe(true)
  for (let n = 0; n < 6; n++) press(wizard, 'down')
  press(wizard, 'enter')
  expect(wizard.view().state.place).toBe('machine/numbers')
  press(wizard, 'home', 'right')
  const target = targetOf(wizard.view().state)
  expect(target?.id).toBe('nvidia_rtx_3060_simulated')
  expect(target?.devices[0]?.total_bytes).toBe(16 * 1024 ** 3)
  expect(target?.devices[0]?.usable?.bytes).toBeGreaterThan(14 * 1024 ** 3)
  press(wizard, 'left')
  expect(targetOf(wizard.view().state)?.id).toBe('nvidia_rtx_3060')
})

test('changing a row moves memory and speed at once, and only what was changed', async () => {
  const wizard = await tuning()
  const before = tuneOf(wizard.view())
  rowNamed(wizard, 'n_ctx')
  press(wizard, 'right', 'right')
  const after = tuneOf(wizard.view())
  expect(after.config.settings).toEqual({ ...before.config.settings, n_ctx: 16_384 })
  expect(after.report.pairs[0]!.lines[0]!.need.context).toBeGreaterThan(before.report.pairs[0]!.lines[0]!.need.context)
  expect(after.report.pairs[0]!.lines[0]!.need.model).toBe(before.report.pairs[0]!.lines[0]!.need.model)
  press(wizard, 'left', 'left')
  // Set back by hand to what the plan has: the very config of the plan.
  expect(tuneOf(wizard.view()).config).toBe(before.plan.config)
})

test('a number is typed over a value; Esc leaves it as it was', async () => {
  const wizard = await tuning()
  rowNamed(wizard, 'n_ctx')
  press(wizard, '2', '0', 'k')
  expect(wizard.view().state.edit).toBe('20k')
  press(wizard, 'escape')
  expect(wizard.view().state).toMatchObject({ edit: null, place: 'tune', pins: {} })
  press(wizard, '2', '0', '5', 'backspace', 'k', 'enter')
  expect(tuneOf(wizard.view()).config.settings.n_ctx).toBe(20_480)
  rowNamed(wizard, 'n_gpu_layers')
  press(wizard, '9', '9', 'enter')
  expect(wizard.view().state.pins.n_gpu_layers).toBe(33)
  rowNamed(wizard, 'precision')
  press(wizard, '4')
  expect(wizard.view().state.edit).toBeNull()
})

test('in a text the caret moves, and letters go where it stands', async () => {
  const wizard = await tuning()
  press(wizard, 'enter', 'enter', 'enter', 'ctrl-u', '"ab.json"', 'home', '"x/"', 'right', '"-"', 'end', 'backspace')
  expect(wizard.view().state.text['finish/path']).toBe('x/a-b.jso')
  press(wizard, 'left', 'left', 'ctrl-w')
  expect(wizard.view().state.text['finish/path']).toBe('so')
})

test('another precision is another file with other facts', async () => {
  const wizard = await tuning()
  rowNamed(wizard, 'precision')
  press(wizard, 'right')
  const { config, facts, report } = tuneOf(wizard.view())
  expect(config.metadata?.precision).not.toBe('Q4_K_M')
  expect(facts.precision).toBe(config.metadata?.precision)
  expect(config.model).toBe(facts)
  expect(config.model_path).toContain(facts.precision)
  expect(report.findings).toEqual([])
})

test('no layers on the GPU is a config for the CPU, and back again', async () => {
  const wizard = await tuning()
  rowNamed(wizard, 'n_gpu_layers')
  for (let n = 0; n < 5; n++) press(wizard, 'shift-left')
  const none = tuneOf(wizard.view())
  expect(none.config).toMatchObject({ backend: 'cpu', settings: { n_gpu_layers: 0 } })
  expect(none.throughput.tg!.tokens_per_s).toBeLessThan(20)
  press(wizard, 'right')
  expect(tuneOf(wizard.view()).config).toMatchObject({ backend: 'cuda', settings: { n_gpu_layers: 1 } })
})

test('a finding stands beside its row, f mends it, r undoes it', async () => {
  const wizard = await tuning()
  rowNamed(wizard, 'n_ctx')
  press(wizard, ...Array.from({ length: 16 }, () => 'right'))
  rowNamed(wizard, 'n_parallel')
  rowNamed(wizard, 'n_ctx')
  expect(selectedTuneRow(wizard.view())?.value).toBe(131_072)
  expect(selectedTuneRow(wizard.view())?.findings[0]).toMatchObject({ rule: 'LP102', severity: 'warning' })
  expect(activeBindings(wizard.view()).some(({ keys }) => keys.includes('f'))).toBe(true)
  press(wizard, 'f')
  await until(wizard, (view) => selectedTuneRow(view)?.findings.length === 0)
  const mended = tuneOf(wizard.view())
  expect(mended.report.findings).toEqual([])
  expect(wizard.view().state.busy).toBeNull()
  press(wizard, 'R')
  expect(tuneOf(wizard.view()).config).toBe(mended.plan.config)
})

test('a typed number stays within what a config may say', async () => {
  const wizard = await tuning()
  rowNamed(wizard, 'n_parallel')
  press(wizard, '9', '9', '9', 'enter')
  expect(selectedTuneRow(wizard.view())).toMatchObject({ value: 256, findings: [] })
  expect(tuneOf(wizard.view()).report.pairs[0]?.lines.length).toBeGreaterThan(0)
})

test('r lets one row go and keeps the others', async () => {
  const wizard = await tuning()
  rowNamed(wizard, 'n_ubatch')
  press(wizard, 'left')
  rowNamed(wizard, 'n_ctx')
  press(wizard, 'right', 'r')
  expect(wizard.view().state.pins).toEqual({ n_ubatch: 256 })
})

test('o plans the other rows around those set by hand', async () => {
  const wizard = await tuning(fakeServices(), 'qwen3-32b')
  rowNamed(wizard, 'n_ctx')
  press(wizard, ...Array.from({ length: 8 }, () => 'right'))
  rowNamed(wizard, 'cache_type')
  press(wizard, 'right', 'left')
  const wanted = wizard.view().state.pins
  expect(tuneOf(wizard.view()).report.findings.length).toBeGreaterThan(0)
  press(wizard, 'o')
  const view = await until(wizard, hasPlan)
  const { config, report } = tuneOf(view)
  expect(report.findings).toEqual([])
  expect(config.settings).toMatchObject({ n_ctx: wanted.n_ctx, cache_type_k: wanted.cache_type })
  expect(config.settings.n_gpu_layers === -1 && config.metadata?.precision === 'Q4_K_M').toBe(false)
})

test('targets are picked and judged with numbers', async () => {
  const wizard = await tuning()
  press(wizard, 'enter', '"tesla"', 'space', '"t4"', 'enter', '"gtx 1650"', 'enter')
  const { matrix } = wizard.view().state
  expect(matrix).toContain('nvidia_tesla_t4')
  expect(matrix).toHaveLength(2)
  const view = await until(wizard, (now) => matrix.every((id) => matrixCell(now, id).state === 'ready'))
  expect(matrixCell(view, 'nvidia_tesla_t4')).toMatchObject({ value: { answer: 'runs', rules: [] } })
  const small = matrixCell(view, matrix[1]!)
  expect(small).toMatchObject({ value: { answer: 'no' } })
  if (small.state === 'ready') expect(small.value.rules).toContain('LP101')
})

test('a file that exists is asked about before it is replaced', async () => {
  const services = fakeServices({ files: { 'runtime_config.json': 'old' } })
  const wizard = await tuning(services)
  press(wizard, 'enter', 'enter', 'enter', 'enter')
  await until(wizard, ({ state }) => state.place === 'finish/overwrite')
  expect(services.files.get('runtime_config.json')).toBe('old')
  press(wizard, 'enter')
  expect(wizard.view().state).toMatchObject({ place: 'finish/path', text: { 'finish/path': 'runtime_config.json' } })
  press(wizard, 'enter')
  await until(wizard, ({ state }) => state.place === 'finish/overwrite')
  press(wizard, 'down', 'enter')
  await until(wizard, ({ state }) => state.saved.length > 0)
  expect(services.files.get('runtime_config.json')).toContain('"n_ctx"')
})

test('an export, then the workflow with the snapshot that it needs', async () => {
  const services = fakeServices()
  const wizard = await tuning(services)
  press(wizard, 'enter', 'enter')
  const menu = () => finishRows(wizard.view()).map(({ id }) => id)
  expect(menu()).toEqual(['save', 'export', 'quit'])
  press(wizard, 'down', 'enter', 'enter', 'enter')
  await until(wizard, ({ state }) => state.saved.length === 1)
  expect(services.files.get('llama-server.sh')).toMatch(/^llama-server .*-c 8192/)
  press(wizard, 'home', 'enter', 'enter')
  await until(wizard, ({ state }) => state.saved.length === 2)
  expect(menu()).toEqual(['save', 'export', 'workflow', 'quit'])
  press(wizard, 'home', 'down', 'down', 'enter', 'enter')
  await until(wizard, ({ state }) => state.saved.length === 4)
  const workflow = services.files.get('.github/workflows/llama-config.yml')
  expect(workflow).toContain('uses: org/lp-config-action@v1')
  expect(workflow).toContain('configs: "runtime_config.json"')
  expect(workflow).toContain('            hardware/nvidia_rtx_4090.json')
  expect(JSON.parse(services.files.get('hardware/nvidia_rtx_4090.json') ?? '')).toEqual(DESKTOP)
})

test('running is offered for a saved config of a model file on this machine', async () => {
  const services = fakeServices(fakeFile('models/llama.gguf'))
  const model = await services.readModel('models/llama.gguf')
  const wizard = await seenWizard(services, { target: { kind: 'this' }, model, use_case: 'general', output: 'c.json' })
  await until(wizard, hasPlan)
  press(wizard, 'enter', 'enter', 'enter', 'enter')
  await until(wizard, ({ state }) => state.saved.length > 0)
  const at = finishRows(wizard.view()).findIndex(({ id }) => id === 'run')
  press(wizard, 'home', ...Array.from({ length: at }, () => 'down'), 'enter')
  expect(await wizard.ended).toMatchObject({ code: 0, run: 'c.json' })
})

test('a model that fits nowhere ends in a sentence, not in a dead end', async () => {
  const wizard = await seenWizard(fakeServices(), {
    target: { kind: 'this' },
    model: { kind: 'catalog', id: 'deepseek-v3' },
    use_case: 'general',
  })
  const view = await until(wizard, (now) => tuneView(now).state === 'failed')
  expect(tuneView(view)).toMatchObject({ message: expect.stringContaining('does not fit') })
  press(wizard, 'enter', 'right', 'f', 'o', 'r')
  expect(wizard.view().state.place).toBe('tune')
})

test('without a machine there is a sentence where the plan would be', async () => {
  const services = { ...fakeServices(), detect: () => Promise.reject(new Error('broken')) }
  const model = { kind: 'catalog', id: 'llama-3.2-1b' } as const
  const wizard = createWizard(
    services,
    { target: { kind: 'this' }, model, use_case: 'general' },
    { columns: 80, rows: 24 },
  )
  onTestFinished(() => wizard.act({ do: 'cancel' }))
  const view = await until(wizard, (now) => tuneView(now).state === 'failed')
  expect(tuneView(view)).toMatchObject({ message: 'This machine could not be looked at: Error: broken' })
})

test('a config outside of the repository gets no workflow', async () => {
  const wizard = await tuning(fakeServices())
  press(wizard, 'enter', 'enter', 'enter', 'ctrl-u', '"/etc/x.json"', 'enter')
  await until(wizard, ({ state }) => state.saved.length > 0)
  expect(finishRows(wizard.view()).map(({ id }) => id)).toEqual(['save', 'export', 'quit'])
})

test('detection that fails leaves other targets to choose', async () => {
  const services = { ...fakeServices(), detect: () => Promise.reject(new Error('broken')) }
  const wizard = createWizard(services, {}, { columns: 80, rows: 24 })
  onTestFinished(() => wizard.act({ do: 'cancel' }))
  await until(wizard, ({ state }) => state.machine.status === 'failed')
  press(wizard, 'enter', '"3060 12"', 'enter')
  expect(targetOf(wizard.view().state)?.id).toBe('nvidia_rtx_3060')
})

test('every key of the table is named in the help, and no two bindings fight over one', () => {
  for (const { keys, label, help } of BINDINGS) {
    expect(keys.length).toBeGreaterThan(0)
    if (label !== '' && help === '') expect(keys).toEqual(['ctrl-c'])
  }
})

test('whatever is pressed, the wizard stays in one piece', async () => {
  const keys = [...new Set(BINDINGS.flatMap((binding) => binding.keys))].filter((key) => !['ctrl-c', 'q'].includes(key))
  const services = fakeServices(fakeFile('models/llama.gguf'))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...keys, '"8b"', '"x"'), { maxLength: 120 }), async (pressed) => {
      const model = { kind: 'catalog', id: 'llama-3.2-1b' } as const
      const wizard = await seenWizard(services, { model, use_case: 'general' })
      press(wizard, 'enter')
      await until(wizard, hasPlan)
      for (const key of pressed) {
        press(wizard, key)
        const view = wizard.view()
        expect(selectedIndex(view)).toBeGreaterThanOrEqual(0)
        activeBindings(view)
        // oxlint-disable-next-line no-await-in-loop -- answers must come in between keys
        await new Promise((resolve) => void setImmediate(resolve))
      }
      press(wizard, 'ctrl-c')
      await wizard.ended
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('files that are found while the user chooses do not move the selected row to another model', async () => {
  const file = (name: string): FoundFile => ({ path: `models/${name}`, name, size_bytes: 1, place: './models' })
  let tell: (files: readonly FoundFile[]) => void = () => {}
  const findModels = (onFound: (files: readonly FoundFile[]) => void) => {
    tell = onFound
    return new Promise<never>(() => {})
  }
  const wizard = createWizard({ ...fakeServices(), findModels }, {}, { columns: 80, rows: 24 })
  onTestFinished(() => wizard.act({ do: 'cancel' }))
  const selected = () => modelRows(wizard.view())[selectedIndex(wizard.view())]
  press(wizard, 'enter')
  tell([file('m.gguf')])
  expect(selected()).toMatchObject({ file: { name: 'm.gguf' } })
  press(wizard, 'down', 'down')
  const chosen = selected()
  expect(chosen?.kind).toBe('catalog')
  tell([file('a.gguf'), file('z.gguf')])
  expect(selected()).toEqual(chosen)
  press(wizard, 'home')
  tell([file('0.gguf')])
  expect(selected()).toMatchObject({ file: { name: 'a.gguf' } })
})
