import { createHash } from 'node:crypto'
import { chmod, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { UserError } from '../../errors.ts'
import { engineWords } from '../../run/engine-words.ts'
import { writeFileAtomic } from '../write-file-atomic.ts'
import { findApiKey } from './api-key.ts'
import { askJson, type EngineAddress } from './ask-engine.ts'
import { addressOf } from './engine-address.ts'
import { exitCode, startProcess } from './engine-process.ts'
import { type KeptSlot, restoreSlots, saveSlots } from './kept-slots.ts'

export type Keeping = {
  readonly path: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where the caches of this very server lie between its runs; made where it is not there. */
  readonly folder: string
  takeSignals(handler: (signal: NodeJS.Signals) => void): () => void
  note(line: string): void
}

const RecordSchema = z.strictObject({
  version: z.literal(1),
  /** Of the command line and the model's file: a cache is worth nothing to another model. */
  made_by: z.string(),
  slots: z.array(
    z.strictObject({ slot: z.int().min(0), filename: z.string().regex(/^slot-\d+\.bin$/), tokens: z.int() }),
  ),
})

/** A model of many GiB on a slow disk. */
const LOAD_LIMIT_MS = 30 * 60_000

/**
 * Runs llama-server; when it is told to stop it first writes the cache of every slot to the folder, and when it starts again it
 * reads them back: for programs that swap models by ending and starting servers. What was saved before stays as it is until it was
 * read back: a server that is stopped while it loads has nothing to take its place.
 * @returns the exit code of llama-server
 * @throws UserError where it does not start, its arguments leave open where it will listen, or its key file cannot be read
 */
export async function keepCaches({ path, args, env, folder, takeSignals, note }: Keeping): Promise<number> {
  const address = await askedAt(args, env)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Conversations are private, also where the folder was there before.
  await chmod(folder, 0o700).catch(() => {})
  const record = join(folder, 'slots.json')
  const made_by = await signatureOf(args)
  const kept = await recorded(record, made_by)
  const engine = await startProcess({ path, args: [...args, '--slot-save-path', folder], env, onLine: note })

  /** Of the caches of the run before. */
  let reading: 'not yet' | 'now' | 'over' = kept.length > 0 ? 'not yet' : 'over'
  let stopping = false
  const restore = async () => {
    if (reading === 'over') return
    const ready = await becomesReady(address, engine.ended)
    if (stopping) return
    reading = ready ? 'now' : 'over'
    if (!ready) return
    const slots = await askJson(address, '/slots')
    const count = await restoreSlots(address, kept, Array.isArray(slots) ? slots.length : 0)
    reading = 'over'
    note(`lp-tui keep: ${count} of ${caches(kept.length)} restored`)
  }
  const restored = restore()

  const stop = async (signal: NodeJS.Signals) => {
    // A second signal means now.
    if (stopping) return engine.kill(signal)
    stopping = true
    // A slot that was not read back yet looks empty.
    if (reading === 'now') await restored
    const slots = reading === 'not yet' ? null : await saveSlots(address)
    if (slots !== null) {
      await writeFileAtomic(record, `${JSON.stringify({ version: 1, made_by, slots })}\n`, { force: true })
      note(`lp-tui keep: ${caches(slots.length)} saved`)
    } else if (kept.length > 0) note(`lp-tui keep: ${caches(kept.length)} of the run before left as they are`)
    else note('lp-tui keep: nothing saved, for llama-server does not say which slots it has')
    engine.kill('SIGTERM')
  }
  const release = takeSignals((signal) => void stop(signal).catch(() => engine.kill(signal)))
  try {
    await restored
    return exitCode(await engine.ended)
  } finally {
    release()
  }
}

function caches(count: number): string {
  return `${count} ${count === 1 ? 'cache' : 'caches'}`
}

/** Where a server with these arguments will answer, and to whom (common/arg.cpp: an argument wins over its variable). */
async function askedAt(args: readonly string[], env: Keeping['env']): Promise<EngineAddress> {
  const words = engineWords(args)
  const port = words.port ?? env['LLAMA_ARG_PORT'] ?? '8080'
  if (!/^[1-9]\d{0,4}$/.test(port)) {
    throw new UserError('usage', `llama-server needs a --port that is known before it starts, not ${port}`)
  }
  const host = words.host ?? env['LLAMA_ARG_HOST'] ?? '127.0.0.1'
  const { key } = await findApiKey({ file: words.api_key_file, word: words.api_key, env })
  return addressOf(
    {
      ...(key !== undefined && { api_key: key }),
      prefix: words.prefix || (env['LLAMA_ARG_API_PREFIX'] ?? ''),
      scheme: words.secure || env['LLAMA_ARG_SSL_CERT_FILE'] ? 'https' : 'http',
    },
    { host, port: Number(port) },
  )
}

/** Of all that a cache depends on: the arguments without the port, and size and time of the model's file. */
async function signatureOf(args: readonly string[]): Promise<string> {
  const port = args.lastIndexOf('--port')
  const rest = args.filter((_, at) => port === -1 || (at !== port && at !== port + 1))
  const model = rest[rest.findLastIndex((word) => word === '-m' || word === '--model') + 1] ?? ''
  const file = await stat(model).catch(() => null)
  return createHash('sha256')
    .update(JSON.stringify([rest, file?.size, file?.mtimeMs]))
    .digest('hex')
}

async function recorded(record: string, made_by: string): Promise<readonly KeptSlot[]> {
  try {
    const parsed = RecordSchema.parse(JSON.parse(await readFile(record, 'utf8')))
    return parsed.made_by === made_by ? parsed.slots : []
  } catch {
    // None yet, or none that can be used: the conversations are read anew from their prompts.
    return []
  }
}

async function becomesReady(address: EngineAddress, ended: Promise<unknown>): Promise<boolean> {
  const gone = ended.then(() => true)
  for (const start = Date.now(); Date.now() - start < LOAD_LIMIT_MS;) {
    const health = await askJson(address, '/health', 2000)
    if (health !== null) return true
    if (await Promise.race([gone, pause(100, false)])) return false
  }
  return false
}
