import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { exportConfig, exportSet, llamaServerArgs, type ModelSet, UserError } from '../../shared/index.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { HOSTILE_NAMES, withSettings } from './configs.ts'

const PATHS = HOSTILE_NAMES.map((name) => `/models/${name}`)
/** What a careless YAML writer turns into something else: truth values, numbers of every base, dates, nothing. */
const YAML_NAMES = ['on', 'yes', 'n', '012', '0x1f', '1e3', '12:34', '2024-01-01', '~', 'null', '=', '<<', '- a', '? b']

function set(model_paths: readonly string[]): ModelSet {
  const names = model_paths.map((_, at) => `m${at}`)
  const members = model_paths.map((model_path, at) => ({ name: `m${at}`, config: withSettings({}, { model_path }) }))
  return { kind: 'model_set', version: 1, members, groups: [{ name: 'all', swap: false, members: names }] }
}

const SWAPPABLE = PATHS.filter((path) => !path.includes('${'))

/** Every YAML text that we write. */
const YAML_TEXTS: readonly string[] = [
  ...(['cuda', 'rocm', 'vulkan', 'sycl', 'cpu'] as const).flatMap((backend) =>
    [...PATHS, ...YAML_NAMES].map((model_path) =>
      exportConfig(withSettings({ use_mlock: true, flash_attn: 'on' }, { backend, model_path }), 'compose'),
    ),
  ),
  ...[...SWAPPABLE, ...YAML_NAMES].map((model_path) => exportConfig(withSettings({}, { model_path }), 'llama-swap')),
  exportSet(set(PATHS), 'compose').text,
  exportSet(set(SWAPPABLE), 'llama-swap').text,
]

describe('YAML means the same to every reader', () => {
  test('of version 1.1 and of version 1.2', () => {
    for (const text of YAML_TEXTS) expect(parseYaml(text, { version: '1.1' })).toEqual(parseYaml(text))
  })

  const has = spawnSync('python3', ['-c', 'import yaml']).status === 0

  // Where the reader is not installed, the test above stands alone.
  // oxlint-disable-next-line vitest/no-conditional-tests -- not there, rather than skipped
  if (has)
    test('PyYAML', () => {
      const code = 'import json,sys,yaml; print(json.dumps([yaml.safe_load(t) for t in json.load(sys.stdin)]))'
      const { stdout, stderr } = spawnSync('python3', ['-c', code], {
        input: JSON.stringify(YAML_TEXTS),
        encoding: 'utf8',
        env: { ...process.env, PYTHONUTF8: '1' },
      })
      expect(stderr).toBe('')
      expect(JSON.parse(stdout)).toEqual(YAML_TEXTS.map((text): unknown => parseYaml(text)))
    })
})

test("compose's own variables do not touch a path (compose-spec, interpolation: $$ is one $), read here by a reader of its own", () => {
  for (const model_path of PATHS) {
    const file = parseYaml(exportConfig(withSettings({}, { model_path }), 'compose')) as {
      services: Record<string, { command: string[]; volumes: { source: string }[] }>
    }
    const [service] = Object.values(file.services)
    const inside = llamaServerArgs(withSettings({}, { model_path }))
    expect(service?.command.map(interpolated)).toEqual([...inside, '--host', '0.0.0.0', '--port', '8080'])
    expect(service?.volumes.map(({ source }) => interpolated(source))).toEqual(['/models'])
  }
})

/** @throws Error where compose would put a variable in, or refuse the text */
function interpolated(text: string): string {
  return text.replaceAll(/\$(.?)/gs, (_, next: string) => {
    if (next !== '$') throw new Error(`compose would take $${next} for a variable: ${text}`)
    return '$'
  })
}

describe("llama-swap's command", () => {
  const has = spawnSync('python3', ['-c', 'import shlex']).status === 0
  const commands = SWAPPABLE.map((model_path) => {
    const file = parseYaml(exportConfig(withSettings({}, { model_path }), 'llama-swap')) as {
      models: Record<string, { cmd: string }>
    }
    return Object.values(file.models)[0]?.cmd ?? ''
  })
  const words = SWAPPABLE.map((model_path) => [
    'llama-server',
    ...llamaServerArgs(withSettings({}, { model_path })),
    '--host',
    '127.0.0.1',
    '--port',
    '${PORT}',
  ])

  // oxlint-disable-next-line vitest/no-conditional-tests -- not there, rather than skipped
  if (has)
    test('is split into its words by the shlex of Python, whose POSIX rules llama-swap follows', () => {
      const code = 'import json,shlex,sys; print(json.dumps([shlex.split(c) for c in json.load(sys.stdin)]))'
      const { stdout } = spawnSync('python3', ['-c', code], {
        input: JSON.stringify(commands),
        encoding: 'utf8',
        env: { ...process.env, PYTHONUTF8: '1' },
      })
      expect(JSON.parse(stdout)).toEqual(words)
    })

  test('is split into its words by a POSIX shell', () => {
    const script = commands.map((command) => `printf '%s\\0' ${command}; echo`).join('\n')
    const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8', env: { PORT: '${PORT}' } })
    expect(
      stdout
        .split('\n')
        .slice(0, -1)
        .map((line) => line.split('\0').slice(0, -1)),
    ).toEqual(words)
  })
})

test('an env file, read by a shell: every path that is not refused arrives', async () => {
  const folder = await tempFolder()
  let read = 0
  for (const [at, model_path] of PATHS.entries()) {
    const text = textOrNull(() => exportConfig(withSettings({}, { model_path }), 'env'))
    if (text === null) continue
    const file = join(folder, `${at}.env`)
    // oxlint-disable-next-line no-await-in-loop -- one file, one reader
    await writeFile(file, text)
    const { stdout } = spawnSync('sh', ['-c', `set -a; . "$1"; printf %s "$LLAMA_ARG_MODEL"`, 'sh', file], {
      encoding: 'utf8',
    })
    expect(stdout).toBe(model_path)
    read++
  }
  expect(read).toBeGreaterThan(6)
})

/** Null where the format cannot carry the path. */
function textOrNull(write: () => string): string | null {
  try {
    return write()
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}
