import { PassThrough } from 'node:stream'
import { render } from 'ink'
import { expect, onTestFinished, test } from 'vitest'
import { App } from '../../cli/tui/app.tsx'
import { SPOKEN } from '../../cli/tui/theme.ts'
import type { Wizard } from '../../cli/tui/wizard/wizard.ts'
import { press, seenWizard, until } from './helpers/drive.ts'
import { fakeFile, fakeServices } from './helpers/fake-services.ts'
import { SCENES, toTune } from './helpers/scenes.ts'

/** Wide enough that no sentence is broken: a line is what is read aloud at once. */
const SIZE = { columns: 500, rows: 24 }

/** What a screen reader is told of the screen as it is now, line by line. */
async function heard(wizard: Wizard): Promise<readonly string[]> {
  const stdout = Object.assign(new PassThrough(), SIZE)
  let text = ''
  stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode() {}, ref() {}, unref() {} })
  const ink = render(<App wizard={wizard} look={{ glyphs: SPOKEN, screenReader: true }} />, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    isScreenReaderEnabled: true,
    patchConsole: false,
    exitOnCtrlC: false,
  })
  onTestFinished(() => ink.unmount())
  await expect.poll(() => text).toMatch(/Keys: /)
  // oxlint-disable-next-line no-control-regex -- that is what they are
  const lines = text.replaceAll(/\u001B\[[?\d;]*[A-Za-z]/g, '').split('\n')
  ink.unmount()
  const first = lines.findLastIndex((line) => line.startsWith('lp-tui, step'))
  return lines.slice(first).filter((line) => line.trim() !== '')
}

const WORLD = { ...fakeFile('models/llama.gguf'), files: { 'runtime_config.json': 'old' } }

/** A number that is a part of a list of values, with neither a name before it nor a unit after it. */
const BARE = /(?:, |\) )\d+(?:\.\d+)?(?=,|$)/

test.each(SCENES)('$name: each line can be understood alone', async ({ go }) => {
  const wizard = await seenWizard(fakeServices(WORLD), {}, SIZE)
  await go(wizard)
  const lines = await heard(wizard)
  expect(lines[0]).toMatch(/^lp-tui, step \d of 6: [A-Z][a-z ]+\. (?:Target|Simulated target): .+\.$/)
  expect(lines.at(-1)).toMatch(/^Keys: .+\.$/)
  for (const line of lines) {
    expect(line, 'a row of a table').not.toMatch(/\S {3,}\S/)
    expect(line, 'a drawing').not.toMatch(/[\u2500-\u25ff\u276f\u203a\u2713\u2717]/)
    expect(line, 'a bare number').not.toMatch(BARE)
    expect(line, 'cut').not.toMatch(/~|\u2026/)
    expect(line, 'no word').not.toContain('tok/s')
  }
})

async function said(name: string, ...keys: readonly string[]): Promise<string> {
  const wizard = await seenWizard(fakeServices(WORLD), {}, SIZE)
  await SCENES.find((scene) => scene.name === name)?.go(wizard)
  press(wizard, ...keys)
  return (await heard(wizard)).join('\n')
}

test('the machine: each fact by its name, memory with its unit', async () => {
  const text = await said('machine')
  expect(text).toMatch(/^ram: [\d.]+ of [\d.]+ GiB usable$/m)
  expect(text).toMatch(/^gpu: [\d.]+ of [\d.]+ GiB usable RTX 4090$/m)
  expect(text).toContain('option: (selected) Plan for this machine')
})

test('a number that was changed says from what', async () => {
  expect(await said('numbers')).toMatch(/\(selected\) memory of the GPU: \d+ GiB, changed from 24$/m)
})

test('a model: name, whether it fits, what it takes and gives', async () => {
  expect(await said('models')).toMatch(
    /\(selected\) llama\.gguf, fits, file in \.\/models, file of 5\.0 GiB, precision Q4_K_M, context of \d+k tokens, needs [\d.]+ GiB of memory, \d+ tokens per second, between \d+ and \d+; row 1 of \d+$/m,
  )
})

test('a row of the plan: value with its unit, who set it, and what is wrong with it', async () => {
  const text = await said('tune with a finding')
  expect(text).toMatch(/option: batch: 2048 tokens, the logical batch for general use/)
  expect(text).toMatch(/option: parallel: 1 request at a time/)
  expect(text).toMatch(/\(selected\) context: \d+k tokens, set by hand, warning: LP10\d .+; f mends it/)
  expect(text).toMatch(/^CUDA0 .+: needs [\d.]+ of [\d.]+ GiB, .+\. Weights [\d.]+ GiB, cache [\d.]+ GiB, compute/m)
  expect(text).toMatch(/^Answers: [\d.]+ tokens per second, between [\d.]+ and [\d.]+\.$/m)
  expect(text).toMatch(/^Against the plan: CUDA0 \+[\d.]+ GiB/m)
})

test('a number that is being typed is told as one', async () => {
  expect(await said('tune', 'down', '1', '2')).toMatch(/\(selected\) context: 12, being typed/)
})

test('a target: picked or not, its answer, what it needs of what there is', async () => {
  const text = await said('targets')
  expect(text).toMatch(/^The plan's own target, NVIDIA GeForce RTX 4090: runs, needs [\d.]+ of [\d.]+ GiB in /m)
  expect(text).toMatch(/option: NVIDIA Tesla T4: picked, does not run, needs [\d.]+ of [\d.]+ GiB in CUDA0/)
  expect(text).toMatch(/option: \(selected\) Apple M1 \(8 GB\): not picked, 8 GB of memory, metal/)
})

test('of a long list the rows around the selected one are read, which says where it is', async () => {
  const wizard = await seenWizard(fakeServices(WORLD), {}, { columns: 500, rows: 60 })
  await toTune(wizard)
  press(wizard, 'enter', 'pagedown')
  await until(wizard, ({ state }) => state.place === 'targets')
  const lines = await heard(wizard)
  const options = lines.filter((line) => line.includes('option: '))
  expect(options).toHaveLength(10)
  expect(options.filter((line) => /\(selected\).+; row \d+ of \d{3}$/.test(line))).toHaveLength(1)
})

test('the last screen: the plan in sentences, and rows that say what they do', async () => {
  const text = await said('finish, beside other targets')
  expect(text).toMatch(/^memory: [\d.]+ of [\d.]+ GiB CUDA0/m)
  expect(text).toMatch(/^speed: [\d.]+ tokens per second/m)
  expect(text).toContain('option: (selected) Save the config: a JSON file')
})
