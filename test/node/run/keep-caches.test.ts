import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../../shared/node/run/free-port.ts'
import { keepCaches } from '../../../shared/node/run/keep-caches.ts'
import { selfSigned } from '../../helpers/self-signed.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

/**
 * What a llama-server answers as far as its caches go, in the folder that it is given: it loads until a file `ready` is there, and
 * reads a cache back once a file `readable` is. Its one slot holds 7 tokens; after a start with `--empty` none until it was read back.
 */
const SERVER = `
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'

const args = process.argv.slice(2)
const after = (flag) => (args.includes(flag) ? args[args.lastIndexOf(flag) + 1] : undefined)
const [folder] = args
const prefix = after('--api-prefix') ?? process.env.LLAMA_ARG_API_PREFIX ?? ''
const keys = after('--api-key-file') ?? process.env.LLAMA_ARG_API_KEY_FILE
const key = keys === undefined ? undefined : readFileSync(keys, 'utf8').split('\\n').find((line) => line !== '' && line[0] !== '#')
let tokens = args.includes('--empty') ? 0 : 7
const answer = async (request, response) => {
  const url = request.url.startsWith(prefix) ? request.url.slice(prefix.length) : 'elsewhere'
  if (!existsSync(folder + '/ready')) return response.writeHead(503).end('{}')
  if (url === '/health') return response.end('{}')
  if (key !== undefined && request.headers.authorization !== 'Bearer ' + key) return response.writeHead(401).end('{}')
  if (url === '/slots') return response.end(JSON.stringify([{ id: 0, n_ctx: 512, n_prompt_tokens: tokens }]))
  if (url === '/slots/0?action=save') return response.end('{}')
  if (url !== '/slots/0?action=restore') return response.writeHead(404).end('{}')
  console.error('asked to restore')
  while (!existsSync(folder + '/readable')) await pause(10)
  tokens = 7
  response.end('{}')
}
const cert = after('--ssl-cert-file')
const server = cert
  ? createSecure({ cert: readFileSync(cert), key: readFileSync(after('--ssl-key-file')) }, answer)
  : createServer(answer)
server.listen(Number(after('--port')), '127.0.0.1', () => console.error('listening'))
process.on('SIGTERM', () => process.exit(0))
`

let folder = ''
let script = ''

beforeEach(async () => {
  folder = await tempFolder()
  script = join(folder, 'server.mjs')
  await writeFile(script, SERVER)
  await writeFile(join(folder, 'ready'), '')
  await writeFile(join(folder, 'readable'), '')
})

async function keeping(args: readonly string[], env: Readonly<Record<string, string>>) {
  return {
    path: process.execPath,
    args: [script, folder, '--port', String(await freePort()), ...args],
    env: { ...process.env, ...env },
    folder: join(folder, 'caches'),
    takeSignals: () => () => {},
    note: () => {},
  }
}

/** A server that is kept; `stop` sends a signal, and resolves with its exit code. */
async function keep(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const notes: string[] = []
  let signal: (name: NodeJS.Signals) => void = () => {}
  const done = keepCaches({
    ...(await keeping(args, env)),
    takeSignals(handler) {
      signal = handler
      return () => {}
    },
    note: (line) => notes.push(line),
  })
  let over = false
  onTestFinished(async () => {
    if (over) return
    signal('SIGKILL')
    signal('SIGKILL')
    await done
  })
  const says = async (text: string) => {
    await expect.poll(() => notes).toContainEqual(text)
  }
  await says('listening')
  const stop = async () => {
    signal('SIGTERM')
    const code = await done
    over = true
    return { code, notes: notes.filter((line) => line.startsWith('lp-tui keep')) }
  }
  return { stop, says }
}

const recordedSlots = async () =>
  (JSON.parse(await readFile(join(folder, 'caches', 'slots.json'), 'utf8')) as { slots: unknown }).slots

const KEPT = [{ slot: 0, filename: 'slot-0.bin', tokens: 7 }]

test('caches are saved at a stop and read back at the next start', async () => {
  expect(await (await keep()).stop()).toEqual({ code: 0, notes: ['lp-tui keep: 1 cache saved'] })
  expect(await recordedSlots()).toEqual(KEPT)
  const second = await keep()
  await second.says('lp-tui keep: 1 of 1 cache restored')
  await second.stop()
})

test('a server that is stopped while it loads leaves the caches of the run before', async () => {
  await (await keep()).stop()
  await rm(join(folder, 'ready'))
  const { notes } = await (await keep()).stop()
  expect(notes).toEqual(['lp-tui keep: 1 cache of the run before left as they are'])
  expect(await recordedSlots()).toEqual(KEPT)
})

test('a server that has kept nothing yet says so when it is stopped while it loads', async () => {
  await rm(join(folder, 'ready'))
  const { notes } = await (await keep()).stop()
  expect(notes).toEqual(['lp-tui keep: nothing saved, for llama-server does not say which slots it has'])
})

test('a stop while caches are read back waits until they are', async () => {
  await (await keep(['--empty'])).stop()
  const record = join(folder, 'caches', 'slots.json')
  const before = JSON.parse(await readFile(record, 'utf8')) as object
  await writeFile(record, JSON.stringify({ ...before, slots: KEPT }))
  await rm(join(folder, 'readable'))
  const second = await keep(['--empty'])
  await second.says('asked to restore')
  const stopped = second.stop()
  await writeFile(join(folder, 'readable'), '')
  expect((await stopped).notes).toEqual(['lp-tui keep: 1 of 1 cache restored', 'lp-tui keep: 1 cache saved'])
  expect(await recordedSlots()).toEqual(KEPT)
})

test('a server is asked as its own words and variables say: keys of a file, a path before all others, TLS', async () => {
  const keys = join(folder, 'keys.txt')
  await writeFile(keys, '# ours\nsecret\nother\n')
  const pair = selfSigned('localhost')
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  await writeFile(cert, pair.cert)
  await writeFile(key, pair.key)
  for (const [args, env] of [
    [['--api-key-file', keys], {}],
    [['--api_key_file', keys, '--api-prefix', '/v2'], {}],
    [[], { LLAMA_ARG_API_KEY_FILE: keys, LLAMA_ARG_API_PREFIX: '/v3' }],
    [['--ssl-cert-file', cert, '--ssl-key-file', key], {}],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { notes } = await (await keep(args, env)).stop()
    expect(notes, args.join(' ')).toEqual(['lp-tui keep: 1 cache saved'])
  }
})

test('a key file that cannot be read is told before anything starts', async () => {
  const wanted = await keeping(['--api-key-file', join(folder, 'none.txt')], {})
  expect(await userErrorOf(() => keepCaches(wanted))).toMatchObject({ kind: 'input' })
})
