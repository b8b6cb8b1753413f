import { describe, expect, test } from 'vitest'
import { formatFinding } from '../../shared/report/sentence.ts'
import { readBaseline, readPolicy } from '../../shared/policy/read-policy.ts'

const FILE = '.github/lp-config.yml'
const said = (text: string) =>
  readPolicy(text, FILE).problems.map((problem) => {
    const { rule, place } = problem
    return `${place.line}:${place.column} ${rule} ${formatFinding(problem)}`
  })

const WHOLE = `version: 1
configs:
  - configs/*.json
  - '!configs/old.json'
  - files: [configs/phone/*.json]
    targets: [apple_iphone_16_pro]
targets:
  - nvidia_rtx_3060_12gb
  - fleet/build-server.json
models: [facts/*.json]
fail-on: warning
vram-headroom: 512MiB
annotations: errors
summary: failures
if-no-files-found: warn
rules:
  LP102: off
  LP301: error
baseline:
  - rule: LP101
    config: configs/big.json
    target: nvidia_rtx_3060_12gb
    reason: The card is replaced in spring
    until: 2027-01-31
`

describe('readPolicy', () => {
  test('reads all that a policy may say', () => {
    const { policy, problems, placeOf } = readPolicy(WHOLE, FILE)
    expect(problems).toEqual([])
    expect(JSON.parse(JSON.stringify(policy))).toMatchObject({
      configs: ['configs/*.json', '!configs/old.json', { files: ['configs/phone/*.json'] }],
      rules: { LP102: 'off', LP301: 'error' },
      baseline: [{ rule: 'LP101', until: '2027-01-31' }],
    })
    expect(placeOf(['baseline', 0])).toMatchObject({ line: 20, column: 5 })
  })

  test('every unknown key is an error with the nearest name, at its own place', () => {
    const text =
      'version: 1\ntarget: [a]\nrules:\n  LP1O1: off\nbaseline:\n  - rule: LP101\n    config: a\n    reason: b\n    untill: c\n'
    expect(said(text)).toEqual([
      '2:1 LP005 target is not a key of this format. Did you mean targets?',
      expect.stringMatching(/^4:3 LP005 rules\.LP1O1 is not a key of this format\. Did you mean LP101/),
      '9:5 LP005 baseline[0].untill is not a key of this format. Did you mean until?',
    ])
  })

  test('inside a group of configs too', () => {
    expect(said('version: 1\nconfigs:\n  - files: [a]\n    target: [b]\n    targets: [c]\n')).toEqual([
      expect.stringContaining('4:5 LP005 configs[0].target is not a key'),
    ])
  })

  test.each([
    ['', '1:1 LP901 The file is empty.'],
    ['version: 2\n', '1:10 LP004 version must be 1.'],
    ['targets: [a]\n', '1:1 LP004 version is missing.'],
    ['version: 1\nfail-on: errors\n', '2:10 LP004 fail-on must be error, warning or never. Did you mean error?'],
    ['version: 1\nvram-headroom: 60%\n', '2:16 LP901 Write the head-room as 512MiB, 1.5GiB or 5% (at most 50%).'],
    ['version: 1\nrules:\n  LP010: off\n', '3:10 LP004 rules.LP010 must be error or warning.'],
    ['version: 1\nrules:\n  LP001: warning\n', '3:10 LP004 rules.LP001 must be error.'],
    [
      'version: 1\nbaseline:\n  - {rule: LP101, config: a, reason: b, until: 2027-02-30}\n',
      '3:48 LP901 There is no such day; write it as 2027-01-31.',
    ],
    ['version: 1\nbaseline:\n  - {rule: LP101, config: a}\n', '3:5 LP004 baseline[0].reason is missing.'],
    ['version: 1\nversion: 1\n', '2:1 LP901 version stands here for the second time.'],
    ['version: 1\nconfigs: 5\n', '2:10 LP004 configs must be a list, not 5.'],
    ['version: 1\n  targets: [a]\n', '1:10 LP901 The indentation does not fit what stands above.'],
  ])('%j', (text, problem) => {
    expect(said(text)).toContain(problem)
    expect(readPolicy(text, FILE).policy).toBeNull()
  })

  test('says nothing of what stands in the file beyond its keys and numbers', () => {
    const text =
      'version: 1\nfail-on: ghs_SECRET\nvram-headroom: ghs_SECRET\nconfigs: ghs_SECRET\ntargets: [*ghs_SECRET]\n'
    expect(said(text).join(' ')).not.toContain('SECRET')
    expect(said('ghs_SECRET').join(' ')).not.toContain('SECRET')
  })
})

describe('readBaseline', () => {
  test('reads entries from a file of their own', () => {
    const { policy } = readBaseline('version: 1\nbaseline:\n  - {rule: LP101, config: a, reason: b}\n', 'known.yml')
    expect(policy?.baseline).toHaveLength(1)
    expect(readBaseline('version: 1\ntargets: [a]\nbaseline: []\n', 'known.yml').policy).toBeNull()
  })
})
