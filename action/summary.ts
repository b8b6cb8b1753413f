import { appendFile } from 'node:fs/promises'
import { code, words } from '../shared/report/markdown/escape.ts'
import { log } from './log.ts'

/** Appends to the job summary. Trouble with it is told and does not change the verdict. */
export async function writeSummary(env: Readonly<Record<string, string | undefined>>, text: string): Promise<void> {
  const file = env['GITHUB_STEP_SUMMARY']
  if (file === undefined || file === '') return
  try {
    await appendFile(file, text)
  } catch (error) {
    log(
      `The job summary could not be written: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}.`,
    )
  }
}

/** The summary of a run that came to no verdict. */
export function invalidSummary(messages: readonly string[]): string {
  const lines = messages.map((message) => `- ${message.includes('/') ? code(message) : words(message)}`)
  return `## ❌ Model configs not checked\n\n${lines.join('\n')}\n`
}
