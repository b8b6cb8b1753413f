import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findEngine } from '../../shared/node/engine.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { userErrorOf } from '../helpers/thrown.ts'

async function program(folder: string, name = 'llama-server'): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  await writeFile(path, '#!/bin/sh\n')
  await chmod(path, 0o755)
  return path
}

const base = { asked: undefined, env: {}, platform: 'linux', cwd: '/' } as const

test('the option wins over the environment, the environment over PATH', async () => {
  const folder = await tempFolder()
  const [a, b, c, d] = await Promise.all(['a', 'b', 'c', 'd'].map((name) => program(join(folder, name))))
  const env = { LP_LLAMA_SERVER: b, LLAMA_SERVER: c, PATH: `/nowhere:${join(folder, 'd')}` }
  expect(await findEngine({ ...base, asked: a, env })).toEqual({ path: a, origin: 'option' })
  expect(await findEngine({ ...base, env })).toEqual({ path: b, origin: 'environment' })
  expect(await findEngine({ ...base, env: { ...env, LP_LLAMA_SERVER: '' } })).toEqual({
    path: c,
    origin: 'environment',
  })
  expect(await findEngine({ ...base, env: { PATH: env.PATH } })).toEqual({ path: d, origin: 'PATH' })
})

test('a folder means the program in it, a bare name is looked up in PATH', async () => {
  const folder = await tempFolder()
  const path = await program(folder)
  const other = await program(folder, 'llama-server-cuda')
  expect(await findEngine({ ...base, asked: folder })).toEqual({ path, origin: 'option' })
  expect(await findEngine({ ...base, asked: 'llama-server-cuda', env: { PATH: folder } })).toMatchObject({
    path: other,
  })
  expect(await findEngine({ ...base, asked: './llama-server', cwd: folder })).toMatchObject({ path })
})

test('a program in the working folder does not run by surprise', async () => {
  const folder = await tempFolder()
  await program(folder)
  const error = await userErrorOf(() => findEngine({ ...base, env: { PATH: ':' }, cwd: folder }))
  expect(error.kind).toBe('environment')
})

test('what is not there or not runnable is trouble of the environment, with how to get it on this system', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'llama-server'), 'text', { mode: 0o644 })
  for (const [platform, way] of [
    ['darwin', 'brew install llama.cpp'],
    ['win32', 'winget install llama.cpp'],
    ['linux', 'github.com/ggml-org/llama.cpp/releases'],
  ] as const) {
    const error = await userErrorOf(() => findEngine({ ...base, platform, env: { PATH: folder } }))
    expect(error).toMatchObject({ kind: 'environment', hint: expect.stringContaining(way) })
  }
  const named = await userErrorOf(() => findEngine({ ...base, asked: join(folder, 'llama-server') }))
  expect(named).toMatchObject({
    kind: 'environment',
    message: expect.stringMatching(/^--engine names .* not a program$/),
  })
})

test('node-llama-cpp alone is named as not enough', async () => {
  const folder = await tempFolder()
  const package_folder = join(folder, 'node_modules/node-llama-cpp')
  await mkdir(package_folder, { recursive: true })
  await writeFile(join(package_folder, 'package.json'), '{"name":"node-llama-cpp","main":"index.js"}')
  await writeFile(join(package_folder, 'index.js'), '')
  const error = await userErrorOf(() => findEngine({ ...base, cwd: folder }))
  expect(error.message).toContain(
    'node-llama-cpp is installed here, but it serves nothing: it takes --chat and --prompt',
  )
})
