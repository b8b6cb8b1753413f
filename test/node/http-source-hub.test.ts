import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { chooseHfFile } from '../../shared/node/hf-choose.ts'
import { hubAuthorization } from '../../shared/node/hf-hub.ts'
import { parseHfName } from '../../shared/node/hf-name.ts'
import { readRemoteGguf } from '../../shared/node/read-remote-gguf.ts'
import { writeGguf } from '../helpers/gguf-writer.ts'
import { fixed, ranged, redirect, send, serve, type Handler } from '../helpers/range-server.ts'
import { fixtureHeader, fixtureSize } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { userErrorOf } from '../helpers/thrown.ts'

const TREE = '/api/models/owner/repo-GGUF/tree/main'
const TOKEN = 'hf_0123456789abcdefghijklmnopqrstuvwxyz'
const model = ranged(fixtureHeader('smollm2-135m.Q4_K_M'), fixtureSize('smollm2-135m.Q4_K_M'))
const place = (path: string) => `/owner/repo-GGUF/resolve/main/${path}`

/** The hub's answer with the files of a repository. */
function tree(paths: readonly string[], headers: Record<string, string> = {}): Handler {
  const folder = { type: 'directory', oid: 'd0', size: 0, path: 'Q4_K_M' }
  const files = paths.map((path) => ({
    type: 'file',
    oid: 'f0',
    size: 1,
    path,
    lfs: { oid: 'x', size: 1, pointerSize: 1 },
  }))
  return fixed(200, { 'content-type': 'application/json', ...headers }, JSON.stringify([folder, ...files]))
}

const hubEnv = (origin: string, more: Record<string, string> = {}) => ({
  HF_ENDPOINT: origin,
  HOME: '/nowhere',
  ...more,
})

/** What reading `name` from a hub that answers with `handler` throws. */
async function refused(handler: Handler, name = 'hf:owner/repo-GGUF', env: Record<string, string> = {}) {
  const { origin, seen } = await serve({ [TREE]: handler })
  const error = await userErrorOf(() => readRemoteGguf(name, { env: hubEnv(origin, env) }))
  const said = error.message.replace(new URL(origin).host, 'hub')
  expect(`${said} ${error.hint ?? ''}`).not.toContain(TOKEN)
  return { said, hint: error.hint?.replace(origin, 'http://hub'), kind: error.kind, seen }
}

describe('a model on the hub', () => {
  it('is found by owner and repository, and its header alone is read', async () => {
    const hub = await serve({
      [TREE]: tree(['README.md', 'm-Q8_0.gguf', 'm-Q4_K_M.gguf', 'mmproj-Q4_K_M.gguf']),
      [place('m-Q4_K_M.gguf')]: model,
    })
    const found = await readRemoteGguf('hf:owner/repo-GGUF', { env: hubEnv(hub.origin) })
    expect(found).toMatchObject({ file_name: 'm-Q4_K_M.gguf', requests: 2 })
    expect(found.facts.source).toBe('hf:owner/repo-GGUF/m-Q4_K_M.gguf')
    expect(found.note).toContain('To download and start it: llama-server -hf owner/repo-GGUF:Q4_K_M')
    expect(hub.seen.map(({ url }) => url)).toEqual([`${TREE}?recursive=true`, place('m-Q4_K_M.gguf')])
    expect(hub.seen.every(({ headers }) => headers['authorization'] === undefined)).toBe(true)
  })

  it('gets the token, which its storage on another server does not', async () => {
    const storage = await serve({ '/blob': model })
    const hub = await serve({
      [TREE]: tree(['m-Q8_0.gguf']),
      [place('m-Q8_0.gguf')]: redirect(`${storage.origin}/blob?signature=1`),
    })
    await readRemoteGguf('hf:owner/repo-GGUF:q8_0', { env: hubEnv(`${hub.origin}/`, { HF_TOKEN: ` ${TOKEN}\n` }) })
    expect(hub.seen.map(({ headers }) => headers['authorization'])).toEqual(Array(2).fill(`Bearer ${TOKEN}`))
    expect(storage.seen.map(({ headers }) => headers['authorization'])).toEqual([undefined])
  })

  it('is read in all its parts', async () => {
    const part = (no: number) =>
      writeGguf({
        keys: [
          ...(no === 0
            ? ([
                ['general.architecture', 'llama'],
                ['llama.vocab_size', 9],
              ] as const)
            : []),
          ['split.no', { type: 2, value: no }],
          ['split.count', { type: 2, value: 2 }],
        ],
        tensors: [{ name: `blk.${no}.ffn_up.weight`, type: 'f16', shape: [32, 8] }],
      })
    const paths = ['Q4_K_M/m-Q4_K_M-00001-of-00002.gguf', 'Q4_K_M/m-Q4_K_M-00002-of-00002.gguf']
    const hub = await serve({
      [TREE]: tree(paths.toReversed()),
      ...Object.fromEntries(paths.map((path, i) => [place(path), ranged(part(i))])),
    })
    const found = await readRemoteGguf('hf:owner/repo-GGUF', { env: hubEnv(hub.origin) })
    expect(found).toMatchObject({ file_name: 'm-Q4_K_M-00001-of-00002.gguf', facts: { n_params: 512 }, requests: 3 })
  })

  it('is found on a later page of the list, on the same server only', async () => {
    const next = (origin: string) => ({ link: `<${origin}/page2?cursor=x>; rel="next"` })
    const hub = await serve({
      [TREE]: (...pair) => tree(['a-Q8_0.gguf'], next(hub.origin))(...pair),
      '/page2': tree(['m-Q4_K_M.gguf'], { link: '<http://127.0.0.1:1/page3>; rel="next"' }),
      [place('m-Q4_K_M.gguf')]: model,
    })
    expect((await readRemoteGguf('hf:owner/repo-GGUF', { env: hubEnv(hub.origin) })).requests).toBe(3)
  })

  it('is told apart from paths that lead elsewhere', async () => {
    const hostile = [
      '../m-Q4_K_M.gguf',
      '/etc/m-Q4_K_M.gguf',
      'a/../../m-Q4_K_M.gguf',
      'a\\..\\m-Q4_K_M.gguf',
      './m-Q4_K_M.gguf',
    ]
    const paths = [...hostile, 'c:m-Q4_K_M.gguf', 'a//m-Q4_K_M.gguf', 'a\u001B[2Jm-Q4_K_M.gguf', 'a\u202Em-Q4_K_M.gguf']
    const { said } = await refused(tree([...paths, `${'x'.repeat(2000)}-Q4_K_M.gguf`]))
    expect(said).toBe('hf:owner/repo-GGUF has no GGUF model')
  })

  it('has its path escaped in the URL', async () => {
    const path = 'a b#?%/m;Q4_K_M.gguf'
    const hub = await serve({ [TREE]: tree([path]), [place('a%20b%23%3F%25/m%3BQ4_K_M.gguf')]: model })
    const found = await readRemoteGguf('hf:owner/repo-GGUF', { env: hubEnv(hub.origin) })
    expect(found.note).toContain('llama-server -hf owner/repo-GGUF:Q4_K_M')
    expect(found.file_name).toBe('m;Q4_K_M.gguf')
  })

  it("by its URL gets the token, and the hub's own words for a refusal", async () => {
    const hub = await serve({ [place('m.gguf')]: model, [place('n.gguf')]: fixed(401) })
    const env = hubEnv(hub.origin, { HF_TOKEN: TOKEN })
    await readRemoteGguf(`${hub.origin}${place('m.gguf')}`, { env })
    expect(hub.seen[0]?.headers['authorization']).toBe(`Bearer ${TOKEN}`)
    const error = await userErrorOf(() => readRemoteGguf(`${hub.origin}${place('n.gguf')}`, { env }))
    expect(error.message).toContain('does not accept your token (HTTP 401)')
  })
})

describe('one sentence and what to do, when the hub', () => {
  const token = { HF_TOKEN: TOKEN }
  test.each<[string, Handler, Record<string, string>, string, RegExp]>([
    ['hides it', fixed(401), {}, 'does not exist, or is private or gated (HTTP 401)', /set HF_TOKEN/],
    ['rejects the token', fixed(401), token, ': hub does not accept your token (HTTP 401)', /still valid/],
    ['gates it', fixed(403), {}, 'may not be read without a token (HTTP 403)', /terms at .*owner\/repo-GGUF, and set/],
    ['gates it to the token', fixed(403), token, 'may not be read with your token (HTTP 403)', /repo-GGUF\.$/],
    ['has no such thing', fixed(404), {}, 'does not exist (HTTP 404)', /Check the name/],
    ['is busy', fixed(429, { 'retry-after': '5' }), {}, 'is asked for too often', /in 5 s, or set HF_TOKEN/],
    ['is busy for the token', fixed(429), token, 'is asked for too often', /^Try again later\.$/],
    ['is down', fixed(500), {}, 'the server answers HTTP 500', /later/],
    ['answers with a page', fixed(200, {}, '<html>'), {}, 'hub does not answer with a list of files', /HF_ENDPOINT/],
    [
      'answers with another thing',
      fixed(200, {}, '{"error":"x"}'),
      {},
      'hub does not answer with a list',
      /HF_ENDPOINT/,
    ],
    ['answers with wrong types', fixed(200, {}, '[{"type":1,"path":[]}]'), {}, 'hub does not answer', /HF_ENDPOINT/],
    ['answers compressed', fixed(200, { 'content-encoding': 'gzip' }, '\u001F\u008B'), {}, 'hub does not answer', /HF/],
  ])('%s', async (_label, handler, env, said, hint) => {
    const found = await refused(handler, undefined, env)
    expect(found.said).toContain(said)
    expect(found.hint).toMatch(hint)
    expect(found.seen).toHaveLength(1)
  })

  test('sends a list without an end', async () => {
    const entries = (function* () {
      yield Buffer.from('[')
      for (;;) yield Buffer.from('{"type":"file","path":"a.gguf"},'.repeat(1000))
    })()
    expect((await refused((_, response) => send(response, entries))).said).toMatch(
      /list of files of more than 4194304 bytes$/,
    )
  })

  test('sends a list of pages without an end', async () => {
    const { seen } = await refused(tree(['README.md'], { link: `<${TREE}>; rel="next"` }))
    expect(seen).toHaveLength(10)
  })

  test('has other quants: which', async () => {
    const files = [
      'm-Q8_0.gguf',
      'm-Q4_K_S.gguf',
      'm.BF16.gguf',
      'mmproj-m-Q6_K.gguf',
      'Q2_K/m-Q2_K-00001-of-00003.gguf',
    ]
    const { said, hint } = await refused(tree(files))
    expect(said).toBe('hf:owner/repo-GGUF has no Q4_K_M; it has Q4_K_S, Q8_0, BF16, Q2_K')
    expect(hint).toBe('Name one of them: hf:owner/repo-GGUF:QUANT.')
    expect((await refused(tree(files), 'hf:owner/repo-GGUF:Q2_K')).said).toContain('but not part 2 of 3')
  })

  test('is not to be asked', async () => {
    const { said, seen } = await refused(tree([]), undefined, { HF_HUB_OFFLINE: '1' })
    expect(said).toBe('HF_HUB_OFFLINE forbids to ask the hub')
    expect(seen).toEqual([])
  })
})

describe('the choice among files', () => {
  const choose = (files: string[], quant?: string) => chooseHfFile(files, { owner: 'o', repo: 'r', quant })

  it.each<[string[], string | undefined, string, boolean]>([
    [['m-Q8_0.gguf', 'm-Q4_K_M.gguf'], undefined, 'm-Q4_K_M.gguf', true],
    [['m.q4_k_m.gguf'], undefined, 'm.q4_k_m.gguf', true],
    [['only.gguf'], undefined, 'only.gguf', false],
    [['m-Q4_K_M.gguf', 'm-UD-Q4_K_XL.gguf'], 'UD-Q4_K_XL', 'm-UD-Q4_K_XL.gguf', true],
    // llama.cpp takes the first that has F16 anywhere.
    [['m-BF16.gguf', 'm-F16.gguf'], 'F16', 'm-F16.gguf', false],
    [['m-F16.gguf', 'm-BF16.gguf'], 'f16', 'm-F16.gguf', true],
    [['Q4_K_M/m.gguf', 'Q8_0/m.gguf'], 'Q8_0', 'Q8_0/m.gguf', false],
    [
      ['mtp-m-Q4_K_M.gguf', 'eagle3-Q4_K_M.gguf', 'm-imatrix-Q4_K_M.gguf', 'z-Q4_K_M.gguf'],
      undefined,
      'z-Q4_K_M.gguf',
      true,
    ],
  ])('of %j for %s is %s', (files, quant, path, by_quant) => {
    expect(choose(files, quant)).toMatchObject({ paths: [path], by_quant })
  })

  it('is never a projector or another part, whatever is asked for', () => {
    const path = fc.stringMatching(/^(mmproj-)?[a-c]{1,3}-(Q4_K_M|Q8_0|F16)(-0000[1-3]-of-00003)?\.gguf$/)
    fc.assert(
      fc.property(
        fc.uniqueArray(path),
        fc.constantFrom(undefined, 'Q4_K_M', 'Q8_0', 'F16', 'mmproj', 'F'),
        (files, quant) => {
          try {
            const { paths } = choose(files, quant)
            expect(paths[0]).not.toMatch(/mmproj|-0000[23]-of/)
            expect(paths.every((one) => files.includes(one))).toBe(true)
            expect(paths.length).toBe(paths[0].includes('-of-') ? 3 : 1)
          } catch (error) {
            expect(error).toHaveProperty('name', 'UserError')
          }
        },
      ),
    )
  })
})

describe('a name on the hub', () => {
  it.each([
    'hf:',
    'hf:a',
    'hf:a/',
    'hf:/b',
    'hf:a/b/c',
    'hf:a/b:',
    'hf:a/b:c:d',
    'hf:a/..',
    'hf:../b',
    'hf:a/b c',
    'hf:a/b?x',
  ])('is not %s', async (name) => {
    expect((await userErrorOf(() => parseHfName(name))).kind).toBe('usage')
  })

  it.each([
    'hf:a/-b',
    'hf:a/b.',
    'hf:a/b--c',
    'hf:a/b:Q4 K',
    'hf:a/b:../x',
    `hf:a/${'b'.repeat(99)}`,
    'hf:a/b\u001B[2J',
  ])('is not %j', async (name) => {
    expect((await userErrorOf(() => parseHfName(name))).message).toMatch(/^'hf:[ -~]*' is no model on Hugging Face$/)
  })

  it('is an owner and a repository, with a quant or without', () => {
    expect(parseHfName('hf:ggml-org/gemma-3.1_4b-GGUF')).toMatchObject({ owner: 'ggml-org', quant: undefined })
    expect(parseHfName('HF:a/b:UD-Q4_K_XL')).toEqual({ owner: 'a', repo: 'b', quant: 'UD-Q4_K_XL' })
  })
})

describe('the token', () => {
  const of = (url: string, env: Record<string, string>) => hubAuthorization(new URL(url), { HOME: '/nowhere', ...env })
  const HUB = 'https://huggingface.co/a/b/resolve/main/m.gguf'

  it('is for the hub alone, and never sent in the clear', async () => {
    const env = { HF_TOKEN: TOKEN }
    expect(await of(HUB, env)).toBe(`Bearer ${TOKEN}`)
    expect(await of(HUB, { HUGGING_FACE_HUB_TOKEN: TOKEN })).toBe(`Bearer ${TOKEN}`)
    for (const url of [
      'https://example.org/m.gguf',
      'https://huggingface.co.example.org/',
      'https://huggingface.co:444/',
    ]) {
      expect(await of(url, env), url).toBeUndefined()
    }
    expect(await of('http://huggingface.co/a', env)).toBeUndefined()
    expect(await of('http://mirror.test/a', { ...env, HF_ENDPOINT: 'http://mirror.test' })).toBeUndefined()
    expect(await of('https://mirror.test/a', { ...env, HF_ENDPOINT: 'https://mirror.test/' })).toBe(`Bearer ${TOKEN}`)
  })

  it('is found where a login saved it', async () => {
    const home = await tempFolder()
    const saved = join(home, '.cache', 'huggingface')
    await mkdir(saved, { recursive: true })
    await writeFile(join(saved, 'token'), `${TOKEN}\n`)
    await writeFile(join(home, 'token'), 'hf_other')
    expect(await of(HUB, { HOME: home })).toBe(`Bearer ${TOKEN}`)
    expect(await of(HUB, { HOME: '/nowhere', XDG_CACHE_HOME: join(home, '.cache') })).toBe(`Bearer ${TOKEN}`)
    expect(await of(HUB, { HOME: home, HF_HOME: home })).toBe('Bearer hf_other')
    expect(await of(HUB, { HOME: home, HF_TOKEN_PATH: join(home, 'token') })).toBe('Bearer hf_other')
    expect(await of(HUB, { HOME: home, HF_TOKEN: 'hf_named' })).toBe('Bearer hf_named')
    expect(await of(HUB, { HOME: home, HF_HUB_DISABLE_IMPLICIT_TOKEN: '1' })).toBeUndefined()
    expect(await of(HUB, {})).toBeUndefined()
  })

  it('is never shown, not even a damaged one', async () => {
    const error = await userErrorOf(() => of(HUB, { HF_TOKEN: 'hf_secret\r\nx-evil: 1' }))
    expect(`${error.message} ${error.hint}`).not.toMatch(/secret|evil/)
  })

  it('needs a hub that is a URL', async () => {
    const error = await userErrorOf(() => of(HUB, { HF_ENDPOINT: 'mirror' }))
    expect(error.message).toBe('the hub that HF_ENDPOINT names is no http: or https: URL')
  })
})
