/** A word for a POSIX shell: as it is when harmless, else in single quotes. */
export function quotePosix(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

/** A word for PowerShell: single quotes take everything literally, a doubled quote stands for one. */
export function quotePowerShell(word: string): string {
  return /^[\w=:./\\-]+$/.test(word) ? word : `'${word.replaceAll("'", "''")}'`
}
