import { spawnSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { isWizardFlag } from '../../cli/wizard.ts'
import { wizardAnswers } from '../../cli/wizard-answers.ts'
import { fixOf, planned } from '../../cli/wizard-answer.ts'
import type * as WizardServices from '../../cli/wizard-services.ts'
import type { LiveProbe, Services } from '../../cli/tui/services.ts'
import { findProfile, targetFromProfile } from '../../shared/index.ts'
import { builtCli, runCli } from '../helpers/run-cli.ts'
import { sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { userErrorOf } from '../helpers/thrown.ts'
import { DESKTOP } from './helpers/fake-services.ts'

/** The services as they are built, since their other thread is a built file. */
async function builtServices(): Promise<Services> {
  const url = pathToFileURL(builtCli().replace(/main\.js$/, 'wizard-services.js')).href
  const { wizardServices } = (await import(url)) as typeof WizardServices
  const services = wizardServices({
    program: 'lp-tui',
    env: {},
    platform: process.platform,
    out: () => {},
    note: () => {},
    takeSignals: () => () => {},
  })
  onTestFinished(() => services.close())
  return services
}

const REQUEST = {
  target: targetFromProfile(findProfile('nvidia_rtx_3060')),
  model: { kind: 'catalog', id: 'llama-3.1-8b' },
  intent: { use_case: 'general', generator: 'test' },
} as const

test('the other thread plans and mends as this one does', async () => {
  const services = await builtServices()
  const plan = await services.plan(REQUEST)
  expect(plan).toEqual(JSON.parse(JSON.stringify(planned(REQUEST))))
  const config = { ...plan.config, settings: { ...plan.config.settings, n_ctx: 131_072 } }
  const request = { config, target: REQUEST.target, rule: 'LP101', path: ['settings', 'n_ctx'] }
  const fix = await services.fix(request)
  expect(fix).toEqual(fixOf(request))
  expect(fix?.path).toEqual(['settings', 'n_ctx'])
})

test('its refusals arrive as sentences', async () => {
  const services = await builtServices()
  const request = { ...REQUEST, model: { kind: 'catalog', id: 'deepseek-v3' } as const }
  await expect(services.plan(request)).rejects.toMatchObject({
    name: 'UserError',
    kind: 'input',
    message: expect.stringContaining('does not fit on'),
  })
})

test('detection tells of every program as it goes', async () => {
  const services = await builtServices()
  const probes: LiveProbe[] = []
  const snapshot = await services.detect((probe) => probes.push(probe))
  expect(snapshot.kind).toBe('hardware_snapshot')
  for (const { id, state } of probes.filter((probe) => probe.state !== 'running')) {
    expect(probes.findIndex((one) => one.id === id && one.state === 'running')).toBeGreaterThanOrEqual(0)
    expect(['done', 'absent', 'failed']).toContain(state)
  }
})

test('saving never replaces without being told to, and makes folders only where asked', async () => {
  const services = await builtServices()
  const folder = await tempFolder()
  const path = join(folder, 'a.json')
  expect(await services.save(path, 'one', { force: false })).toBe('written')
  expect(await services.save(path, 'two', { force: false })).toBe('exists')
  expect(await readFile(path, 'utf8')).toBe('one')
  expect(await services.save(path, 'two', { force: true })).toBe('written')
  expect(await readFile(path, 'utf8')).toBe('two')
  const deep = join(folder, '.github', 'workflows', 'x.yml')
  await expect(services.save(deep, 'y', { force: false })).rejects.toMatchObject({ name: 'UserError' })
  expect(await services.save(deep, 'y', { force: false, folders: true })).toBe('written')
  expect((await readdir(folder)).toSorted()).toEqual(['.github', 'a.json'])
})

test('where there is no terminal: the help, the reason, the command without questions, exit 2', async () => {
  for (const args of [[], ['--use-case', 'speed'], ['--model=x.gguf']]) {
    // oxlint-disable-next-line no-await-in-loop -- one program after the other
    const { code, stdout, stderr } = await runCli(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('the wizard needs a terminal, and this is not a terminal.')
    expect(stderr).toContain('lp-tui generate --hardware auto --model FILE.gguf --output runtime_config.json')
  }
})

test('where there is no terminal, neither Ink nor React is loaded', async () => {
  const folder = await tempFolder()
  const hook = join(folder, 'loaded.mjs')
  const resolve = `import { writeSync } from 'node:fs'
export async function resolve(name, context, next) {
  writeSync(2, 'loads ' + name + '\\n')
  return next(name, context)
}`
  await writeFile(
    hook,
    `import { register } from 'node:module'
register('data:text/javascript,${encodeURIComponent(resolve).replaceAll("'", '%27')}')`,
  )
  const result = spawnSync(process.execPath, [`--import=${pathToFileURL(hook).href}`, builtCli()], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: folder },
  })
  const loaded = [...result.stderr.matchAll(/^loads (.*)$/gm)].map(([, name]) => name ?? '')
  expect(loaded).toContain('./wizard.js')
  expect(loaded.filter((name) => /\/tui\/|ink|react|zod/.test(name))).toEqual([])
})

test('flags are answers, in the words and with the refusals of the commands', async () => {
  const folder = await tempFolder()
  const model = await sparseGguf('qwen3-8b.Q4_K_M', folder)
  const snapshot = join(folder, 'hw.json')
  await writeFile(snapshot, JSON.stringify(DESKTOP))
  expect(await wizardAnswers(['--hardware', snapshot, '--model', model, '--context', '4096'])).toMatchObject({
    target: { kind: 'snapshot', file: snapshot, snapshot: DESKTOP },
    model: { kind: 'file', path: model, facts: { precision: 'Q4_K_M' } },
    n_ctx: 4096,
  })
  expect(
    await wizardAnswers(['--hardware=NVIDIA_RTX_4090', '--model-size', '8B', '--use-case', 'speed']),
  ).toMatchObject({
    target: { kind: 'profile', id: 'nvidia_rtx_4090' },
    model: { kind: 'catalog' },
    use_case: 'speed',
  })
  expect(await wizardAnswers(['--hardware', 'auto', '--output', 'a.json', '--parallel', '2'])).toEqual({
    target: { kind: 'this' },
    output: 'a.json',
    n_parallel: 2,
  })
  for (const wrong of [
    ['--model', 'no'],
    ['--model', ''],
    ['--model', 'a', '--model-size', '8B'],
    ['--context', 'x'],
    ['word'],
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one refusal after the other
    expect((await userErrorOf(() => wizardAnswers(wrong))).kind).toBe('usage')
  }
})

test.each([
  ['--hardware', true],
  ['--model=a', true],
  ['--help', false],
  ['--config', false],
  ['generate', false],
])('%s opens the wizard: %s', (word, expected) => {
  expect(isWizardFlag(word)).toBe(expected)
})
