import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { INPUT_NAMES } from '../../action/inputs.ts'
import { logLine } from '../../action/log.ts'
import { choiceFromCatalog, findCatalogEntry, findProfile, makePlan, targetFromProfile } from '../../shared/index.ts'
import { runAction } from './run-action.ts'

let folder = ''
let workspace = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lp-action-'))
  workspace = join(folder, 'workspace')
  mkdirSync(workspace)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function plannedConfig(hardware: string, more: Readonly<Record<string, number>> = {}): string {
  const target = targetFromProfile(findProfile(hardware))
  const model = choiceFromCatalog(findCatalogEntry('llama-3.1-8b'))
  const { config } = makePlan({ target, model, intent: { use_case: 'general', precision: 'Q4_K_M' } })
  return JSON.stringify({ ...config, settings: { ...config.settings, ...more } }, null, 2)
}

describe('the bundled Action', () => {
  it('passes a config that was planned for the target', () => {
    const result = runAction(
      workspace,
      { configs: 'good/*.json', targets: 'nvidia_rtx_4090' },
      { 'good/chat.json': plannedConfig('nvidia_rtx_4090') },
    )
    expect(result.annotations).toEqual([])
    expect(result.outputs).toMatchObject({ result: 'pass', errors: '0', configs: '1', targets: '1' })
    expect(result.code).toBe(0)
  })

  it('fails one that is too large for one of two targets, at the line and column of the key that decides', () => {
    const text = plannedConfig('nvidia_rtx_4090', { n_ctx: 65_536 })
    const result = runAction(
      workspace,
      { configs: 'big/chat.json', targets: 'nvidia_rtx_4090\nnvidia_rtx_3060_12gb' },
      { 'big/chat.json': text },
    )
    expect(result.code).toBe(1)
    expect(result.outputs).toMatchObject({ result: 'fail', 'failing-pairs': '1', targets: '2' })
    const [annotation = ''] = result.annotations.filter((line) => line.includes('LP101'))
    const [, line, column] = /line=(\d+),.*col=(\d+)/.exec(annotation) ?? []
    expect(annotation).toContain('file=big/chat.json')
    expect(text.split('\n')[Number(line) - 1]?.slice(Number(column) - 1)).toMatch(/^65536/)
  })

  it('does not pass when nothing was checked, unless told so', () => {
    const inputs = { configs: 'none/*.json', targets: 'nvidia_rtx_4090' }
    expect(runAction(workspace, inputs)).toMatchObject({ code: 1, outputs: { result: 'invalid' } })
    expect(runAction(workspace, { ...inputs, 'if-no-files-found': 'ignore' })).toMatchObject({ code: 0 })
  })

  it.each([
    [{ configs: '', targets: 'nvidia_rtx_4090' }, /configs is empty/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_490' }, /nvidia_rtx_4090/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_4090', 'fail-on': 'errors' }, /Did you mean error/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_4090', 'working-directory': '../..' }, /leads out of the workspace/],
    [{ configs: '../outputs', targets: 'nvidia_rtx_4090' }, /leads out of the workspace/],
  ])('says in one annotation what is wrong with the inputs %j', (inputs, message) => {
    const result = runAction(workspace, inputs)
    expect(result.code).toBe(1)
    expect(result.annotations).toHaveLength(1)
    expect(result.annotations[0]).toMatch(message)
    expect(result.outputs['result']).toBe('invalid')
  })

  it('keeps within the ten annotations that the runner shows, and says what is left out', () => {
    const files = Object.fromEntries(
      Array.from({ length: 14 }, (_, i) => [`many/${i}.json`, plannedConfig('nvidia_rtx_4090', { n_threads: 500 })]),
    )
    const result = runAction(workspace, { configs: 'many/*.json', targets: 'nvidia_rtx_4090' }, files)
    expect(result.annotations).toHaveLength(10)
    expect(result.annotations[9]).toContain('5 more errors are in the log (14 in all)')
  })

  it('gives file names no way to command the runner', () => {
    const name = '##[stop-commands]zz.json'
    const result = runAction(workspace, { configs: `*.json`, targets: 'nvidia_rtx_4090' }, { [name]: '{' })
    expect(result.lines.filter((line) => line.includes('##[') && !line.startsWith('::'))).toEqual([])
    expect(logLine('::error::forged')).toBe('\\::error::forged')
    expect(logLine('a ##[error]x')).toBe('a ##\\[error]x')
  })
})

describe('action.yml', () => {
  const text = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')

  it('declares exactly the inputs that are read, with no defaults of its own', () => {
    const inputs = text.slice(text.indexOf('\ninputs:'), text.indexOf('\noutputs:'))
    expect([...inputs.matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name]) => name)).toEqual(INPUT_NAMES)
    expect(inputs).not.toContain('default:')
  })

  it('runs the bundle on node24', () => {
    expect(text).toContain('using: node24\n  main: action/dist/index.mjs')
  })
})

describe('the bundle', () => {
  const bundle = readFileSync(new URL('../../action/dist/index.mjs', import.meta.url), 'utf8')

  it('has no network, no child process and no code generation', () => {
    expect(bundle.match(/undici|child_process|node:net|node:https?|\beval\(|new Function|[^.\w]fetch\(/g)).toBeNull()
  })

  it('stays below 1 MB', () => {
    expect(Buffer.byteLength(bundle)).toBeLessThan(1_000_000)
  })
})
