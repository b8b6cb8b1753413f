import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { parse as parsePlist } from 'plist'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { exportConfig, llamaServerArgs, UserError } from '../../shared/index.ts'
import composeSchema from '../fixtures/schemas/compose-spec.json' with { type: 'json' }
import swapSchema from '../fixtures/schemas/llama-swap.json' with { type: 'json' }
import { tempFolder } from '../helpers/temp-folder.ts'
import { HOSTILE_NAMES, withSettings } from './configs.ts'
import { withoutDialect } from './without-dialect.ts'

const PATHS = HOSTILE_NAMES.map((name) => `/models/${name}`)
const LISTEN = ['--host', '127.0.0.1', '--port', '8080']

describe("compose, held against the specification's own schema", () => {
  const ajv = new Ajv({ strict: false, validateFormats: false })
  const valid = ajv.compile(withoutDialect(composeSchema))

  test.each(['cuda', 'rocm', 'vulkan', 'sycl', 'cpu'] as const)('%s', (backend) => {
    for (const model_path of [...PATHS, 'hf:owner/repo:Q4_K_M', 'models/a.gguf', 'C:\\models\\a b.gguf']) {
      const text = exportConfig(withSettings({ use_mlock: true }, { backend, model_path }), 'compose')
      const file: unknown = parseYaml(text)
      expect(valid(file), JSON.stringify(valid.errors)).toBe(true)
    }
  })

  test('asks for as many NVIDIA GPUs as were planned for, and for a folder that is there', () => {
    const file = parseYaml(exportConfig(withSettings({ tensor_split: [3, 1] }, { model_path: 'm/a.gguf' }), 'compose'))
    const [service] = Object.values(file.services) as Record<string, unknown>[]
    expect(service).toMatchObject({
      deploy: { resources: { reservations: { devices: [{ driver: 'nvidia', count: 2 }] } } },
      volumes: [{ source: './m', target: '/models', bind: { create_host_path: false } }],
      ports: ['127.0.0.1:8080:8080'],
    })
  })

  test('is refused for Metal, which no container reaches', () => {
    expect(() => exportConfig(withSettings({}, { backend: 'metal' }), 'compose')).toThrow(/no access to Metal/)
  })
})

test("llama-swap, held against llama-swap's own schema", () => {
  const valid = new Ajv({ strict: false, validateFormats: false }).compile(withoutDialect(swapSchema))
  for (const model_path of PATHS.filter((path) => !path.includes('${'))) {
    const file: unknown = parseYaml(exportConfig(withSettings({}, { model_path }), 'llama-swap'))
    expect(valid(file), JSON.stringify(valid.errors)).toBe(true)
  }
})

describe('systemd', () => {
  const has = spawnSync('systemd-analyze', ['--version']).status === 0

  // Where the reader is not installed, the test below stands alone.
  // oxlint-disable-next-line vitest/no-conditional-tests -- not there, rather than skipped
  if (has)
    test('systemd-analyze verifies the unit, whatever the path', async () => {
      const folder = await tempFolder()
      const units = await Promise.all(
        PATHS.map(async (model_path, index) => {
          const unit = join(folder, `llama${index}.service`)
          await writeFile(unit, exportConfig(withSettings({}, { model_path }), 'systemd', { engine: '/bin/true' }))
          return unit
        }),
      )
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...units], { encoding: 'utf8' })
      const ours = stderr.split('\n').filter((line) => line.includes(folder))
      expect({ status, ours }).toEqual({ status: 0, ours: [] })
    })

  test('quotes by the rules of systemd.syntax(7), read here by a reader of its own', () => {
    for (const model_path of PATHS) {
      const config = withSettings({}, { model_path })
      const unit = exportConfig(config, 'systemd', { engine: '/bin/true' })
      const [line = ''] = unit.split('\n').filter((one) => one.startsWith('ExecStart='))
      expect(systemdWords(line.slice('ExecStart='.length))).toEqual([
        '/bin/true',
        ...llamaServerArgs(config),
        ...LISTEN,
      ])
    }
  })

  test('starts in the folder that a relative path is taken from', () => {
    const unit = exportConfig(withSettings({}, { model_path: 'a.gguf' }), 'systemd', { folder: '/srv/100% models' })
    expect(unit).toContain('\nWorkingDirectory=/srv/100%% models\n')
    expect(() => exportConfig(withSettings({}), 'systemd', { engine: 'bin/llama-server' })).toThrow(UserError)
  })
})

test('launchd, read by a plist library', () => {
  for (const model_path of PATHS) {
    const config = withSettings({}, { model_path })
    const file = parsePlist(exportConfig(config, 'launchd'))
    expect(file).toMatchObject({
      ProgramArguments: ['/opt/homebrew/bin/llama-server', ...llamaServerArgs(config), ...LISTEN],
      RunAtLoad: true,
      KeepAlive: { SuccessfulExit: false },
    })
  }
})

describe('llama-cpp-python', () => {
  const has = spawnSync('python3', ['--version']).status === 0

  // oxlint-disable-next-line vitest/no-conditional-tests -- not there, rather than skipped
  if (has)
    test('Python runs it and gets the same values', async () => {
      const folder = await tempFolder()
      await mkdir(join(folder, 'llama_cpp'))
      const stub = 'import json\nclass Llama:\n    def __init__(self, **kwargs):\n        print(json.dumps(kwargs))\n'
      await writeFile(join(folder, 'llama_cpp', '__init__.py'), stub)
      // One run for all: Python is slow to start.
      const code = PATHS.map((model_path) =>
        exportConfig(withSettings({ n_gpu_layers: 20, cache_type_k: 'q8_0' }, { model_path }), 'llama-cpp-python'),
      )
      const { stdout, stderr } = spawnSync('python3', ['-'], {
        input: code.join(''),
        encoding: 'utf8',
        env: { ...process.env, PYTHONPATH: folder, PYTHONUTF8: '1' },
      })
      expect(stderr).toBe('')
      const calls = stdout
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line))
      expect(calls).toMatchObject(
        PATHS.map((model_path) => ({ model_path, n_gpu_layers: 20, n_ctx: 8192, n_ubatch: 512, type_k: 8 })),
      )
    })
})

describe('PowerShell', () => {
  const program = ['pwsh', 'powershell'].find((name) => spawnSync(name, ['-Version']).status === 0)
  const paths = PATHS.filter((path) => !path.includes('"'))

  // Where the reader is not installed, the test below stands alone.
  // oxlint-disable-next-line vitest/no-conditional-tests -- not there, rather than skipped
  if (program !== undefined)
    test('its parser takes the script and gives the words back', async () => {
      const folder = await tempFolder()
      for (const model_path of paths) {
        const config = withSettings({}, { model_path })
        const file = join(folder, 'start.ps1')
        // oxlint-disable-next-line no-await-in-loop -- one file, one reader
        await writeFile(
          file,
          exportConfig(config, 'powershell')
            .replace(/^& .*$/m, '$arguments')
            .replace(/^exit.*$/m, ''),
        )
        const { stdout } = spawnSync(program ?? '', ['-NoProfile', '-File', file], { encoding: 'utf8' })
        expect(stdout.split(/\r?\n/).slice(0, -1)).toEqual(llamaServerArgs(config))
      }
    })

  test('quotes by the rules of about_Quoting_Rules, read here by a reader of its own', () => {
    for (const model_path of paths) {
      const config = withSettings({}, { model_path })
      const script = exportConfig(config, 'powershell')
      const list = /@\(\n(.*)\n\)\n/s.exec(script)?.[1] ?? ''
      expect(powerShellStrings(list)).toEqual(llamaServerArgs(config))
    }
  })

  test('marks a script with other letters than ASCII, and no other', () => {
    expect(exportConfig(withSettings({}, { model_path: 'C:\\m\\é.gguf' }), 'powershell')).toMatch(/^\uFEFF/)
    expect(exportConfig(withSettings({}, { model_path: 'C:\\m\\e.gguf' }), 'powershell')).toMatch(/^\$Error/)
  })
})

/** Words of ExecStart (systemd.syntax(7), "Quoting"; systemd.service(5), "Command lines"; specifiers). */
function systemdWords(line: string): string[] {
  const words: string[] = []
  let at = 0
  while (at < line.length) {
    if (line[at] === ' ') at++
    else {
      let word = ''
      let quote = ''
      for (; at < line.length && (quote !== '' || line[at] !== ' '); at++) {
        const char = line[at] ?? ''
        if (char === '\\') word += line[++at] ?? ''
        else if (quote === '' && (char === '"' || char === "'")) quote = char
        else if (char === quote) quote = ''
        else word += char
      }
      words.push(word.replaceAll('%%', '%').replaceAll('$$', '$'))
    }
  }
  return words
}

/** Comma-separated single-quoted strings; every typographic single quote is a quote, and a doubled one stands for itself. */
function powerShellStrings(list: string): string[] {
  const quote = "['\u2018\u2019\u201A\u201B]"
  const strings = [
    ...list.matchAll(new RegExp(`${quote}((?:[^'\u2018\u2019\u201A\u201B]|${quote}{2})*)${quote}(?:,|$)`, 'gm')),
  ]
  return strings.map(([, body = '']) => body.replaceAll(new RegExp(`(${quote})${quote}`, 'g'), '$1'))
}
