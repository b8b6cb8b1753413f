import { quotePosix, quotePowerShell } from '../shared/export/shell-quote.ts'

/**
 * A command line as a person would paste it: for POSIX shells, or for PowerShell on Windows.
 * @param words program and arguments
 */
export function commandLine(words: readonly string[], platform: NodeJS.Platform): string {
  if (platform !== 'win32') return words.map(quotePosix).join(' ')
  const [program = '', ...args] = words.map((word) => quotePowerShell(word))
  // PowerShell takes a quoted first word for a text; `&` makes it a command.
  return [program.startsWith("'") ? `& ${program}` : program, ...args].join(' ')
}
