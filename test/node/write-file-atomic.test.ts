import * as node_fs from 'node:fs/promises'
import { chmod, link, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exitCodeOf } from '../../shared/errors.ts'
import { writeFileAtomic, type WriteFs } from '../../shared/node/write-file-atomic.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { userErrorOf } from '../helpers/thrown.ts'
import { unprivileged } from '../helpers/unprivileged.ts'

function errno(code: string): Error {
  return Object.assign(new Error(`${code}: told by the test`), { code })
}

/** The real file system, but a full disk after `room` bytes of any new file. */
function fullAfter(room: number): WriteFs {
  return {
    ...node_fs,
    open: async (path, flags, mode) => {
      const handle = await node_fs.open(path, flags, mode)
      if (flags === 'wx') {
        handle.writeFile = async (data) => {
          await handle.write(String(data).slice(0, room))
          throw errno('ENOSPC')
        }
      }
      return handle
    },
  }
}

async function oldFile(text = 'old'): Promise<{ folder: string; path: string }> {
  const folder = await tempFolder()
  const path = join(folder, 'config.json')
  await writeFile(path, text)
  return { folder, path }
}

describe('writeFileAtomic', () => {
  it('writes a new file and leaves nothing else', async () => {
    const folder = await tempFolder()
    await writeFileAtomic(join(folder, 'config.json'), '{"ü": 1}\n')
    expect(await readFile(join(folder, 'config.json'), 'utf8')).toBe('{"ü": 1}\n')
    expect(await readdir(folder)).toEqual(['config.json'])
  })

  it('does not replace a file without force, and says how', async () => {
    const { folder, path } = await oldFile()
    const error = await userErrorOf(() => writeFileAtomic(path, 'new'))
    expect(error).toMatchObject({ kind: 'usage', message: `${path} exists already` })
    expect(error.hint).toContain('--force')
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['config.json'])
  })

  it('replaces a file with force and keeps its mode', async () => {
    const { folder, path } = await oldFile()
    await chmod(path, 0o640)
    await writeFileAtomic(path, 'new', { force: true })
    expect(await readFile(path, 'utf8')).toBe('new')
    expect((await stat(path)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o640)
    expect(await readdir(folder)).toEqual(['config.json'])
  })

  it('lets exactly one of many writers win a free name', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'config.json')
    const texts = Array.from({ length: 20 }, (_, i) => `writer ${i}\n`.repeat(1000))
    const results = await Promise.allSettled(texts.map((text) => writeFileAtomic(path, text)))
    const won = results.flatMap((result, i) => (result.status === 'fulfilled' ? [texts[i]] : []))
    expect(won).toHaveLength(1)
    expect(await readFile(path, 'utf8')).toBe(won[0])
    expect(await readdir(folder)).toEqual(['config.json'])
  })

  it('does not replace a file that appears while it writes', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'config.json')
    const raced: WriteFs = {
      ...node_fs,
      link: async (from, to) => {
        await writeFile(to, 'the other one')
        await link(from, to)
      },
    }
    expect((await userErrorOf(() => writeFileAtomic(path, 'new', { fs: raced }))).message).toContain('exists already')
    expect(await readFile(path, 'utf8')).toBe('the other one')
    expect(await readdir(folder)).toEqual(['config.json'])
  })

  it('works, and refuses, where the file system has no hard links', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'config.json')
    const flat: WriteFs = { ...node_fs, link: () => Promise.reject(errno('EPERM')) }
    await writeFileAtomic(path, 'new', { fs: flat })
    expect(await readFile(path, 'utf8')).toBe('new')
    const raced: WriteFs = {
      ...node_fs,
      link: async (_, to) => {
        await writeFile(to, 'the other one')
        throw errno('EPERM')
      },
    }
    const other = join(folder, 'other.json')
    expect((await userErrorOf(() => writeFileAtomic(other, 'new', { fs: raced }))).message).toContain('exists already')
    expect(await readFile(other, 'utf8')).toBe('the other one')
    const stuck: WriteFs = { ...flat, rename: () => Promise.reject(errno('EIO')) }
    await userErrorOf(() => writeFileAtomic(join(folder, 'third.json'), 'new', { fs: stuck }))
    expect((await readdir(folder)).sort()).toEqual(['config.json', 'other.json'])
  })

  it.each([true, false])('leaves the old file whole when the disk fills up half way (force: %s)', async (force) => {
    const { folder, path } = await oldFile('old and whole')
    const target = force ? path : join(folder, 'new.json')
    const error = await userErrorOf(() => writeFileAtomic(target, 'x'.repeat(10_000), { force, fs: fullAfter(4096) }))
    expect(error).toMatchObject({ kind: 'environment', message: `${target} does not fit: the disk is full` })
    expect(await readFile(path, 'utf8')).toBe('old and whole')
    expect(await readdir(folder)).toEqual(['config.json'])
  })

  it('leaves the old file whole when the rename fails', async () => {
    const { folder, path } = await oldFile()
    const fs: WriteFs = { ...node_fs, rename: () => Promise.reject(errno('EIO')) }
    expect((await userErrorOf(() => writeFileAtomic(path, 'new', { force: true, fs }))).kind).toBe('environment')
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['config.json'])
  })

  it('names a folder that is missing, read-only, or given as the file', async () => {
    const { folder, path } = await oldFile()
    const missing = await userErrorOf(() => writeFileAtomic(join(folder, 'none', 'config.json'), 'new'))
    expect(missing.message).toBe(`The folder ${join(folder, 'none')} does not exist`)
    const closed: WriteFs = { ...node_fs, open: () => Promise.reject(errno('ENOENT')) }
    const proc = await userErrorOf(() => writeFileAtomic(join(folder, 'x.json'), 'new', { fs: closed }))
    expect(proc).toMatchObject({ kind: 'input', message: `No file can be made in the folder ${folder}` })
    const look = node_fs.stat
    const removed = async () => Object.assign(await look(folder), { nlink: 0 })
    const unlinked: WriteFs = {
      ...closed,
      stat: ((name: string) => (name === '.' ? removed() : look(name))) as typeof look,
    }
    const gone = await userErrorOf(() => writeFileAtomic('x.json', 'new', { fs: unlinked }))
    expect(gone.message).toBe('The current folder does not exist any more')
    expect((await userErrorOf(() => writeFileAtomic(join(path, 'x'), 'new'))).message).toContain('is not a folder')
    expect((await userErrorOf(() => writeFileAtomic('', 'new'))).message).toBe("'' names no file to write")
    const slash = `${join(folder, 'new')}/`
    expect((await userErrorOf(() => writeFileAtomic(slash, 'new'))).message).toBe(`${slash} names no file to write`)
    for (const force of [true, false]) {
      const error = await userErrorOf(() => writeFileAtomic(folder, 'new', { force }))
      expect(error.message).toBe(`${folder} is a folder, not a file`)
    }
    const fs: WriteFs = { ...node_fs, open: () => Promise.reject(errno('EROFS')) }
    const read_only = await userErrorOf(() => writeFileAtomic(path, 'new', { force: true, fs }))
    expect(read_only.message).toBe(`Cannot write config.json: ${folder} is on a read-only file system`)
    expect(exitCodeOf(read_only)).toBe(3)
  })

  it.skipIf(process.platform === 'win32')('names a folder without write permission', async () => {
    const { folder, path } = await oldFile()
    await chmod(folder, 0o555)
    const error = await userErrorOf(() => unprivileged(() => writeFileAtomic(path, 'new', { force: true })))
    expect(error.message).toBe(`Cannot write config.json: ${folder} may not be accessed: permission denied`)
    expect(await readFile(path, 'utf8')).toBe('old')
    await chmod(folder, 0o755)
  })

  it.skipIf(process.platform === 'win32')('writes through a symbolic link', async () => {
    const { folder, path } = await oldFile()
    const shortcut = join(folder, 'link.json')
    await symlink('config.json', shortcut)
    expect((await userErrorOf(() => writeFileAtomic(shortcut, 'new'))).message).toContain('exists already')
    await writeFileAtomic(shortcut, 'new', { force: true })
    expect(await readFile(path, 'utf8')).toBe('new')
    expect((await lstat(shortcut)).isSymbolicLink()).toBe(true)
  })

  it.skipIf(process.platform === 'win32')('does not write into a link that leads nowhere, or a device', async () => {
    const folder = await tempFolder()
    const shortcut = join(folder, 'link.json')
    await symlink(join(folder, 'nowhere.json'), shortcut)
    expect((await userErrorOf(() => writeFileAtomic(shortcut, 'new'))).message).toContain('exists already')
    await writeFileAtomic(shortcut, 'new', { force: true })
    expect(await readdir(folder)).toEqual(['link.json'])
    const device = await userErrorOf(() => writeFileAtomic('/dev/null', 'new', { force: true }))
    expect(device.message).toBe('/dev/null is a pipe or a device, not a file')
  })
})
