import { plain } from '../shared/report/plain.ts'

/**
 * The one door for log text. The runner reads commands from it in two forms: `::cmd::` at the start of a line and
 * `##[cmd]` anywhere; neither may come from a file's name or content.
 */
export function log(text: string): void {
  for (const line of text.split('\n')) process.stdout.write(`${logLine(line)}\n`)
}

/** One physical line that the runner takes for text. */
export function logLine(line: string): string {
  return plain(line)
    .replaceAll('##[', '##\\[')
    .replace(/^(\s*)::/, '$1\\::')
}
