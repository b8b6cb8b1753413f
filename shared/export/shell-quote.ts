/** A word for a POSIX shell: as it is when harmless, else in single quotes. */
export function quotePosix(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

/**
 * A word for PowerShell: single quotes take everything literally, a doubled quote stands for one. The typographic
 * single quotes are quotes too (System.Management.Automation, CharExtensions.IsSingleQuote).
 * @param when `always` inside an expression, where a bare word would be code
 */
export function quotePowerShell(word: string, when: 'needed' | 'always' = 'needed'): string {
  if (when === 'needed' && /^[\w=:./\\-]+$/.test(word)) return word
  return `'${word.replaceAll(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`
}
