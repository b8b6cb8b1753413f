import { describe, expect, it, test } from 'vitest'
import { HTTP_LIMITS, type HttpLimits } from '../../shared/node/http-session.ts'
import { readRemoteGguf } from '../../shared/node/read-remote-gguf.ts'
import { isRemoteName } from '../../shared/node/remote-name.ts'
import { MIB } from '../../shared/units.ts'
import { ARRAY, concat, F32, u32, u64, writeGguf, type Value } from '../helpers/gguf-writer.ts'
import { askedRange, fixed, ranged, send, serve, whole, type Handler } from '../helpers/range-server.ts'
import { fixtureFacts, fixtureHeader, fixtureSize } from '../helpers/sparse-gguf.ts'
import { userErrorOf } from '../helpers/thrown.ts'
import { vocabularyGguf } from '../helpers/vocabulary-gguf.ts'

const ID = 'qwen3-8b.Q4_K_M'
const PATH = '/models/qwen3-8b.gguf'
const header = fixtureHeader(ID)
const size = fixtureSize(ID)

const read = (url: string, limits: Partial<HttpLimits> = {}) => {
  return readRemoteGguf(url, { env: {}, limits: { ...HTTP_LIMITS, ...limits } })
}

/** What reading a file behind `handler` throws. */
async function refused(handler: Handler, limits: Partial<HttpLimits> = {}) {
  const { origin, seen } = await serve({ [PATH]: handler })
  const error = await userErrorOf(() => read(`${origin}${PATH}`, limits))
  return { error, said: error.message.replace(origin, 'http://test').replace(new URL(origin).host, 'test'), seen }
}

/** As `ranged`, with the headers of every answer changed. */
function lying(headers: (from: number, end: number) => Record<string, string | number>, bytes = header): Handler {
  return (request, response) => {
    const { from, to } = askedRange(request)
    const end = Math.min(to, bytes.length)
    response.writeHead(206, headers(from, end)).end(bytes.subarray(from, end))
  }
}

function* endless(first: Uint8Array): Generator<Uint8Array> {
  yield first
  for (;;) yield new Uint8Array(65_536)
}

describe('a model on a web server', () => {
  it('is read from its header, of which only the start is fetched', async () => {
    const { origin, seen } = await serve({ [PATH]: ranged(header, size) })
    const model = await read(`${origin}${PATH}`)
    const { source, ...facts } = model.facts
    const { source: _, ...wanted } = await fixtureFacts(ID)
    expect(facts).toEqual(wanted)
    expect(source).toBe(`${origin}${PATH}`)
    expect(model.file_name).toBe('qwen3-8b.gguf')
    expect(seen.map(({ headers }) => headers['range'])).toEqual([`bytes=0-${MIB - 1}`])
    expect(seen[0]?.headers['authorization']).toBeUndefined()
    expect(seen[0]?.headers['accept-encoding']).toBe('identity')
  })

  it('with 150,000 tokens and 1,000 tensors takes three requests', async () => {
    const bytes = vocabularyGguf(150_000, 1000)
    const { origin, seen } = await serve({ [PATH]: ranged(bytes, bytes.length + 4e9) })
    const model = await read(`${origin}${PATH}`)
    expect(model.facts.hparams['vocab_size']).toBe(150_000)
    expect(model.facts.n_params).toBe(32_000)
    const ranges = seen.map(({ headers }) => headers['range'])
    expect(ranges).toEqual([`bytes=0-${MIB - 1}`, `bytes=${MIB}-${5 * MIB - 1}`, `bytes=${5 * MIB}-${21 * MIB - 1}`])
    expect(model.requests).toBe(3)
    // What is on its way when the header ends is let go.
    expect(model.bytes).toBeLessThan(bytes.length + 2 * MIB)
  })

  it('does not ask for what is passed over', async () => {
    const long: Value = { bytes: concat([u32(ARRAY), u32(F32), u64(2 ** 21), new Uint8Array(2 ** 23)]) }
    const bytes = writeGguf({
      keys: [
        ['general.architecture', 'llama'],
        ['llama.vocab_size', 9],
        ['tokenizer.ggml.scores', long],
        ['tokenizer.ggml.token_type', long],
      ],
      tensors: [{ name: 'output.weight', type: 'f16', shape: [32, 8] }],
    })
    const { origin, seen } = await serve({ [PATH]: ranged(bytes) })
    const model = await read(`${origin}${PATH}`)
    expect(model.facts.n_params).toBe(256)
    expect(seen.length).toBeLessThanOrEqual(3)
    expect(model.bytes).toBeLessThan(4 * MIB)
    expect(bytes.length).toBeGreaterThan(16 * MIB)
  })

  it('is read from a server that knows no ranges, and no further than its header', async () => {
    const { origin, seen } = await serve({ [PATH]: whole(header, size) })
    const model = await read(`${origin}${PATH}`)
    expect(model.facts.n_params).toBe((await fixtureFacts(ID)).n_params)
    expect(seen).toHaveLength(1)
    expect(model.bytes).toBeLessThan(2 * MIB)
  })

  it('is read from a server that knows neither ranges nor its size', async () => {
    const { origin } = await serve({ [PATH]: (_, response) => send(response, endless(header)) })
    expect((await read(`${origin}${PATH}`)).facts.architecture).toBe('qwen3')
  })

  it('is read from answers shorter than asked for', async () => {
    const bytes = vocabularyGguf(20_000, 10)
    const short: Handler = (request, response) => {
      const { from, to } = askedRange(request)
      const end = Math.min(from + 200_000, to, bytes.length)
      response.writeHead(206, { 'content-range': `bytes ${from}-${end - 1}/${bytes.length}` })
      response.end(bytes.subarray(from, end))
    }
    const { origin, seen } = await serve({ [PATH]: short })
    expect((await read(`${origin}${PATH}`)).facts.hparams['vocab_size']).toBe(20_000)
    expect(seen).toHaveLength(Math.ceil(bytes.length / 200_000))
  })

  it('keeps its connection from one range to the next', async () => {
    const bytes = vocabularyGguf(40_000, 10)
    const { origin, server } = await serve({ [PATH]: ranged(bytes) })
    let connections = 0
    server.on('connection', () => connections++)
    expect((await read(`${origin}${PATH}`)).requests).toBe(2)
    expect(connections).toBe(1)
  })

  it('is named by its URL without what may be secret', async () => {
    const { origin, seen } = await serve({ '/my%20model.gguf': ranged(header, size) })
    const host = new URL(origin).host
    const url = `http://me:pass%20word@${host}/my%20model.gguf?signature=hush#part`
    const model = await read(url)
    expect(JSON.stringify(model)).not.toMatch(/hush|pass|me:/)
    expect(model).toMatchObject({ file_name: 'my model.gguf', facts: { source: `${origin}/my%20model.gguf` } })
    expect(seen[0]).toMatchObject({
      url: '/my%20model.gguf?signature=hush',
      headers: { authorization: `Basic ${btoa('me:pass word')}` },
    })
    const error = await userErrorOf(() => read(url.replace('my%20model', 'none')))
    expect(`${error.message} ${error.hint} ${String(error.cause)}`).not.toMatch(/hush|pass/)
  })

  it.each([
    ['/a/..%2F..%2Fetc%2Fpasswd', 'model.gguf'],
    ['/a/%2e%2e%5cx.gguf', 'model.gguf'],
    ['/a/line%0Abreak.gguf', 'model.gguf'],
    ['/a/%E0%A4%A.gguf', '%E0%A4%A.gguf'],
    ['/a/', 'model.gguf'],
  ])('never has a name that leads elsewhere: %s', async (path, name) => {
    const { origin } = await serve({ [path]: ranged(header, size) })
    expect((await read(`${origin}${path}`)).file_name).toBe(name)
  })
})

describe('a model in parts', () => {
  const part = (no: number, count: number) => {
    const split: [string, Value][] = [
      ['split.no', { type: 2, value: no - 1 }],
      ['split.count', { type: 2, value: count }],
    ]
    const keys: [string, Value][] = [
      ['general.architecture', 'llama'],
      ['llama.vocab_size', 9],
    ]
    const tensors = [{ name: `blk.${no}.ffn_up.weight`, type: 'f16' as const, shape: [32, 8] }]
    return writeGguf({ keys: no === 1 ? [...keys, ...split] : split, tensors })
  }
  const path = (no: number) => `/m-0000${no}-of-00003.gguf`

  it('is read from the headers of all', async () => {
    const parts = [1, 2, 3].map((no) => [path(no), ranged(part(no, 3), 9e9)] as const)
    const { origin } = await serve(Object.fromEntries(parts))
    const model = await read(`${origin}${path(1)}`)
    expect(model).toMatchObject({ requests: 3, file_name: 'm-00001-of-00003.gguf', facts: { n_params: 3 * 256 } })
  })

  it('names the part that is missing, and the first when another is given', async () => {
    const { origin } = await serve({ [path(1)]: ranged(part(1, 3)), [path(2)]: ranged(part(2, 3)) })
    expect((await userErrorOf(() => read(`${origin}${path(1)}`))).message).toBe(
      `${origin}${path(3)} does not exist (HTTP 404)`,
    )
    const error = await userErrorOf(() => read(`${origin}${path(2)}`))
    expect(error.message).toContain('is part 2 of a model')
    expect(error.hint).toBe('Give m-00001-of-00003.gguf instead.')
  })

  it('must say what its name says', async () => {
    const { origin } = await serve({ '/one.gguf': ranged(part(1, 60_000)), [path(1)]: ranged(header, size) })
    expect((await userErrorOf(() => read(`${origin}/one.gguf`))).message).toContain('it is one of 60000 parts')
    expect((await userErrorOf(() => read(`${origin}${path(1)}`))).message).toContain('so it is whole')
  })
})

describe('one sentence for a server that', () => {
  const good = (from: number, end: number) => ({ 'content-range': `bytes ${from}-${end - 1}/${header.length}` })

  test.each<[string, Handler, RegExp]>([
    ['has no such file', fixed(404), /^http:\/\/test\S+ does not exist \(HTTP 404\)$/],
    ['wants a login', fixed(401), /wants a login \(HTTP 401\)$/],
    ['forbids it', fixed(403), /forbids it \(HTTP 403\)$/],
    ['is asked too often', fixed(429, { 'retry-after': '17' }), /too often from here \(HTTP 429\)$/],
    ['is in trouble', fixed(503), /the server answers HTTP 503$/],
    ['answers with an unknown status', fixed(299), /the server answers HTTP 299$/],
    ['has nothing', fixed(416), /is empty$/],
    ['has a file without a byte', fixed(200), /is empty$/],
    [
      'answers with a page',
      fixed(200, { 'content-type': 'text/html; charset=utf-8' }, '<p>'),
      /is a web page, not a GGUF/,
    ],
    [
      'answers with a page that does not say so',
      fixed(200, {}, '<!doctype html>'),
      /is no GGUF file: it is a web page$/,
    ],
    ['answers with something else', fixed(200, {}, 'version https://git-lfs.github.com/spec/v1'), /a Git LFS pointer/],
    ['compresses a range', lying((from, end) => ({ ...good(from, end), 'content-encoding': 'gzip' })), /compressed/],
    ['compresses the file', fixed(200, { 'content-encoding': 'br' }, 'x'), /compressed/],
    ['gives a range without saying which', lying(() => ({})), /other bytes than were asked for/],
    ['gives several ranges', lying(() => ({ 'content-type': 'multipart/byteranges; boundary=x' })), /other bytes/],
    ['gives another range', lying((from, end) => good(from + 1, end + 1)), /other bytes/],
    ['gives a range of no sense', lying(() => ({ 'content-range': 'bytes 0--1/5' })), /other bytes/],
    [
      'does not say how large the file is',
      lying((_, end) => ({ 'content-range': `bytes 0-${end - 1}/*` })),
      /other bytes/,
    ],
    [
      'gives more than was asked for',
      lying(() => ({ 'content-range': `bytes 0-${2 * MIB}/${9 * MIB}` })),
      /other bytes/,
    ],
    [
      'says another length than its range',
      lying((from, end) => ({ ...good(from, end), 'content-length': 7 })),
      /other bytes than were asked for/,
    ],
    [
      'sends more than its range',
      (_, response) => {
        response.writeHead(206, good(0, header.length))
        response.end(Buffer.concat([header, new Uint8Array(9)]))
      },
      /is sent with more bytes than were asked for$/,
    ],
    [
      'sends less than its range',
      (_, response) => void response.writeHead(206, good(0, header.length)).end(header.subarray(0, 500)),
      /broke off in the middle$/,
    ],
    [
      'breaks off',
      (_, response) => {
        response.writeHead(206, { ...good(0, header.length), 'content-length': header.length })
        response.write(header.subarray(0, 500), () => response.destroy())
      },
      /^test broke off the connection$/,
    ],
    ['closes without an answer', (_, response) => response.destroy(), /^test broke off the connection$/],
    ['claims a file smaller than its model', ranged(header, header.length), /is truncated: \d+ of its \d+ bytes/],
    ['answers with an upgrade', fixed(101, { upgrade: 'websocket', connection: 'upgrade' }), /^test /],
    [
      'speaks no HTTP',
      (_, response) => void response.socket?.end('SSH-2.0-OpenSSH_9.9\r\n'),
      /^test does not speak HTTP as it should \(HPE_\w+\)$/,
    ],
    [
      'sends headers without an end',
      (_, response) => void response.socket?.end(`HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(9999)}\r\n`),
      /^test does not speak HTTP as it should \(HPE_HEADER_OVERFLOW\)$/,
    ],
  ])('%s', async (_name, handler, said) => {
    expect((await refused(handler)).said).toMatch(said)
  })

  test('says when to ask again', async () => {
    expect((await refused(fixed(429, { 'retry-after': '17' }))).error.hint).toBe('Try again in 17 s.')
    expect((await refused(fixed(429, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }))).error.hint).toBe(
      'Try again later.',
    )
  })

  test('has closed a kept connection is asked once more', async () => {
    const proper = ranged(vocabularyGguf(40_000, 10))
    let count = 0
    const { origin, seen } = await serve({
      [PATH]: (request, response) => (++count === 2 ? response.destroy() : proper(request, response)),
    })
    expect((await read(`${origin}${PATH}`)).facts.hparams['vocab_size']).toBe(40_000)
    expect(seen).toHaveLength(3)
  })

  test('refuses is not asked twice', async () => {
    expect((await refused((_, response) => response.destroy())).seen).toHaveLength(1)
    expect((await refused(fixed(503))).seen).toHaveLength(1)
    expect((await refused(fixed(429))).seen).toHaveLength(1)
  })

  test.each<[string, (count: number) => Record<string, string>]>([
    ['size', (count) => ({ 'content-range': `bytes ${count * MIB}-${count * MIB + MIB - 1}/${90 * MIB + count}` })],
    ['entity tag', (count) => ({ etag: `"${count}"` })],
  ])('has a file that changes its %s meanwhile', async (_name, headers) => {
    const bytes = vocabularyGguf(100_000, 1)
    let count = 0
    const handler: Handler = (request, response) => {
      const { from, to } = askedRange(request)
      const end = Math.min(to, bytes.length)
      const range = `bytes ${from}-${end - 1}/${bytes.length}`
      const changed = count === 0 ? {} : headers(count)
      response.writeHead(206, { 'content-range': range, etag: '"0"', ...changed }).end(bytes.subarray(from, end))
      count++
    }
    expect((await refused(handler)).said).toMatch(/changed while it was read|other bytes than were asked for/)
  })
})

describe('limits', () => {
  it('end an answer that does not begin', async () => {
    const { said, error } = await refused(() => {}, { first_byte_ms: 50 })
    expect(said).toBe('test does not answer within 0.05 s')
    expect(error.kind).toBe('environment')
  })

  it('end an answer that drips', async () => {
    const drip: Handler = (_, response) => {
      response.writeHead(206, { 'content-range': `bytes 0-${header.length - 1}/${size}` })
      let at = 0
      const timer = setInterval(() => response.write(header.subarray(at, ++at)), 5)
      response.on('close', () => clearInterval(timer))
    }
    expect((await refused(drip, { total_ms: 150 })).said).toBe('test is too slow: not done within 0.15 s')
  })

  it('end a header that does not end', async () => {
    const tokens = Array.from({ length: 2 ** 18 }, () => 'longer-token')
    const start = writeGguf({ keys: [['tokenizer.ggml.tokens', { array: 8, values: tokens, length: 2n ** 24n }]] })
    const { said } = await refused((_, response) => send(response, endless(start)), { bytes: 8 * MIB })
    expect(said).toBe(`test sends more than ${8 * MIB} bytes, more than any header needs`)
  })

  it('end ranges of one byte each', async () => {
    const tiny: Handler = (request, response) => {
      const { from } = askedRange(request)
      response.writeHead(206, { 'content-range': `bytes ${from}-${from}/${size}` }).end(header.subarray(from, from + 1))
    }
    const { said, seen } = await refused(tiny, { requests: 20 })
    expect(said).toBe('test makes reading a header take more than 20 requests')
    expect(seen).toHaveLength(20)
  })

  it('let go of the server at once when the file is no model', async () => {
    let gone: () => void
    const closed = new Promise<void>((resolve) => (gone = resolve))
    const { said } = await refused((_, response) => {
      response.on('close', () => gone())
      send(response, endless(new Uint8Array(65_536)))
    })
    expect(said).toContain('nothing but zeros')
    await closed
  })
})

describe('names', () => {
  it.each(['https://host/a.gguf', 'HTTP://host/a', 'hf:a/b', 'HF:a/b:Q8_0', 'ftp://host/a.gguf', 'file:///a.gguf'])(
    'of what is elsewhere: %s',
    (name) => expect(isRemoteName(name)).toBe(true),
  )

  it.each(['qwen3-8b', './a.gguf', 'C:\\a.gguf', 'c:/a.gguf', 'a:b', 'hf/a.gguf'])('of what is here: %s', (name) =>
    expect(isRemoteName(name)).toBe(false),
  )

  it.each([
    ['ftp', 'ftp://host/a.gguf', /over http: and https: only, not ftp:$/],
    ['file', 'file:///etc/passwd', /only, not file:$/],
    ['https without a host', 'https://', /no possible URL$/],
    ['http with a port of no sense', 'http://me:secret@host:99999/', /no possible URL$/],
    ['of great length', `https://host/${'a'.repeat(9000)}`, /at most 8192 characters$/],
  ])('that cannot be read: %s', async (_label, name, said) => {
    const error = await userErrorOf(() => read(name))
    expect(error.message).toMatch(said)
    expect(error.message).not.toContain('secret')
  })

  it('of a server that is not there', async () => {
    const { origin, server } = await serve({})
    await new Promise((resolve) => server.close(resolve))
    const error = await userErrorOf(() => read(`${origin}/a.gguf`))
    expect(error.message).toBe(`${new URL(origin).host} refuses the connection`)
    expect(error.kind).toBe('environment')
  })
})
