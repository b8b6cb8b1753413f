import type { Host } from './host.ts'
import type { ProbeResult } from './snapshot.ts'
import { shortly } from './shortly.ts'
import { linesOf } from './text.ts'

type Platform = Host['platform']

/** Each probe may take this long; all run side by side in at most two rounds (docs: "detect" stays under 5 s). */
const PROBE_LIMIT_MS = 2000

type Common<T> = {
  readonly id: string
  readonly platforms: readonly Platform[]
  /** Pure. Null when the text holds nothing that this parser knows; never throws. */
  readonly parse: (text: string) => T | null
}

/** One question to a machine: where the text comes from, and a pure parser for it. */
export type Probe<T> =
  | (Common<T> & { readonly command: string; readonly args: readonly string[] })
  | (Common<T> & { readonly file: string })
  /** Several small files, handed to the parser as `path:value` lines (the form of `grep -H . FILES`). */
  | (Common<T> & { readonly collect: (host: Host) => Promise<string | null> })

/** A probe's result with a short word on what it said, for explanations. */
export type LoggedProbe = ProbeResult & { readonly said?: string }

/** Runs a probe, writes its result into `log`, and gives what the parser saw. Null for every failure; never rejects. */
export async function ask<T>(host: Host, probe: Probe<T>, log: LoggedProbe[]): Promise<T | null> {
  if (!probe.platforms.includes(host.platform)) return null
  const started = host.now()
  const answer = await textOf(host, probe)
  const ms = Math.max(0, Math.round(host.now() - started))
  const value = answer.text === null ? null : probe.parse(answer.text)
  if (value !== null) {
    log.push({ id: probe.id, state: 'ok', ms, said: shortly(value) })
    return value
  }
  const state = answer.text === null ? answer.state : 'failed'
  log.push({ id: probe.id, state, ms, ...(answer.note ? { note: answer.note } : {}) })
  return null
}

type Answer = { text: string | null; state: 'absent' | 'timeout' | 'failed'; note: string | null }

async function textOf<T>(host: Host, probe: Probe<T>): Promise<Answer> {
  if ('file' in probe) {
    const text = await host.readText(probe.file)
    return { text, state: 'absent', note: text === null ? null : 'holds nothing that we know' }
  }
  if ('collect' in probe) {
    const text = await probe.collect(host)
    return { text, state: 'absent', note: text === null ? null : 'holds nothing that we know' }
  }
  const result = await host.run(probe.command, probe.args, PROBE_LIMIT_MS)
  if (result.state !== 'ok') return { text: null, state: result.state, note: result.reason.slice(0, 200) }
  // Tools exit with an error when one of several values is missing and still print the others (sysctl, nvidia-smi).
  const said = firstWords(result.stderr) ?? firstWords(result.stdout)
  const note = said ?? (result.exit_code === 0 ? 'printed nothing' : `exit code ${result.exit_code}`)
  return { text: result.stdout, state: 'failed', note }
}

function firstWords(text: string): string | null {
  const line = linesOf(text.slice(0, 4000)).find((candidate) => candidate.trim() !== '')
  return line === undefined ? null : line.trim().slice(0, 200)
}

/** Reads files of a tree and joins them as `path:value` lines; absent ones are left out. Null when all are absent. */
export async function collectFiles(host: Host, paths: readonly string[]): Promise<string | null> {
  const texts = await Promise.all(paths.map((path) => host.readText(path)))
  const lines = texts.flatMap((text, at) =>
    text === null ? [] : linesOf(text).flatMap((line) => (line === '' ? [] : [`${paths[at]}:${line}`])),
  )
  return lines.length === 0 ? null : lines.join('\n')
}
