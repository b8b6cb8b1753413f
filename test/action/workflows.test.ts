import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { INPUT_NAMES } from '../../action/inputs.ts'
import { runAction } from './run-action.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FOLDER = join(ROOT, '.github/workflows')

const StepSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  env: z.record(z.string(), z.string()).optional(),
  'continue-on-error': z.boolean().optional(),
})
const CaseSchema = z.object({
  case: z.string(),
  result: z.string(),
  outcome: z.string(),
  'failing-pairs': z.number(),
})
const WorkflowSchema = z.looseObject({
  name: z.string(),
  permissions: z.strictObject({}),
  jobs: z.record(
    z.string(),
    z.looseObject({
      'timeout-minutes': z.number(),
      permissions: z.record(z.string(), z.enum(['read', 'write'])),
      strategy: z.looseObject({ matrix: z.looseObject({ include: z.array(CaseSchema).optional() }) }).optional(),
      steps: z.array(StepSchema),
    }),
  ),
})

const workflows = readdirSync(FOLDER).map((name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8')
  return { file: name, text, jobs: WorkflowSchema.parse(parse(text)).jobs }
})
const steps = workflows.flatMap(({ file, jobs }) =>
  Object.entries(jobs).flatMap(([job, { steps: own }]) => own.map((step) => ({ at: `${file} ${job}`, step }))),
)

describe('the workflows', () => {
  it('pin every action by its commit, with the version beside it', () => {
    const used = workflows.flatMap(({ text }) =>
      [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, one = '']) => one),
    )
    expect(used.length).toBeGreaterThan(10)
    for (const one of used) expect(one).toMatch(/^(?:\.\/|[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/)
    // One commit for one version, everywhere.
    const pins = new Set(used.filter((one) => one !== './'))
    expect(pins.size).toBe(new Set([...pins].map((one) => one.split('@')[0])).size)
  })

  it('put no expression into a script', () => {
    for (const { at, step } of steps) expect(`${at}: ${step.run ?? ''}`).not.toContain('${{')
  })

  it('keep no token in the checkout', () => {
    const checkouts = steps.filter(({ step }) => step.uses?.startsWith('actions/checkout@'))
    expect(checkouts.filter(({ step }) => step.with?.['persist-credentials'] !== false)).toEqual([])
    expect(checkouts.length).toBeGreaterThan(3)
  })

  it('write only where a release is made', () => {
    const writing = workflows.flatMap(({ file, jobs }) =>
      Object.entries(jobs).flatMap(([job, { permissions }]) =>
        Object.entries(permissions).flatMap(([scope, level]) => (level === 'write' ? [`${file} ${job} ${scope}`] : [])),
      ),
    )
    expect(writing.sort()).toEqual([
      'release.yml github contents',
      'release.yml npm attestations',
      'release.yml npm id-token',
    ])
    for (const { text } of workflows) expect(text).not.toContain('pull_request_target')
  })

  it('release the package, the bundle and the list of parts, each proved', () => {
    const release = workflows.find(({ file }) => file === 'release.yml')?.text ?? ''
    for (const made of ['out/*.tgz', 'out/index.mjs', 'out/sbom.cdx.json']) {
      const proved = release.slice(release.indexOf('subject-path'), release.indexOf('npm publish'))
      expect(proved).toContain(made)
      expect(/gh release create .*/.exec(release)?.[0]).toContain(made)
    }
  })

  it('give the Action inputs that it has', () => {
    const given = steps.flatMap(({ step }) => (step.uses === './' ? Object.keys(step.with ?? {}) : []))
    expect(INPUT_NAMES).toEqual(expect.arrayContaining(given))
  })
})

describe('the self-test, without GitHub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lp-selftest-'))
  let workspace = ''
  beforeEach(() => {
    workspace = join(mkdtempSync(join(folder, 'run-')), 'workspace')
    mkdirSync(workspace)
    for (const part of ['.github', 'test/selftest'])
      cpSync(join(ROOT, part), join(workspace, part), { recursive: true })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const cases = workflows.flatMap(({ jobs }) => jobs['cases']?.strategy?.matrix.include ?? [])

  it('has a policy for each case, and a case for each policy', () => {
    const policies = readdirSync(join(ROOT, 'test/selftest')).filter((name) => name.endsWith('.yml'))
    expect(cases.map((one) => `${one.case}.yml`).sort()).toEqual(policies.sort())
  })

  it.each(cases)('$case gives $result and $outcome', async (wanted) => {
    const policy = `test/selftest/${wanted.case}.yml`
    const result = await runAction(workspace, { policy, 'fix-file': 'fix.diff' })
    expect({
      outcome: result.conclusion === 'Succeeded' ? 'success' : 'failure',
      result: result.outputs['result'],
      pairs: Number(result.outputs['failing-pairs']),
    }).toEqual({ outcome: wanted.outcome, result: wanted.result, pairs: wanted['failing-pairs'] })
    if (wanted.case !== 'failing') return
    execFileSync('git', ['init', '-q'], { cwd: workspace })
    execFileSync('git', ['apply', 'fix.diff'], { cwd: workspace })
    expect((await runAction(workspace, { policy })).conclusion).toBe('Succeeded')
  })

  it('passes by its own policy', async () => {
    expect((await runAction(workspace, {})).outputs).toMatchObject({ result: 'pass', targets: '4' })
  })
})
