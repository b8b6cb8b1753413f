import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  FOREIGN_FORMATS,
  FOREIGN_LIMITS,
  type ForeignFormat,
  readForeign,
} from '../../../shared/config/formats/index.ts'
import type { RuntimeConfig } from '../../../shared/config/runtime-config.ts'
import { CACHE_TYPES } from '../../../shared/config/settings.ts'
import { llamaServerCommand } from '../../../shared/export/llama-server.ts'
import { one, valueText } from './read.ts'

const path = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => !/\0/.test(text))

/** Configs that state all that an export states, so that nothing is filled in on the way. */
const config: fc.Arbitrary<RuntimeConfig> = fc.record({
  backend: fc.constant('cuda' as const),
  model_path: path,
  settings: fc.record(
    {
      n_ctx: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      n_parallel: fc.integer({ min: 1, max: 256 }),
      n_batch: fc.integer({ min: 1, max: 8192 }),
      n_ubatch: fc.integer({ min: 1, max: 8192 }),
      flash_attn: fc.constantFrom('on' as const, 'off' as const, 'auto' as const),
      cache_type_k: fc.constantFrom(...CACHE_TYPES),
      cache_type_v: fc.constantFrom(...CACHE_TYPES),
      n_gpu_layers: fc.integer({ min: -1, max: 999 }),
      kv_unified: fc.boolean(),
      n_threads: fc.integer({ min: 1, max: 512 }),
      n_threads_batch: fc.integer({ min: 1, max: 512 }),
      n_cpu_moe: fc.integer({ min: 1, max: 99 }),
      override_tensor: fc.array(
        fc.constantFrom(
          'blk\\.[0-3]\\..*=CPU',
          'ffn_(up|down)_exps=CPU',
          '^output\\.weight$=CUDA1',
          'attn=RPC0[10.0.0.2:5005]',
        ),
        { minLength: 1, maxLength: 3 },
      ),
      split_mode: fc.constantFrom('none' as const, 'layer' as const, 'row' as const),
      tensor_split: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 8 }),
      offload_kqv: fc.constant(false),
      swa_full: fc.constant(true),
      use_mmap: fc.boolean(),
      poll: fc.integer({ min: 0, max: 100 }),
      prio: fc.integer({ min: -1, max: 3 }),
      numa: fc.constantFrom('distribute' as const, 'isolate' as const, 'numactl' as const),
      rope_freq_base: fc.double({ min: 1, max: 1e7, noNaN: true }),
    },
    {
      requiredKeys: [
        'n_ctx',
        'n_parallel',
        'n_batch',
        'n_ubatch',
        'flash_attn',
        'cache_type_k',
        'cache_type_v',
        'n_gpu_layers',
        'kv_unified',
      ],
    },
  ),
  metadata: fc.constant({ program: 'server' as const }),
})

describe('an exported config', () => {
  test('comes back as it was, from a shell', () => {
    fc.assert(
      fc.property(config, (given) => {
        const read = one('shell', llamaServerCommand(given))
        expect(read.findings).toEqual([])
        expect(read.config).toEqual(given)
      }),
    )
  })

  test('comes back from a llama-swap block and a compose list, each value at its place', () => {
    const plain = config.filter(
      ({ model_path, settings }) =>
        /^[\w./-]+$/.test(model_path) && !model_path.startsWith('-') && settings.override_tensor === undefined,
    )
    const named = fc.tuple(plain, fc.integer({ min: 1, max: 6 })).map(([given, indent]) => ({ given, indent }))
    fc.assert(
      fc.property(named, ({ given, indent }) => {
        const words = llamaServerCommand(given).split(' ')
        const pad = ' '.repeat(4 + indent)
        const swap = `models:\n  m:\n    cmd: |\n${words.map((word) => `${pad}${word}\n`).join('')}`
        const compose = `services:\n  m:\n    command:\n${words.map((word) => `${pad}- "${word}"\n`).join('')}`
        for (const [format, text] of [
          ['llama-swap', swap],
          ['compose', compose],
        ] as const) {
          const read = one(format, text)
          expect(read.config).toEqual(given)
          expect(valueText(text, read, ['settings', 'n_ctx'])).toBe(`${given.settings.n_ctx}`)
          expect(valueText(text, read, ['settings', 'cache_type_v'])).toBe(given.settings.cache_type_v)
          expect(valueText(text, read, ['model_path'])).toBe(given.model_path)
        }
      }),
      { numRuns: 40 },
    )
  })
})

/** Pieces that the formats are made of, in any order. */
const pieces = fc.constantFrom(
  'llama-server',
  ' -m m.gguf',
  ' -c 4096',
  ' -ngl ',
  '$X',
  '${X:-1}',
  '"',
  "'",
  '`',
  '\\',
  '\n',
  ' ',
  '#',
  '(',
  ')',
  '|',
  '&&',
  '<<E',
  'E\n',
  'FROM x\n',
  'CMD ',
  'ENV A=1',
  '["-m","x"]',
  'services:\n',
  '  a:\n',
  '    image: llama.cpp:server\n',
  '    command: ',
  'models:\n',
  '    cmd: |\n      ',
  '${A}',
  'macros:\n',
  '  A: ',
  '&a ',
  '*a',
  '<<: *a\n',
  '- ',
  '{',
  '}',
  '[',
  ']',
  ': ',
  '=',
  'LLAMA_ARG_CTX_SIZE=1\n',
  'PARAMETER num_ctx 1\n',
  '"""',
  '[*]\n',
  'c = 1\n',
  '\r\n',
  '\uFEFF',
  '\0',
  '\u2028',
  '__proto__',
  '-fa',
  '--',
)

test('nothing that a file may hold throws, and every place is in the file', () => {
  const text = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(
      fc.constantFrom(...FOREIGN_FORMATS),
      fc.oneof(text, fc.string({ maxLength: 200 })),
      (format, source) => {
        const lines = source.replace(/^\uFEFF/, '').split('\n')
        const { configs } = readForeign(format, source)
        expect(configs.length).toBeGreaterThan(0)
        for (const { config: read, findings, placeOf } of configs) {
          if (read === null) expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
          for (const place of [...findings.map((finding) => finding.place), placeOf(['settings', 'n_ctx'])]) {
            expect(place.line).toBeLessThanOrEqual(lines.length)
            expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length + 2)
          }
        }
      },
    ),
    { numRuns: 3000 },
  )
})

describe('limits', () => {
  const limited = (format: ForeignFormat, text: string) =>
    readForeign(format, text).configs.flatMap(({ config: read, findings }) =>
      read === null ? findings.filter(({ rule }) => rule === 'LP007').map(({ args }) => args['limit']) : [],
    )

  test.each(FOREIGN_FORMATS)('%s: length', (format) => {
    expect(limited(format, ' '.repeat(FOREIGN_LIMITS.length + 1))).toEqual(['length'])
  })

  test.each(['llama-swap', 'compose'] as const)('%s: nesting is counted before anything is built', (format) => {
    expect(limited(format, '['.repeat(10_000))).toEqual(['nesting'])
    expect(limited(format, '- '.repeat(10_000))).toEqual(['nesting'])
    expect(limited(format, Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n'))).toEqual([
      'nesting',
    ])
    expect(limited(format, '{a: '.repeat(60) + '1' + '}'.repeat(60))).toEqual([])
  })

  test('keys, servers, macros that grow, merges that do', () => {
    const many = (count: number, line: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => line(index)).join('\n')
    expect(
      limited(
        'compose',
        many(20_001, (index) => `k${index}: v`),
      ),
    ).toEqual(['keys'])
    expect(limited('preset-ini', `[a]\n${many(20_001, (index) => `k${index} = v`)}`)).toEqual(['keys'])
    expect(
      limited(
        'shell',
        many(501, () => 'llama-server -m m -c 1'),
      ),
    ).toEqual(['servers'])
    expect(
      limited(
        'preset-ini',
        many(501, (index) => `[a${index}]\nm = x`),
      ),
    ).toEqual(['servers'])
    const macros = `macros:\n m0: xxxxxxxx\n${many(40, (index) => ` m${index + 1}: "\${m${index}}\${m${index}}"`)}`
    const [grown] = readForeign('llama-swap', `${macros}\nmodels:\n a:\n  cmd: llama-server -m x -c \${m40}`).configs
    expect(grown?.config).toBeNull()
    const merges = `a0: &a0 {x: 1}\n${many(30, (index) => `a${index + 1}: &a${index + 1} {<<: [*a${index}, *a${index}]}`)}`
    expect(limited('compose', merges)).toContain('nesting')
    const itself = 'services: &s\n  a: {<<: *s}\n'
    expect(limited('compose', itself)).toContain('nesting')
  })

  test('a key that stands twice is told, and __proto__ is a key as any other', () => {
    const twice = 'services:\n  a: {image: "llama.cpp:server", command: -m x}\n  a: {}\n'
    expect(readForeign('compose', twice).configs[0]?.findings[0]).toMatchObject({
      rule: 'LP002',
      place: { line: 3, column: 3 },
    })
    const proto = 'models:\n  __proto__:\n    cmd: llama-server -m x -c 1\n'
    expect(one('llama-swap', proto).name).toBe('__proto__')
    expect(Object.hasOwn(Object.prototype, 'cmd')).toBe(false)
  })
})
