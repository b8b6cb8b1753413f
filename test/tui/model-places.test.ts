import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findModels, isModelName } from '../../cli/find-models.ts'
import { modelPlaces, type ModelPlace, type PlaceHints } from '../../cli/model-places.ts'
import type { FoundFile } from '../../cli/tui/services.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const LINUX: PlaceHints = { env: {}, platform: 'linux', cwd: '/home/ada/project', home: '/home/ada' }

function pathsOf(name: string, hints: Partial<PlaceHints>): string[] {
  return modelPlaces({ ...LINUX, ...hints })
    .filter((place) => place.name === name)
    .map(({ path }) => path)
}

test.each<[string, Partial<PlaceHints>, string[]]>([
  ['here', {}, ['/home/ada/project']],
  ['./models', {}, ['/home/ada/project/models']],
  ['llama.cpp', {}, ['/home/ada/.cache/llama.cpp']],
  ['llama.cpp', { env: { XDG_CACHE_HOME: '/x' } }, ['/x/llama.cpp']],
  ['llama.cpp', { env: { XDG_CACHE_HOME: '/x', LLAMA_CACHE: '/own' } }, ['/own']],
  ['llama.cpp', { platform: 'darwin', home: '/Users/ada' }, ['/Users/ada/Library/Caches/llama.cpp']],
  ['llama.cpp', { platform: 'win32', home: 'C:\\ada', env: { LOCALAPPDATA: 'C:\\L' } }, ['C:\\L\\llama.cpp']],
  ['HF cache', {}, ['/home/ada/.cache/huggingface/hub']],
  ['HF cache', { env: { XDG_CACHE_HOME: '/x' } }, ['/x/huggingface/hub']],
  ['HF cache', { env: { XDG_CACHE_HOME: '/x', HF_HOME: '/hf' } }, ['/hf/hub']],
  ['HF cache', { env: { HF_HOME: '/hf', HUGGINGFACE_HUB_CACHE: '/old' } }, ['/old']],
  ['HF cache', { env: { HUGGINGFACE_HUB_CACHE: '/old', HF_HUB_CACHE: '/new' } }, ['/new']],
  ['LM Studio', {}, ['/home/ada/.lmstudio/models', '/home/ada/.cache/lm-studio/models']],
  ['LM Studio', { lm_studio_home: '/big/lm\n' }, ['/big/lm/models', '/home/ada/.cache/lm-studio/models']],
  ['Ollama', {}, ['/home/ada/.ollama/models', '/usr/share/ollama/.ollama/models']],
  ['Ollama', { env: { OLLAMA_MODELS: '/o' } }, ['/o', '/usr/share/ollama/.ollama/models']],
  ['Ollama', { platform: 'darwin' }, ['/home/ada/.ollama/models']],
])('%s with %j is looked for in %j', (name, hints, expected) => {
  expect(pathsOf(name, hints)).toEqual(expected)
})

test('one folder with two names is one place', () => {
  const paths = modelPlaces({ ...LINUX, env: { LLAMA_CACHE: '/c', HF_HUB_CACHE: '/c' } }).map(({ path }) => path)
  expect(paths.filter((path) => path === '/c')).toHaveLength(1)
})

test.each([
  ['a.gguf', true],
  ['A.GGUF', true],
  ['a-00001-of-00003.gguf', true],
  ['a-00002-of-00003.gguf', false],
  ['mmproj-model-f16.gguf', false],
  ['gemma-mmproj.gguf', false],
  ['a.gguf.part', false],
  ['a.bin', false],
])('%s is a model to list: %s', (name, expected) => {
  expect(isModelName(name)).toBe(expected)
})

async function put(path: string, size = 10): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, '')
  await truncate(path, size)
}

async function scan(places: readonly ModelPlace[], signal = new AbortController().signal) {
  const found: FoundFile[] = []
  const notes = await findModels(places, (files) => found.push(...files), signal)
  return { notes, found: found.toSorted((a, b) => (a.path < b.path ? -1 : 1)) }
}

test('files are found with their place, parts together, each once', async () => {
  const home = await tempFolder()
  const cwd = join(home, 'project')
  await put(join(cwd, 'here.gguf'))
  await put(join(cwd, 'deep', 'not-here.gguf'))
  await put(join(cwd, 'models', 'sub', 'm-00001-of-00002.gguf'), 100)
  await put(join(cwd, 'models', 'sub', 'm-00002-of-00002.gguf'), 50)
  const repo = join(home, '.cache/huggingface/hub/models--org--name')
  await put(join(repo, 'blobs', 'abc'), 70)
  await mkdir(join(repo, 'snapshots', 'rev1'), { recursive: true })
  await mkdir(join(repo, 'snapshots', 'rev2'), { recursive: true })
  await symlink('../../blobs/abc', join(repo, 'snapshots', 'rev1', 'x.gguf'))
  await symlink('../../blobs/abc', join(repo, 'snapshots', 'rev2', 'x.gguf'))
  await symlink('nowhere', join(repo, 'snapshots', 'rev2', 'gone.gguf'))

  const { found, notes } = await scan(modelPlaces({ ...LINUX, cwd, home }))
  expect(notes).toEqual([])
  expect(found.map(({ name, place, size_bytes }) => [name, place, size_bytes])).toEqual(
    expect.arrayContaining([
      ['here.gguf', 'here', 10],
      ['m-00001-of-00002.gguf', './models', 150],
      ['x.gguf', 'HF cache', 70],
    ]),
  )
  expect(found).toHaveLength(3)
  // Names that work for whoever has the same folder.
  expect(found.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['here.gguf', 'models/sub/m-00001-of-00002.gguf']),
  )
})

test("Ollama's blobs are found by the names that people gave them", async () => {
  const root = await tempFolder()
  const digest = 'a'.repeat(64)
  const layers = [
    { mediaType: 'application/vnd.ollama.image.license', digest: `sha256:${'b'.repeat(64)}` },
    { mediaType: 'application/vnd.ollama.image.model', digest: `sha256:${digest}` },
  ]
  const manifest = join(root, 'manifests/registry.ollama.ai/library/llama3.2/3b')
  await mkdir(dirname(manifest), { recursive: true })
  await writeFile(manifest, JSON.stringify({ layers }))
  const other = join(root, 'manifests/registry.ollama.ai/ada/own/latest')
  await mkdir(dirname(other), { recursive: true })
  await writeFile(other, '{"layers": [{"mediaType": "application/vnd.ollama.image.model", "digest": "../../etc"}]}')
  await put(join(root, 'blobs', `sha256-${digest}`), 33)

  const { found } = await scan([{ name: 'Ollama', path: root, depth: 4, kind: 'ollama' }])
  expect(found).toEqual([
    { path: join(root, 'blobs', `sha256-${digest}`), name: 'llama3.2:3b', size_bytes: 33, place: 'Ollama' },
  ])
})

test('folders that go on and on are left, and it is said', async () => {
  const root = await tempFolder()
  await symlink('.', join(root, 'loop'))
  await put(join(root, 'a.gguf'))
  const { found } = await scan([{ name: 'x', path: root, depth: 50, kind: 'files' }])
  expect(found).toHaveLength(1)
})

test('a scan that is called off reports nothing more', async () => {
  const root = await tempFolder()
  await put(join(root, 'a.gguf'))
  const abort = new AbortController()
  abort.abort()
  expect((await scan([{ name: 'x', path: root, depth: 1, kind: 'files' }], abort.signal)).found).toEqual([])
})
