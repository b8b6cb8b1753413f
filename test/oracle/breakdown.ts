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
const LineSchema = z.object({ id: z.number().nullable(), error: z.string().optional() })
const AnswerSchema = z.object({
  devices: z.array(RowSchema).optional(),
  host: RowSchema.optional(),
})

/** What a projector takes, weights and compute buffers together; without a device all of it is the host's. */
export type ProjectorBytes = { readonly device: number; readonly host: number }

/** A projector file, on a device or on the CPU, with flash attention or without. */
export type ProjectorCase = { readonly mmproj: string; readonly devices: 0 | 1; readonly flash: boolean }

const ProjectorSchema = z.object({ device: z.number(), host: z.number() })

/** How long one case may take; a sparse file of 200 GB takes well under a second. */
const CASE_LIMIT_MS = 60_000

/** Asks llama.cpp itself what it would allocate, in bytes, one answer a case in the same order. */
export function askBreakdown(cases: readonly BreakdownCase[]): Promise<BreakdownAnswer[]> {
  return ask(cases, (line) => {
    const { devices, host } = AnswerSchema.parse(line)
    return devices && host ? { devices, host } : refusal(line)
  })
}

/** The same for projectors. */
export function askProjectors(cases: readonly ProjectorCase[]): Promise<(ProjectorBytes | { error: string })[]> {
  return ask(cases, (line) => {
    const { success, data } = ProjectorSchema.safeParse(line)
    return success ? data : refusal(line)
  })
}

function refusal(line: unknown): { error: string } {
  return { error: LineSchema.parse(line).error ?? JSON.stringify(line) }
}

type Question = { readonly devices: number }
type Answers<A> = Map<number, A | { error: string }>

/** A case that aborts llama.cpp is answered with an error, and the rest goes to a new process. */
async function ask<A>(
  cases: readonly Question[],
  answerOf: (line: unknown) => A | { error: string },
): Promise<(A | { error: string })[]> {
  const answers: Answers<A> = new Map()
  const devices = Math.max(1, ...cases.map((one) => one.devices))
  while (answers.size < cases.length) {
    const before = answers.size
    // One process after another: a new one is only needed for what the last one left.
    // oxlint-disable-next-line no-await-in-loop
    const ended = await askOneProcess(cases, devices, answers, answerOf)
    if (answers.size > before) continue
    const next = cases.findIndex((_, id) => !answers.has(id))
    answers.set(next, { error: `the breakdown program ended without an answer: ${ended}` })
  }
  return cases.map((_, id) => answers.get(id) ?? { error: 'no answer' })
}

function askOneProcess<A>(
  cases: readonly Question[],
  devices: number,
  answers: Answers<A>,
  answerOf: (line: unknown) => A | { error: string },
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
    const answer: unknown = JSON.parse(line)
    const { id, error } = LineSchema.parse(answer)
    if (id === null) complaint = error ?? line
    else answers.set(id, answerOf(answer))
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
