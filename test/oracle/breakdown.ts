import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import * as z from 'zod'
import type { MemoryBreakdown } from '../../shared/estimate/memory-estimate.ts'
import type { Program } from '../../shared/program.ts'
import { programPath } from './engine.ts'

/** One question to llama.cpp: its own arguments, and how many GPU-like devices there are. */
export type BreakdownCase = {
  readonly program: Program
  readonly devices: number
  readonly args: readonly string[]
}

/** llama.cpp's bytes. */
export type EngineBytes = { readonly devices: readonly MemoryBreakdown[]; readonly host: MemoryBreakdown }

/** llama.cpp's bytes, or why it would not say. */
export type BreakdownAnswer = EngineBytes | { readonly error: string }

const RowSchema = z.object({ model: z.number(), context: z.number(), compute: z.number() })
const AnswerSchema = z.object({
  id: z.number().nullable(),
  devices: z.array(RowSchema).optional(),
  host: RowSchema.optional(),
  error: z.string().optional(),
})

/** How long one case may take; a sparse file of 200 GB takes well under a second. */
const CASE_LIMIT_MS = 60_000

/**
 * Asks llama.cpp itself what it would allocate, in bytes, one answer a case in the same order.
 * A case that aborts llama.cpp is answered with an error, and the rest goes to a new process.
 */
export async function askBreakdown(cases: readonly BreakdownCase[]): Promise<BreakdownAnswer[]> {
  const answers = new Map<number, BreakdownAnswer>()
  const devices = Math.max(1, ...cases.map((one) => one.devices))
  while (answers.size < cases.length) {
    const before = answers.size
    // One process after another: a new one is only needed for what the last one left.
    // oxlint-disable-next-line no-await-in-loop
    const ended = await askOneProcess(cases, devices, answers)
    if (answers.size > before) continue
    const next = cases.findIndex((_, id) => !answers.has(id))
    answers.set(next, { error: `the breakdown program ended without an answer: ${ended}` })
  }
  return cases.map((_, id) => answers.get(id) ?? { error: 'no answer' })
}

function askOneProcess(
  cases: readonly BreakdownCase[],
  devices: number,
  answers: Map<number, BreakdownAnswer>,
): Promise<string> {
  const child = spawn(programPath('breakdown'), ['--devices', String(devices)], { stdio: ['pipe', 'pipe', 'pipe'] })
  let complaint = ''
  let timer = setTimeout(() => child.kill('SIGKILL'), CASE_LIMIT_MS)
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-500)))
  // The process may abort with cases still unread.
  child.stdin.on('error', () => {})
  createInterface({ input: child.stdout }).on('line', (line) => {
    clearTimeout(timer)
    timer = setTimeout(() => child.kill('SIGKILL'), CASE_LIMIT_MS)
    const { id, devices: rows, host, error } = AnswerSchema.parse(JSON.parse(line))
    if (id === null) complaint = error ?? line
    else answers.set(id, rows && host ? { devices: rows, host } : { error: error ?? line })
  })
  cases.forEach((one, id) => {
    if (!answers.has(id)) child.stdin.write(`${JSON.stringify({ id, ...one })}\n`)
  })
  child.stdin.end()
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve(complaint || `status ${code ?? signal}`)
    })
  })
}
