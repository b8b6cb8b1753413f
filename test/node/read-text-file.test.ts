import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { MIB } from '../../shared/units.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { userErrorOf } from '../helpers/thrown.ts'

async function fileWith(content: string | Uint8Array): Promise<string> {
  const path = join(await tempFolder(), 'config.json')
  await writeFile(path, content)
  return path
}

describe('readTextFile', () => {
  it('reads UTF-8 and leaves a byte order mark to the parser', async () => {
    expect(await readTextFile(await fileWith('\uFEFF{"a": "ü"}\r\n'), 100)).toBe('\uFEFF{"a": "ü"}\r\n')
  })

  it('reads a file of exactly the limit and refuses one byte more', async () => {
    expect(await readTextFile(await fileWith('12345'), 5)).toBe('12345')
    const path = await fileWith('123456')
    expect((await userErrorOf(() => readTextFile(path, 5))).message).toBe(
      `${path} is too large: 6 bytes, and at most 5 bytes are read`,
    )
  })

  it('refuses 200 MB in one line', async () => {
    const path = await fileWith('{')
    await truncate(path, 200e6)
    const error = await userErrorOf(() => readTextFile(path, 4 * MIB))
    expect(error).toMatchObject({
      kind: 'input',
      message: `${path} is too large: 190.7 MiB, and at most 4.0 MiB are read`,
    })
  })

  it('names text that is not UTF-8', async () => {
    const utf16 = await fileWith(Buffer.from('\uFEFF{"a": 1}', 'utf16le'))
    expect(await userErrorOf(() => readTextFile(utf16, 100))).toMatchObject({
      message: `${utf16} is UTF-16 text, not UTF-8`,
      hint: 'Save it as UTF-8.',
    })
    const latin1 = await fileWith(Buffer.from('{"a": "ü"}', 'latin1'))
    expect((await userErrorOf(() => readTextFile(latin1, 100))).message).toBe(`${latin1} is not UTF-8 text`)
  })

  it('names a model that was given for a config, whatever its size', async () => {
    const model = await fileWith(Buffer.concat([Buffer.from('GGUF'), Buffer.alloc(200)]))
    expect(await userErrorOf(() => readTextFile(model, 100))).toMatchObject({
      message: `${model} is a GGUF model, not text`,
      hint: 'A model is named with --model.',
    })
  })

  it('names a missing, an empty and a wrong kind of file', async () => {
    const folder = await tempFolder()
    expect((await userErrorOf(() => readTextFile(join(folder, 'none'), 100))).message).toContain('does not exist')
    expect((await userErrorOf(() => readTextFile(folder, 100))).message).toContain('is a folder')
    const empty = await fileWith('')
    expect((await userErrorOf(() => readTextFile(empty, 100))).message).toBe(`${empty} is empty`)
  })
})
