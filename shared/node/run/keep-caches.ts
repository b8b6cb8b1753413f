import { createHash } from 'node:crypto'
import { chmod, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { UserError } from '../../errors.ts'
import { writeFileAtomic } from '../write-file-atomic.ts'
import { askJson, type EngineAddress } from './ask-engine.ts'
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
 * reads them back: for programs that swap models by ending and starting servers.
 * @returns the exit code of llama-server
 * @throws UserError where it does not start, or its arguments leave open where it will listen
 */
export async function keepCaches({ path, args, env, folder, takeSignals, note }: Keeping): Promise<number> {
  const address = addressOf(args, env)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Conversations are private, also where the folder was there before.
  await chmod(folder, 0o700).catch(() => {})
  const record = join(folder, 'slots.json')
  const made_by = await signatureOf(args)
  const engine = await startProcess({ path, args: [...args, '--slot-save-path', folder], env, onLine: note })

  let stopping = false
  const stop = async (signal: NodeJS.Signals) => {
    // A second signal means now.
    if (stopping) return engine.kill(signal)
    stopping = true
    const slots = await saveSlots(address)
    const text = JSON.stringify({ version: 1, made_by, slots })
    await writeFileAtomic(record, `${text}\n`, { force: true })
    note(`lp-tui keep: ${slots.length} ${slots.length === 1 ? 'cache' : 'caches'} saved`)
    engine.kill('SIGTERM')
  }
  const release = takeSignals((signal) => void stop(signal).catch(() => engine.kill(signal)))
  try {
    const kept = await recorded(record, made_by)
    const ready = kept.length > 0 && (await becomesReady(address, engine.ended))
    if (ready && !stopping) {
      const slots = await askJson(address, '/slots')
      const count = await restoreSlots(address, kept, Array.isArray(slots) ? slots.length : 0)
      note(`lp-tui keep: ${count} of ${kept.length} ${kept.length === 1 ? 'cache' : 'caches'} restored`)
    }
    return exitCode(await engine.ended)
  } finally {
    release()
  }
}

function addressOf(args: readonly string[], env: Keeping['env']): EngineAddress {
  const after = (...flags: string[]) => args[args.findLastIndex((word) => flags.includes(word)) + 1]
  const has = (flag: string) => args.includes(flag)
  const port = has('--port') ? after('--port') : (env['LLAMA_ARG_PORT'] ?? '8080')
  if (!/^[1-9]\d{0,4}$/.test(port ?? '')) {
    throw new UserError('usage', `llama-server needs a --port that is known before it starts, not ${port ?? 'none'}`)
  }
  const host = has('--host') ? after('--host') : (env['LLAMA_ARG_HOST'] ?? '127.0.0.1')
  const local = host === undefined || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const api_key = (has('--api-key') ? after('--api-key') : env['LLAMA_API_KEY'])?.split(',')[0]
  const url = `http://${local.includes(':') ? `[${local}]` : local}:${port}`
  return { url, ...(api_key !== undefined && api_key !== '' && { api_key }) }
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
