import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemInformation } from '../../cli/system.ts'
import { nodeHost } from '../../shared/node/host.ts'

const host = nodeHost()
const node = process.execPath
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lp-host-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('programs', () => {
  it('gives output and exit code, without a shell', async () => {
    const script = 'process.stdout.write(process.argv[1]); process.stderr.write("e"); process.exitCode = 3'
    expect(await host.run(node, ['-e', script, '$HOME; echo x'], 10_000)).toEqual({
      state: 'ok',
      stdout: '$HOME; echo x',
      stderr: 'e',
      exit_code: 3,
    })
  })

  it('hands over no more of the environment than a program needs', async () => {
    process.env.LP_TEST_SECRET = 'secret'
    const result = await host.run(node, ['-p', 'JSON.stringify(process.env)'], 10_000)
    delete process.env.LP_TEST_SECRET
    const env: unknown = JSON.parse(result.state === 'ok' ? result.stdout : '{}')
    expect(env).toMatchObject({ LC_ALL: 'C' })
    expect(env).not.toHaveProperty('LP_TEST_SECRET')
    expect(env).not.toHaveProperty('HOME')
  })

  it('ends a program that does not, also when it ignores being asked', async () => {
    const script = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'
    expect(await host.run(node, ['-e', script], 300)).toMatchObject({ state: 'timeout' })
  })

  it('does not wait for what a program has started', async () => {
    const script =
      'require("node:child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 8000)"], {stdio: "inherit"})'
    expect(await host.run(node, ['-e', script], 1000)).toMatchObject({ state: 'timeout' })
  })

  it('ends what a program has started together with it', async () => {
    const beat = join(folder, 'beat')
    const grandchild = `setInterval(() => require("node:fs").appendFileSync(${JSON.stringify(beat)}, "."), 20)`
    const script = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], {stdio: "ignore"})`
    const beatsOf = async () => (await readFile(beat, 'utf8').catch(() => '')).length
    // A busy machine may take longer to start the two.
    for (const limit_ms of [2000, 10_000, 25_000]) {
      // oxlint-disable-next-line no-await-in-loop -- a longer run only where the shorter one was too short
      expect(await host.run(node, ['-e', script], limit_ms)).toMatchObject({ state: 'timeout' })
      if ((await beatsOf()) > 0) break // oxlint-disable-line no-await-in-loop -- as above
    }
    const beats = await beatsOf()
    expect(beats).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect((await beatsOf()) - beats).toBeLessThan(3)
  })

  it('cuts output at its limit and keeps the beginning', async () => {
    const result = await host.run(node, ['-e', 'process.stdout.write("x".repeat(9e6))'], 10_000)
    expect(result.state).toBe('ok')
    expect(result.state === 'ok' && result.stdout.length).toBe(4 * 1024 ** 2)
  })

  it('says what is absent or may not be run', async () => {
    expect(await host.run('lp-no-such-program', [], 1000)).toMatchObject({ state: 'absent' })
    const plain = join(folder, 'plain')
    await writeFile(plain, 'no program', { mode: 0o644 })
    expect(await host.run(plain, [], 1000)).toMatchObject({ state: 'failed' })
    expect(await host.run('bad\0name', [], 1000)).toMatchObject({ state: 'failed' })
  })
})

describe('files', () => {
  it('reads small ones, and gives null for the rest', async () => {
    const small = join(folder, 'small')
    const large = join(folder, 'large')
    await writeFile(small, 'text\n')
    await writeFile(large, Buffer.alloc(5 * 1024 ** 2))
    expect(await host.readText(small)).toBe('text\n')
    expect(await host.readText(large)).toBeNull()
    expect(await host.readText(folder)).toBeNull()
    expect(await host.readText(join(folder, 'none'))).toBeNull()
  })

  it('lists names, and nothing where there is no folder', async () => {
    expect(await host.list(folder)).toContain('small')
    expect(await host.list(join(folder, 'none'))).toEqual([])
  })

  it('reads many at once', async () => {
    const small = join(folder, 'small')
    const texts = await Promise.all(Array.from({ length: 3000 }, () => host.readText(small)))
    expect(texts.every((text) => text === 'text\n')).toBe(true)
  })

  it('reads files whose size is said to be 0', async () => {
    const [path, word] =
      process.platform === 'linux' ? ['/proc/self/status', 'Cpus_allowed_list'] : [join(folder, 'small'), 'text']
    expect(await host.readText(path)).toContain(word)
  })
})

describe('systeminformation adapter', () => {
  it('loads the package on the first call only', async () => {
    let loads = 0
    const si = systemInformation(async () => {
      loads++
      return {
        cpu: async () => ({ brand: 'X' }),
        mem: async () => ({}),
        graphics: async () => ({}),
      } as never
    })
    expect(loads).toBe(0)
    expect(await si.cpu()).toEqual({ brand: 'X' })
    expect(loads).toBe(1)
  })

  it('gives up on a call that hangs', async () => {
    const si = systemInformation(async () => ({ cpu: () => new Promise(() => {}) }) as never)
    await expect(si.cpu()).rejects.toThrow('no answer within 1500 ms')
  })
})
