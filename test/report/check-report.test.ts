import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../shared/errors.ts'
import type { Finding } from '../../shared/finding.ts'
import { explainRule } from '../../shared/report/explain-rule.ts'
import { checkOf, concludeCheck } from '../../shared/report/check.ts'
import { jsonReport } from '../../shared/report/json-report.ts'
import { plain } from '../../shared/report/plain.ts'
import { formatFinding } from '../../shared/report/sentence.ts'
import { textReport as textOf } from '../../shared/report/text-report.ts'
import type { FailOn } from '../../shared/report/verdict.ts'
import type { ConfigReport } from '../../shared/validate/config-report.ts'
import { checkConfig } from '../../shared/validate/check-config.ts'
import { RULES } from '../../shared/validate/rules/index.ts'
import { configText, LLAMA_8B, target } from '../validate/cases.ts'

const textReport = (reports: readonly ConfigReport[], fail_on: FailOn = 'error') =>
  textOf(concludeCheck(checkOf(reports, { fail_on })))

const targets = [target({ id: 'large', vram: [24] }), target({ id: 'small', vram: [4] })]
const check = (text: string, file = 'configs/chat.json') => checkConfig({ text, file, targets, facts: LLAMA_8B })
const over = check(configText({ n_ctx: 8192, n_threads: 9 }))
const fine = checkConfig({
  text: configText({ n_ctx: 4096 }),
  file: 'ok.json',
  targets: targets.slice(0, 1),
  facts: LLAMA_8B,
})

describe('textReport', () => {
  test('a line per finding, a line per pair, the verdict', () => {
    const lines = textReport([over, fine]).trimEnd().split('\n')
    expect(lines[0]).toMatch(
      /^configs\/chat\.json:4:15: error LP101 \(small\): Needs \d+\.\d GiB; gpu 0 leaves 4\.0 GiB: /,
    )
    expect(lines[0]).toMatch(/Fix: set settings\.n_gpu_layers to \d+\.$/)
    expect(lines[1]).toBe(
      'configs/chat.json:6:18: error LP201 (large): n_threads is 9; the target has 8 physical cores. Fix: set settings.n_threads to 8.',
    )
    expect(lines).toContainEqual(
      expect.stringMatching(/^configs\/chat\.json on small: fails \(LP[\d, LP]+\): gpu 0 \d\.\d GiB of 4\.0 GiB, RAM /),
    )
    expect(lines).toContainEqual(expect.stringMatching(/^ok\.json on large: fits: /))
    expect(lines.at(-1)).toBe('Failed: 3 errors, 0 warnings in 2 configs on 2 targets.')
  })

  test('the verdict follows what fails a check', () => {
    const warned = check(configText({ n_ctx: 4096, n_gpu_layers: 20, n_ubatch: 9, n_batch: 8 }))
    const last = (...args: Parameters<typeof textReport>) =>
      textReport(...args)
        .trimEnd()
        .split('\n')
        .at(-1)
    expect(last([fine])).toBe('Passed: 0 errors, 0 warnings in 1 config on 1 target.')
    expect(last([warned])).toBe('Passed with findings: 0 errors, 1 warning in 1 config on 2 targets.')
    expect(last([warned], 'warning')).toBe('Failed: 0 errors, 1 warning in 1 config on 2 targets.')
    expect(last([over], 'never')).toMatch(/^Failed, not enforced: 3 errors/)
  })

  test('what was not judged is said', () => {
    const text = textReport([checkConfig({ text: configText(), file: 'x.json', targets })])
    expect(text).toContain('x.json on large: not judged in full')
    expect(text).toMatch(/2 pairs of config and target not judged\.\n$/)
    expect(textReport([check('{')])).toContain('configs/chat.json on large: not judged')
  })

  test('the sum in a sentence adds up to the number before it', () => {
    for (let n_ctx = 256; n_ctx < 100_000; n_ctx += 1713) {
      const [finding] = checkConfig({
        text: configText({ n_ctx }),
        file: 'x',
        targets: [target({ vram: [3] })],
        facts: LLAMA_8B,
      }).findings
      const said = finding === undefined ? '' : formatFinding(finding)
      const [, need, usable, short] =
        /Needs ([\d.]+) GiB; gpu 0 leaves ([\d.]+) GiB: ([\d.]+) GiB short/.exec(said) ?? []
      const [, ...terms] = /weights ([\d.]+) \+ KV cache ([\d.]+) \+ compute ([\d.]+) GiB/.exec(said) ?? []
      expect(terms.reduce((sum, term) => sum + Number(term), 0)).toBeCloseTo(Number(need), 5)
      expect(Number(usable) + Number(short)).toBeCloseTo(Number(need), 5)
    }
  })

  test('file names and keys cannot write to the terminal or forge lines', () => {
    const text = configText({ n_ctx: 4096 }).replace('"n_ctx"', '"n\\u001b[2J\\u202e\\nx: error LP101": 1, "n_ctx"')
    const shown = textReport([check(text, 'a\n::error::b\u001B[31m.json')])
    expect(shown).not.toMatch(/[^\P{C}\n]/u)
    expect(shown.split('\n').filter((line) => line.startsWith('::') || line.startsWith('x:'))).toEqual([])
  })
})

test('jsonReport has the same findings, numbers and verdict, and survives JSON', () => {
  const report = jsonReport(concludeCheck(checkOf([over, fine])))
  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  expect(report).toMatchObject({
    schema_version: 1,
    kind: 'check_report',
    verdict: 'fail',
    summary: { configs: 2, targets: 2, errors: 3, warnings: 0, not_judged: 0, failing_pairs: 2 },
  })
  const [config] = report.configs
  expect(config?.findings.map(({ message }) => message)).toEqual(over.findings.map((finding) => formatFinding(finding)))
  expect(config?.pairs.map(({ target: id, result }) => `${id} ${result}`)).toEqual(['large fail', 'small fail'])
  expect(config?.pairs[1]?.memory[0]).toMatchObject({ kind: 'device', state: 'over', usable: 4 * 1024 ** 3 })
})

describe('formatFinding', () => {
  test('no rule fails on arguments that it does not know', () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }))
    fc.assert(
      fc.property(
        fc.constantFrom(...RULES),
        fc.dictionary(fc.string(), value, { maxKeys: 4 }),
        ({ id, severity }, args) => {
          const finding: Finding = { rule: id, severity, path: [], args }
          expect(plain(formatFinding(finding))).toBe(formatFinding(finding))
        },
      ),
    )
  })

  test('every sentence is one line that ends in a full stop and has no gap', () => {
    const texts = [
      '{',
      '{"a":1,"a":2}',
      '// x\n{}',
      configText({ n_ctx: -1 }),
      configText(
        {
          n_ctx: 65536,
          n_threads: 99,
          flash_attn: 'off',
          cache_type_v: 'q4_0',
          n_gpu_layers: 99,
          n_ubatch: 9,
          n_batch: 8,
        },
        { metadata: { precision: 'F16', model_size: '1B', estimated_vram_usage_gb: 1 } },
      ),
    ]
    for (const finding of texts.flatMap((text) => check(text).findings)) {
      expect(formatFinding(finding)).toMatch(/^\S.*\S\.$/)
      expect(formatFinding(finding)).not.toMatch(/NaN|undefined|null|\s\s/)
    }
  })
})

describe('explainRule', () => {
  test('every rule explains itself', () => {
    for (const { id } of RULES) expect(explainRule(id.toLowerCase()).text).toMatch(/^\S[^]*\.\n\n\S[^]*\.$/)
  })

  test('an id that is none names the nearest', () => {
    expect(() => explainRule('LP1011')).toThrow(UserError)
    expect(() => explainRule('LP1011')).toThrow(/There is no rule LP1011\. Did you mean .*LP101/)
  })
})
