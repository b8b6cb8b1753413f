/** Text in lines of at most `width` columns, broken at blanks; a word that is longer than that is cut. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    for (let rest = word; rest !== ''; rest = rest.slice(width)) {
      const piece = rest.slice(0, width)
      if (line !== '' && line.length + 1 + piece.length > width) {
        lines.push(line)
        line = piece
      } else line = line === '' ? piece : `${line} ${piece}`
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** `label  text` with the text wrapped in its own column. */
export function hangingLines(label: string, text: string, column: number, width: number): string[] {
  const lines = wrapText(text, Math.max(20, width - column))
  return (lines.length === 0 ? [''] : lines).map((line, at) =>
    `${(at === 0 ? label : '').padEnd(column)}${line}`.trimEnd(),
  )
}
