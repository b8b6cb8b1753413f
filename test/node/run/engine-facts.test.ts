import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEngineFacts } from '../../../shared/node/run/engine-facts.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

/** A program in a folder that is called after llama.cpp, which must not make it one. */
async function program(script: string): Promise<string> {
  const path = join(await tempFolder(), 'llama-server')
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  return path
}

test.each([
  ['a release of today', 'echo "version: 0.5.0 (build 1)" >&2', '0.5.0 (build 1)'],
  ['one that knows no --version', 'echo "error: unknown argument"; echo "  -m FNAME, --model FNAME"; exit 1', null],
  ['a wrapper that only forwards', 'echo "loads GGUF files"', null],
])('%s is taken', async (_, script, version) => {
  expect(await readEngineFacts(await program(script))).toMatchObject({ version })
})

test.each([
  ['says nothing and ends well', 'true', 'is no llama-server: --version and --help say nothing of one'],
  ['says nothing and fails', 'exit 1', 'is no llama-server: --version and --help say nothing of one'],
  ['is another program', 'echo "usage: $0 [OPTION]..."', 'is no llama-server: --version and --help say nothing of one'],
  ['lacks a library', 'echo "libfoo.so.1: cannot open" >&2; exit 127', 'does not start: libfoo.so.1: cannot open'],
])('what %s is refused in one sentence', async (_, script, what) => {
  const path = await program(script)
  expect(await userErrorOf(() => readEngineFacts(path))).toMatchObject({
    kind: 'environment',
    message: `${path} ${what}`,
  })
})

test('what is not there is left for its start to tell', async () => {
  expect(await readEngineFacts('/proc/none')).toEqual({ version: null, flags: new Map() })
})
