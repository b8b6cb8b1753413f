import { describe, expect, it } from 'vitest'
import { readRemoteGguf } from '../../shared/node/read-remote-gguf.ts'
import { ranged, redirect, serve } from '../helpers/range-server.ts'
import { fixtureHeader, fixtureSize } from '../helpers/sparse-gguf.ts'
import { userErrorOf } from '../helpers/thrown.ts'
import { vocabularyGguf } from '../helpers/vocabulary-gguf.ts'

const model = ranged(fixtureHeader('smollm2-135m.Q4_K_M'), fixtureSize('smollm2-135m.Q4_K_M'))
const read = (url: string) => readRemoteGguf(url, { env: {} })
/** A login in the URL: `http://me:secret@127.0.0.1:1` */
const loggedIn = (origin: string) => origin.replace('://', '://me:secret@')

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('of status %d is followed', async (status) => {
    const { origin } = await serve({ '/a.gguf': redirect('/b.gguf?x=1', status), '/b.gguf': model })
    const found = await read(`${origin}/a.gguf`)
    // The name is the one that was asked for.
    expect(found).toMatchObject({ file_name: 'a.gguf', facts: { architecture: 'llama' }, requests: 2 })
  })

  it('is followed once for all ranges', async () => {
    const { origin, seen } = await serve({
      '/a.gguf': redirect('/b.gguf'),
      '/b.gguf': ranged(vocabularyGguf(100_000, 10)),
    })
    await read(`${origin}/a.gguf`)
    expect(seen.map(({ url }) => url)).toEqual(['/a.gguf', '/b.gguf', '/b.gguf'])
  })

  it('within a server keeps the login', async () => {
    const { origin, seen } = await serve({ '/a.gguf': redirect('/b.gguf'), '/b.gguf': model })
    await read(`${loggedIn(origin)}/a.gguf`)
    expect(seen.map(({ headers }) => headers['authorization'])).toEqual(Array(2).fill(`Basic ${btoa('me:secret')}`))
  })

  it('to another server drops the login, and does not get it back', async () => {
    const big = ranged(vocabularyGguf(100_000, 10))
    const back = await serve({ '/a.gguf': (...pair) => first(...pair), '/c.gguf': big })
    const other = await serve({ '/b.gguf': redirect(`${loggedIn(back.origin)}/c.gguf`) })
    const first = redirect(`${loggedIn(other.origin)}/b.gguf`)
    await read(`${loggedIn(back.origin)}/a.gguf`)
    expect(other.seen.map(({ headers }) => headers['authorization'])).toEqual([undefined])
    expect(back.seen.map(({ url, headers }) => [url, headers['authorization']])).toEqual([
      ['/a.gguf', `Basic ${btoa('me:secret')}`],
      ['/c.gguf', undefined],
      ['/c.gguf', undefined],
    ])
  })

  it('to itself ends after five', async () => {
    const { origin, seen } = await serve({ '/a.gguf': redirect('/a.gguf') })
    const { message } = await userErrorOf(() => read(`${origin}/a.gguf`))
    expect(message).toBe(`${origin}/a.gguf is redirected more than 5 times`)
    expect(seen).toHaveLength(6)
  })

  it.each([
    ['file:///etc/passwd', /over http: and https: only, not file:$/],
    ['ftp://host/model.gguf', /only, not ftp:$/],
    ['http://[', /to something that is no URL$/],
    ['http://', /to something that is no URL$/],
  ])('to %s is not followed', async (location, said) => {
    const { origin } = await serve({ '/a.gguf': redirect(location) })
    expect((await userErrorOf(() => read(`${origin}/a.gguf`))).message).toMatch(said)
  })

  it('without a place is a status like any other', async () => {
    const { origin } = await serve({ '/a.gguf': (_, response) => void response.writeHead(302).end() })
    expect((await userErrorOf(() => read(`${origin}/a.gguf`))).message).toMatch(/the server answers HTTP 302$/)
  })

  it('with a body that does not end is let go', async () => {
    let gone = 0
    const { origin } = await serve({
      '/a.gguf': (_, response) => {
        response.on('close', () => gone++)
        response.writeHead(302, { location: '/b.gguf' }).write('x'.repeat(100_000))
      },
      '/b.gguf': model,
    })
    await read(`${origin}/a.gguf`)
    await expect.poll(() => gone).toBe(1)
  })
})
