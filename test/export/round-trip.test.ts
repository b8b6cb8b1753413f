import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ForeignFormat, readForeign } from '../../shared/config/formats/index.ts'
import { exportConfig, type ExportFormat, type RuntimeConfig, UserError } from '../../shared/index.ts'
import { one } from '../config/formats/read.ts'
import { statedConfig, withSettings } from './configs.ts'

/** The config that a text means, or null where the export refused it. */
function back(format: ExportFormat, as: ForeignFormat, config: RuntimeConfig): RuntimeConfig | null {
  try {
    const read = one(as, exportConfig(config, format))
    expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    return read.config
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

describe('an export that is read again gives the same config', () => {
  test.each([
    ['llama-server', 'shell'],
    ['env', 'env'],
    ['preset-ini', 'preset-ini'],
    ['llama-swap', 'llama-swap'],
  ] as const)('%s', (format, as) => {
    let read = 0
    fc.assert(
      fc.property(statedConfig(), (config) => {
        const again = back(format, as, config)
        if (again === null) return
        read++
        expect(again).toEqual(config)
      }),
      { numRuns: 200 },
    )
    // Most paths are hostile, and few of them are refused.
    expect(read).toBeGreaterThan(80)
  })

  test.each(['cuda', 'rocm', 'vulkan', 'sycl', 'cpu'] as const)('compose with the image for %s', (backend) => {
    fc.assert(
      fc.property(statedConfig(backend), (config) => {
        const again = back('compose', 'compose', config)
        // The model's folder is mounted at /models.
        expect(again).toEqual({ ...config, model_path: config.model_path })
      }),
      { numRuns: 60 },
    )
  })

  test('ollama, as far as a Modelfile goes', () => {
    const text = exportConfig(
      withSettings({ n_ctx: 8192, n_batch: 512, n_ubatch: 512, n_threads: 6 }, { model_path: '/m/a b.gguf' }),
      'ollama',
    )
    const [read] = readForeign('ollama', text).configs
    expect(read?.config).toMatchObject({
      model_path: '/m/a b.gguf',
      settings: { n_ctx: 8192, n_batch: 512, n_ubatch: 512, n_threads: 6, n_gpu_layers: 33, n_parallel: 1 },
    })
  })
})

describe('a path that a format cannot carry is refused in one sentence', () => {
  test.each([
    ['env', "/m/both ' and $.gguf", /disagree on how to quote/],
    ['preset-ini', '/m/a;b.gguf', /start a comment/],
    ['llama-swap', '/m/${PORT}.gguf', /for a macro/],
    ['ollama', '/m/trailing ', /cannot carry the path/],
    ['powershell', '/m/"a".gguf', /cannot pass on a double quote/],
    ['systemd', 'C:\\m\\a.gguf', /path of Windows/],
    ['launchd', 'relative.gguf', /is relative/],
    ['env', '/m/line\nbreak.gguf', /control character/],
    ['compose', '/m/line\nbreak.gguf', /control character/],
    ['systemd', '/m/line\nbreak.gguf', /control character/],
    ['powershell', '/m/line\u2028break.gguf', /control character/],
  ] as const)('%s: %j', (format, model_path, sentence) => {
    expect(() => exportConfig(withSettings({}, { model_path }), format)).toThrow(sentence)
    expect(() => exportConfig(withSettings({}, { model_path }), format)).toThrow(UserError)
  })
})
