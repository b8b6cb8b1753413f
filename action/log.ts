import { plain } from '../shared/report/plain.ts'

/**
 * The one door for log text. The runner reads commands from it in two forms: `::cmd::` at the start of a line and
 * `##[cmd]` anywhere; neither may come from a file's name or content.
 */
export function log(text: string): void {
  process.stdout.write(`${text.split('\n').map(logLine).join('\n')}\n`)
}

/** The one door for workflow commands: complete lines that `githubReport` and `commandLine` escaped. */
export function command(lines: string): void {
  process.stdout.write(lines)
}

/**
 * One physical line that the runner takes for text: no command in either form, and nothing that the problem matchers
 * of setup-node (tsc, eslint-compact, eslint-stylish), which stay on for the whole job, would make an annotation of.
 */
export function logLine(line: string): string {
  return plain(line)
    .replaceAll('##[', '##\\[')
    .replace(/^(\s*)::/, '$1\\::')
    .replace(/^\s/, '\\u{20}')
    .replace(/\((\d[\d,]*)\)(\s*:)/g, '($1\\)$2')
    .replace(/:\sline\s(?=\d)/g, ':\\u{20}line ')
}
