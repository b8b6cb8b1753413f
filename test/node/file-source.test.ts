import { execFileSync } from 'node:child_process'
import { chmod, mkdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { exitCodeOf } from '../../shared/errors.ts'
import { openFileSource } from '../../shared/node/file-source.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { userErrorOf } from '../helpers/thrown.ts'
import { unprivileged } from '../helpers/unprivileged.ts'

describe('openFileSource', () => {
  it('reads any range of a file and fewer bytes only at its end', async () => {
    const path = join(await tempFolder(), 'model.gguf')
    await writeFile(path, Buffer.from(Array.from({ length: 100 }, (_, i) => i)))
    const source = await openFileSource(path)
    onTestFinished(() => source.close())
    expect(source).toMatchObject({ size: 100, name: 'model.gguf' })
    expect([...(await source.read(10, 3))]).toEqual([10, 11, 12])
    expect([...(await source.read(97, 50))]).toEqual([97, 98, 99])
    expect([...(await source.read(100, 50))]).toEqual([])
    expect([...(await source.read(5000, 50))]).toEqual([])
  })

  it('allocates no more than the file has', async () => {
    const path = join(await tempFolder(), 'model.gguf')
    await writeFile(path, 'abc')
    const source = await openFileSource(path)
    onTestFinished(() => source.close())
    expect((await source.read(0, 2 ** 52)).byteLength).toBe(3)
  })

  it('knows the size of a sparse file beyond 4 GiB', async () => {
    const path = join(await tempFolder(), 'model.gguf')
    await writeFile(path, 'GGUF')
    await truncate(path, 2 ** 33)
    const source = await openFileSource(path)
    onTestFinished(() => source.close())
    expect(source.size).toBe(2 ** 33)
    expect([...(await source.read(2 ** 33 - 2, 8))]).toEqual([0, 0])
  })

  it('names the path and the trouble in one line', async () => {
    const folder = await tempFolder()
    const at = (name: string) => join(folder, name)
    await mkdir(at('folder'))
    await writeFile(at('empty.gguf'), '')
    await writeFile(at('closed.gguf'), 'x')
    await chmod(at('closed.gguf'), 0)
    await chmod(folder, 0o755)

    const trouble = (name: string) => userErrorOf(() => unprivileged(() => openFileSource(at(name))))
    expect((await trouble('none.gguf')).message).toBe(`${at('none.gguf')} does not exist`)
    expect((await trouble('empty.gguf/x')).message).toContain('does not exist')
    expect((await trouble('folder')).message).toBe(`${at('folder')} is a folder, not a file`)
    expect((await trouble('empty.gguf')).message).toBe(`${at('empty.gguf')} is empty`)
    expect((await trouble('n'.repeat(300))).message).toContain('too long')
    expect((await trouble('nul\0byte')).message).toContain('not a possible path')
    const closed = await trouble('closed.gguf')
    expect(closed.message).toContain('permission denied')
    expect(exitCodeOf(closed)).toBe(2)
    expect(exitCodeOf(await trouble('none.gguf'))).toBe(2)
  })

  it.skipIf(process.platform === 'win32')('does not wait for a pipe or read a device', async () => {
    const fifo = join(await tempFolder(), 'pipe.gguf')
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', fifo])
    expect((await userErrorOf(() => openFileSource(fifo))).message).toBe(`${fifo} is a pipe or a device, not a file`)
    expect((await userErrorOf(() => openFileSource('/dev/zero'))).message).toContain('is a pipe or a device')
  })

  it('shows no control characters of a file name', async () => {
    const error = await userErrorOf(() => openFileSource('\u001b[31mred\n.gguf'))
    expect(error.message).toBe('\uFFFD[31mred\uFFFD.gguf does not exist')
  })
})
