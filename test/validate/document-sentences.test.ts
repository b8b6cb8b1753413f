import { describe, expect, test } from 'vitest'
import { checkConfig } from '../../shared/validate/check-config.ts'
import { ruleOf } from '../../shared/validate/rules/index.ts'
import { configText } from './cases.ts'

const START = '{"backend":"cuda","model_path":"m.gguf",'

/** Every finding of a text by itself, in words. The model is not known, which is no finding about the text. */
function said(text: string): string[] {
  const { findings } = checkConfig({ text, file: 'c.json', targets: [] })
  const own = findings.filter(({ rule }) => rule !== 'LP010')
  return own.map(({ rule, args }) => `${rule} ${ruleOf(rule)?.sentence(args)}`)
}

describe('what is wrong with a text is said in one sentence', () => {
  test.each<[string, string, string[]]>([
    ['empty', ' \n', ['LP001 Not valid JSON: the file is empty.']],
    ['a bare word', '{"a": yes}', ['LP001 Not valid JSON: this is no JSON value; a text needs double quotes.']],
    ['a number', '{"a": 1.}', ['LP001 Not valid JSON: this number is not written as JSON writes numbers.']],
    ['no key', '{1: 2}', ['LP001 Not valid JSON: a key in double quotes is expected here.']],
    ['no colon', '{"a" 1}', ['LP001 Not valid JSON: a colon is expected here.']],
    ['no comma', '{"a": 1 "b": 2}', ['LP001 Not valid JSON: a comma is expected here.']],
    ['no value', '{"a":', ['LP001 Not valid JSON: a value is expected here.']],
    ['an open brace', '{"a": 1', ['LP001 Not valid JSON: a closing brace is missing here.']],
    ['an open bracket', '[1', ['LP001 Not valid JSON: a closing bracket is missing here.']],
    ['a rest', '{} {}', ['LP001 Not valid JSON: the document has ended; this is left over.']],
    ['a comma too many', '{"a": 1,}', ['LP001 Not valid JSON: the comma before this has nothing after it.']],
    ['an open text', '{"a": "b\n}', ['LP001 Not valid JSON: this text has no closing quote on its line.']],
    ['an escape', '{"a": "\\q"}', ['LP001 Not valid JSON: this escape in a text is not one that JSON knows.']],
    [
      'a key twice',
      configText().replace('{', '{"backend": "cpu",'),
      ['LP002 backend stands here for the second time; programs differ in which one they take.'],
    ],
    [
      'a byte order mark',
      `\uFEFF${configText()}`,
      ['LP003 The file starts with a byte order mark, which other JSON readers refuse.'],
    ],
    ['a comment', configText().replace('{', '{// mine\n'), ['LP003 Other JSON readers refuse comments.']],
    ['no document', '"text"', ['LP004 The document must be an object, not a text.']],
    ['a list for a document', '[]', ['LP004 The document must be an object, not a list.']],
    ['a key that is missing', `{"model_path":"m.gguf","settings":{}}`, ['LP004 backend is missing.']],
    [
      'a text for a number',
      `${START}"settings":{"n_ctx":"4k"}}`,
      ['LP004 settings.n_ctx must be a number, not a text.'],
    ],
    ['a fraction', `${START}"settings":{"n_ctx":1.5}}`, ['LP004 settings.n_ctx must be a whole number, not 1.5.']],
    ['null', `${START}"settings":null}`, ['LP004 settings must be an object, not null.']],
    [
      'a number for a switch',
      `${START}"settings":{"use_mmap":1}}`,
      ['LP004 settings.use_mmap must be true or false, not 1.'],
    ],
    [
      'a switch for a text',
      '{"backend":"cuda","model_path":true,"settings":{}}',
      ['LP004 model_path must be a text, not true or false.'],
    ],
    ['too small', `${START}"settings":{"n_batch":0}}`, ['LP004 settings.n_batch must be at least 1, not 0.']],
    ['too big', `${START}"settings":{"prio":9}}`, ['LP004 settings.prio must be at most 3, not 9.']],
    [
      'a text too short',
      '{"backend":"cuda","model_path":"","settings":{}}',
      ['LP004 model_path must be at least 1 character long.'],
    ],
    [
      'an empty list',
      `${START}"settings":{"tensor_split":[]}}`,
      ['LP004 settings.tensor_split must be at least 1 entry long.'],
    ],
    [
      'a list too long',
      `${START}"settings":{"tensor_split":[${Array.from({ length: 129 }, () => 1).join()}]}}`,
      ['LP004 settings.tensor_split must be at most 128 entries long.'],
    ],
    [
      'a word that is no choice',
      `${START}"settings":{"flash_attn":"maybe"}}`,
      ['LP004 settings.flash_attn must be on, off or auto.'],
    ],
    [
      'a slip of the pen',
      `${START}"settings":{"flash_attn":"atuo"}}`,
      ['LP004 settings.flash_attn must be on, off or auto. Did you mean auto?'],
    ],
    [
      'a form that has a name',
      `${START}"settings":{"rpc_servers":["here"]}}`,
      ['LP004 settings.rpc_servers[0] must be host:port, the port from 1 to 65535.'],
    ],
    [
      'a port that there is not',
      `${START}"settings":{"rpc_servers":["here:65535","here:65536","here:99999","here:0"]}}`,
      [1, 2, 3].map((at) => `LP004 settings.rpc_servers[${at}] must be host:port, the port from 1 to 65535.`),
    ],
    [
      'a number over two limits, told by the one that counts',
      `${START}"settings":{"n_ctx":1e308}}`,
      ['LP004 settings.n_ctx must be at most 2147483647, not 1e+308.'],
    ],
    [
      'the number of a choice as a text',
      `{"version":"1",${START.slice(1)}"settings":{}}`,
      ['LP004 version must be a number, not a text.'],
    ],
    [
      'a key that nothing is like',
      `${START}"settings":{"zzz":1}}`,
      ['LP005 settings.zzz is not a key of this format.'],
    ],
    [
      'a key by another tool’s name',
      `${START}"settings":{"ngl":1}}`,
      ['LP005 settings.ngl is not a key of this format. Did you mean n_gpu_layers?'],
    ],
    [
      'a key in the wrong place',
      `${START}"n_ctx":1,"settings":{}}`,
      ['LP005 n_ctx is not a key of this format. It belongs in settings.'],
    ],
    [
      'a later format',
      `{"version":2,${START.slice(1)}"settings":{}}`,
      ['LP006 The config says version 2; this release reads version 1 only.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  test.each([
    [51, '1 more value is wrong.'],
    [52, '2 more values are wrong.'],
  ])('of %i wrong values the last that is listed counts the rest', (length, rest) => {
    const split = Array.from({ length }, () => '"x"').join()
    const all = said(`${START}"settings":{"tensor_split":[${split}]}}`)
    expect(all).toHaveLength(50)
    expect(all[0]).toBe('LP004 settings.tensor_split[0] must be a number, not a text.')
    expect(all[49]).toBe(`LP004 settings.tensor_split[49] must be a number, not a text. ${rest}`)
  })

  test.each([
    [51, '1 more key is unknown.'],
    [53, '3 more keys are unknown.'],
  ])('of %i unknown keys too', (length, rest) => {
    const keys = Array.from({ length }, (_, index) => `"zzzz${index}":1`).join()
    const all = said(`${START}"settings":{${keys}}}`)
    expect(all).toHaveLength(50)
    expect(all[0]).toBe('LP005 settings.zzzz0 is not a key of this format.')
    expect(all[49]).toBe(`LP005 settings.zzzz49 is not a key of this format. ${rest}`)
  })

  test.each([
    [{ length: 10, nesting: 9, keys: 9 }, 'more than 10 characters and'],
    [{ length: 5000, nesting: 2, keys: 9 }, 'more than 2 levels of nesting and'],
    [{ length: 5000, nesting: 9, keys: 2 }, 'more than 2 keys and'],
  ])('a limit that is passed is named: %j', (limits, what) => {
    const text = '{"a": {"b": {"c": {"d": 1}}}}'
    const [finding] = checkConfig({ text, file: 'c.json', targets: [], limits }).findings
    expect(finding?.rule).toBe('LP007')
    expect(ruleOf('LP007')?.sentence(finding?.args ?? {})).toBe(`The document has ${what} was not read.`)
  })

  test('large limits are grouped by thousands', () => {
    const sentence = ruleOf('LP007')?.sentence({ limit: 'length', most: 2_000_000 })
    expect(sentence).toBe('The document has more than 2,000,000 characters and was not read.')
  })
})

describe('what only another reader finds', () => {
  test.each<[string, Parameters<NonNullable<ReturnType<typeof ruleOf>>['sentence']>[0], string]>([
    [
      'LP004',
      { key: 'weight', problem: 'not_over', limit: 0, of: 'number', value: 0 },
      'weight must be more than 0, not 0.',
    ],
    [
      'LP004',
      { key: 'model', problem: 'type', expected: ['string', 'array', 'string', 'null'], found: 'boolean' },
      'model must be a text, a list or null, not true or false.',
    ],
    [
      'LP004',
      { key: 'models', problem: 'type', expected: ['record'], found: 'number', value: 7 },
      'models must be an object, not 7.',
    ],
    [
      'LP004',
      { key: 'range', problem: 'type', expected: ['tuple'], found: 'object' },
      'range must be a list, not an object.',
    ],
    [
      'LP004',
      { key: 'x', problem: 'type', expected: ['shorter'], found: 'array' },
      'x must be something shorter, not a list.',
    ],
    [
      'LP004',
      { key: 'x', problem: 'type', expected: ['number'], found: 'date' },
      'x must be a number, not another kind of value.',
    ],
    [
      'LP004',
      { key: 'x', problem: 'too_big', limit: 32, of: 'string', found: 'string' },
      'x must be at most 32 characters long.',
    ],
    [
      'LP004',
      { key: 'x', problem: 'type', expected: ['int', 'null'], found: 'string' },
      'x must be a whole number or null, not a text.',
    ],
    ['LP004', { key: 'x', problem: 'other' }, 'x is not valid.'],
    [
      'LP004',
      { key: '', problem: 'other_file' },
      'This is a hardware snapshot, not a runtime config. A snapshot is a target: pass it with --hardware.',
    ],
    ['LP001', { problem: 'comment_not_closed' }, 'Not valid JSON: this comment does not end.'],
    [
      'LP001',
      { problem: 'control_character' },
      'Not valid JSON: this text holds a control character; write it as an escape.',
    ],
    ['LP005', { key: 'x', near: ['a', 'b'] }, 'x is not a key of this format. Did you mean a, b?'],
    ['LP005', { key: '--x', near: ['-c'] }, '--x is not an option of llama-server. Did you mean -c?'],
  ])('%s %j', (rule, args, expected) => {
    expect(ruleOf(rule)?.sentence(args)).toBe(expected)
  })
})
