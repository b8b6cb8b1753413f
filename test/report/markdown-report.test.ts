import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LocatedFinding } from '../../shared/finding.ts'
import { readBaseReport } from '../../shared/report/base-report.ts'
import { jsonReport } from '../../shared/report/json-report.ts'
import { code, codeBlock, utf8Length, words } from '../../shared/report/markdown/escape.ts'
import { markdownReport } from '../../shared/report/markdown/markdown-report.ts'
import { configText, target } from '../validate/cases.ts'
import { BIG, checked, FINE } from './matrix-cases.ts'

const parts = (text: string) => text.split('\n\n')

describe('markdownReport', () => {
  const result = checked({ 'configs/big.json': BIG, 'fine.json': FINE }, { policy_file: '.github/lp-config.yml' })

  test('says the verdict, the matrix, the details and the command, numbers and words', () => {
    const text = markdownReport(result, { blob: 'https://github.com/o/r/blob/abc' })
    const [heading, intro, table] = parts(text)
    expect(heading).toBe('## ❌ Model configs failed: 2 errors, 0 warnings')
    expect(intro).toMatch(
      /^2 configs on 3 targets by <code>&#46;github\/lp-config&#46;yml<\/code>: 2 pairs of 6 fail\. Memory as/,
    )
    expect(table?.split('\n')).toEqual([
      '| Config | <code>large</code> | <code>medium</code> | <code>small</code> |',
      '|---|---|---|---|',
      expect.stringMatching(
        /^\| <code>configs\/big&#46;json<\/code> \| (✅ fits|⚠️ warned) \d+\.\d\/24\.0 \| ❌ fails \d+\.\d\/8\.0 \| ❌ fails \d+\.\d\/6\.0 \|$/,
      ),
      expect.stringMatching(/^\| <code>fine&#46;json<\/code> \| ✅ fits .* \| ✅ fits .* \| ✅ fits .* \|$/),
    ])
    expect(text).toContain('<details><summary><code>configs/big&#46;json</code>: 1 error')
    expect(text).toContain('](https://github.com/o/r/blob/abc/configs/big.json#L')
    expect(text).toMatch(
      /\| <code>small<\/code> \| \d+&#46;\d|\| <code>small<\/code> \| \d+\.\d GiB \| 6\.0 GiB \| weights/,
    )
    expect(text).toMatch(/Fix&#58; set settings&#46;n&#95;ctx to \d+/)
    expect(text).toContain('```sh\nlp-tui validate\n```')
  })

  test('failures only', () => {
    const text = markdownReport(result, { summary: 'failures' })
    expect(text).not.toContain('| <code>fine')
    expect(text).toContain('1 more config: 1 without.')
  })

  test('what is not judged is never green', () => {
    const text = markdownReport(checked({ 'a.json': '{' }))
    expect(text).toContain('– not judged')
    expect(text).not.toContain('✅')
  })

  test('of many targets those that fail have columns', () => {
    const many = Array.from({ length: 30 }, (_, index) => target({ id: `box-${index}`, vram: [index < 4 ? 4 : 80] }))
    const text = markdownReport(checked({ 'big.json': BIG }, {}, many))
    expect(parts(text)[2]?.split('\n')[0]).toBe(
      '| Config | <code>box-0</code> | <code>box-1</code> | <code>box-2</code> | <code>box-3</code> | 26 others |',
    )
    expect(text).toContain('| ✅ fits: 26 |')
  })

  test('stays within its budget, and says what it leaves out', () => {
    const texts = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`configs/${i}.json`, i % 2 ? BIG : FINE]))
    const large = checked(texts)
    const whole = markdownReport(large)
    for (const budget of [4000, 6000, 10_000, 16_000]) {
      const text = markdownReport(large, { budget })
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budget)
      expect(text).toContain('| Config |')
      expect(text).toContain('more file')
      expect(text).toContain('```sh')
    }
    expect(markdownReport(large, { budget: 4000 })).toMatch(/more rows left out/)
    expect(whole).not.toContain('left out')
    expect(Buffer.byteLength(whole)).toBe(utf8Length(whole))
  })

  const own = (rule: string, args: LocatedFinding['args'], file = ''): LocatedFinding => {
    const severity = rule === 'LP904' ? 'warning' : 'error'
    return {
      rule,
      severity,
      path: ['configs', JSON.stringify(args)],
      args,
      file,
      place: { line: 1, column: 1, end_column: 2 },
    }
  }
  const unseen = [
    own('LP906', { left: 3, files: 43, seconds: 60 }),
    own('LP905', { message: 'z.json is UTF-16 text, not UTF-8' }, 'z.json'),
    own('LP904', { pattern: 'old/*.json' }),
  ]

  test.each(['full', 'failures'] as const)(
    'what the check never saw stands in it however many files fail: %s',
    (summary) => {
      const texts = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`configs/${i}.json`, BIG]))
      const large = checked(texts, { own: unseen })
      for (const budget of [6000, 16_000, 900_000]) {
        const text = markdownReport(large, { budget, summary })
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budget)
        expect(text).toContain('3 of 43 files were not judged within 60 seconds')
        expect(text).toContain('UTF-16 text')
        expect(text).toContain('No file matches old/')
      }
    },
  )

  test('of very many patterns that match nothing the number stands in it', () => {
    const many = Array.from({ length: 400 }, (_, i) => own('LP904', { pattern: `old/${i}/*.json` }))
    const text = markdownReport(checked({ 'a.json': FINE }, { own: [...many, ...unseen] }), { budget: 8000 })
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(8000)
    expect(text).toContain('3 of 43 files were not judged within 60 seconds')
    expect(text).toMatch(/- 39\d more of LP906, LP904; the log/)
  })

  test('what the details say is not said twice', () => {
    const text = markdownReport(checked({ 'a.json': FINE }, { own: unseen }))
    expect(text.split('not judged within')).toHaveLength(2)
    expect(text).not.toContain('Not seen by this check')
  })

  test('the change against the base branch', () => {
    const base = readBaseReport(JSON.stringify(jsonReport(checked({ 'a.json': FINE, 'b.json': FINE }))), 'base.json')
    const now = checked({ 'a.json': configText({ n_ctx: 65_536, n_gpu_layers: 8 }), 'b.json': FINE, 'c.json': FINE })
    const text = markdownReport(now, { base })
    expect(text).toContain('### Against the base branch')
    expect(text).toMatch(/\| <code>a&#46;json<\/code> \| <code>small<\/code> \| (fails now, )?\+\d+\.\d GiB/)
    expect(text).toMatch(/\| <code>c&#46;json<\/code> \| <code>small<\/code> \| new \|/)
    expect(text).not.toMatch(/\| <code>b&#46;json<\/code> \| <code>small<\/code> \| [+-]/)
    expect(markdownReport(checked({ 'a.json': FINE, 'b.json': FINE }), { base })).toContain('No pair changes.')
  })

  test('known findings are counted with their reasons', () => {
    const [finding] = result.problems[0]?.hits ?? []
    if (finding === undefined) throw new Error('no finding')
    const text = markdownReport({ ...result, known: [{ finding, reason: 'replaced <b> soon', until: null }] })
    expect(text).toContain('1 known finding, covered by the baseline:\n\n- 1: replaced &#60;b&#62; soon')
  })
})

test.each(['', '{', '[]', '{"schema_version":1,"kind":"other","configs":[]}', '{"__proto__":{"schema_version":1}}'])(
  'readBaseReport refuses %j without quoting it',
  (text) => {
    expect(() => readBaseReport(text, 'base.json')).toThrow('base.json is not a JSON report of this check')
  },
)

describe('escapes', () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 60 })

  test('code leaves no character that Markdown, HTML or GitHub would act on', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const inner = code(text).slice('<code>'.length, -'</code>'.length)
        expect(inner.replaceAll(/&#\d+;/g, '')).toMatch(/^[\p{L}\p{N} /,;%+-]*$/u)
      }),
      { numRuns: 2000 },
    )
  })

  test('words are code where GitHub would make a link or an emoji', () => {
    for (const text of ['@octocat', '#12', ':tada:', 'www.example.org', 'https://x', 'deadbeef1']) {
      expect(words(text)).toMatch(/^<code>/)
    }
    expect(words('Needs 7.3 GiB')).toBe('Needs 7&#46;3 GiB')
    expect(words('<script>')).toBe('&#60;script&#62;')
  })

  test('nothing ends a code block', () => {
    const text = codeBlock('a ```` b\n```\n\u202E')
    expect(text.split('\n')[0]).toBe('`````sh')
    expect(text).toContain('\\u{202e}')
  })

  test('utf8Length counts as Buffer does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text))
      }),
    )
  })
})
