import { readFile, readdir, readlink, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGgufFile, readGgufFileHeader } from '../../shared/node/read-gguf-file.ts'
import { writeGguf, type Value } from '../helpers/gguf-writer.ts'
import { fixtureFacts, sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { userErrorOf } from '../helpers/thrown.ts'

/** Writes `model-00001-of-0000N.gguf` and so on, and returns their paths. */
async function writeParts(count: number): Promise<string[]> {
  const folder = await tempFolder()
  const paths = Array.from({ length: count }, (_, i) => join(folder, `model-0000${i + 1}-of-0000${count}.gguf`))
  await Promise.all(
    paths.map((path, i) => {
      const split: [string, Value][] = [
        ['split.no', { type: 2, value: i }],
        ['split.count', { type: 2, value: count }],
        ['split.tensors.count', count],
      ]
      const keys: [string, Value][] =
        i === 0
          ? [
              ['general.architecture', 'llama'],
              ['llama.vocab_size', 9],
            ]
          : []
      const tensors = [{ name: `blk.${i}.ffn_up.weight`, type: 'f16' as const, shape: [32, 8] }]
      return writeFile(path, writeGguf({ keys: [...keys, ...split], tensors }))
    }),
  )
  return paths
}

describe('readGgufFile', () => {
  it('reads a file of full size whose weights are holes', async () => {
    const path = await sparseGguf('qwen3-8b.Q4_K_M', await tempFolder())
    expect(await readGgufFile(path)).toEqual(await fixtureFacts('qwen3-8b.Q4_K_M'))
  })

  it('names a file that is no model, and what it is', async () => {
    const path = join(await tempFolder(), 'model.gguf')
    await writeFile(path, 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5027784512\n')
    const error = await userErrorOf(() => readGgufFile(path))
    expect(error.message).toContain('model.gguf is no GGUF file: it is a Git LFS pointer')
    expect((await userErrorOf(() => readGgufFile(join(path, '..', 'none.gguf')))).message).toContain('does not exist')
  })

  it('reads the header of a file that is no model on its own', async () => {
    const path = join(await tempFolder(), 'lora.gguf')
    const tensors = [{ name: 'blk.0.attn_q.weight.lora_a', type: 'f16' as const, shape: [32, 8] }]
    await writeFile(path, writeGguf({ keys: [['general.type', 'adapter']], tensors }))
    expect((await readGgufFileHeader(path)).tensors).toHaveLength(1)
    expect((await userErrorOf(() => readGgufFile(path))).message).toContain('is a LoRA adapter')
  })

  it('leaves no file open, read or refused', async () => {
    const [first = ''] = await writeParts(3)
    const bad = join(await tempFolder(), 'bad.gguf')
    await writeFile(bad, 'GGUFxxxxxxxxxxxxxxxxxxxx')
    const open_files = async () => {
      const handles = await readdir('/proc/self/fd').catch(() => [])
      const targets = await Promise.all(handles.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')))
      return targets.filter((target) => target.endsWith('.gguf'))
    }
    await readGgufFile(first)
    await userErrorOf(() => readGgufFile(bad))
    expect(await open_files()).toEqual([])
  })
})

describe('a model in parts', () => {
  it('is read from its first file', async () => {
    const [first = ''] = await writeParts(3)
    expect(await readGgufFile(first)).toMatchObject({ n_params: 3 * 256, source: 'model-00001-of-00003.gguf' })
  })

  it('is read through links in another folder, as download caches lay them out', async () => {
    const paths = await writeParts(2)
    const folder = await tempFolder()
    await Promise.all(
      paths.map(async (path, i) => {
        await rename(path, `${path}.blob`)
        await symlink(`${path}.blob`, join(folder, `linked-0000${i + 1}-of-00002.gguf`))
      }),
    )
    expect((await readGgufFile(join(folder, 'linked-00001-of-00002.gguf'))).n_params).toBe(512)
  })

  it('is not read from another part, which is told the first', async () => {
    const [, second = ''] = await writeParts(3)
    const error = await userErrorOf(() => readGgufFile(second))
    expect(error.message).toBe('model-00002-of-00003.gguf is part 2 of a model; llama.cpp wants the first')
    expect(error.hint).toBe('Give model-00001-of-00003.gguf instead.')
  })

  it('names the part that is missing', async () => {
    const [first = '', , third = ''] = await writeParts(3)
    await rename(third, `${third}.part`)
    const error = await userErrorOf(() => readGgufFile(first))
    expect(error.message).toBe(`Part 3 of 3 is missing: ${third} does not exist`)
    expect(error.hint).toBe('Put all parts of the model into one folder.')
  })

  it('names a part that is truncated', async () => {
    const [first = '', second = ''] = await writeParts(2)
    await writeFile(second, (await readFile(second)).subarray(0, 300))
    expect((await userErrorOf(() => readGgufFile(first))).message).toMatch(
      /^model-00002-of-00002\.gguf is truncated: \d+ of its \d+ bytes are missing$/,
    )
  })

  it('must have the names that llama.cpp looks for', async () => {
    const [first = ''] = await writeParts(2)
    const renamed = join(first, '..', 'renamed.gguf')
    await rename(first, renamed)
    expect((await userErrorOf(() => readGgufFile(renamed))).message).toBe(
      'renamed.gguf is the first of 2 parts, so its name must be like <name>-00001-of-00002.gguf',
    )
    const miscounted = join(first, '..', 'model-00001-of-00005.gguf')
    await rename(renamed, miscounted)
    expect((await userErrorOf(() => readGgufFile(miscounted))).message).toContain('is the first of 2 parts')
  })
})
