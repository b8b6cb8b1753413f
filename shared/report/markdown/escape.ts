import { shortName } from '../config-label.ts'
import { plain } from '../plain.ts'

/**
 * Text from outside in a table cell or a line of Markdown: as code, so that GitHub makes no mention, issue link or
 * emoji of it, and every character that could mean something written as an entity.
 */
export function code(text: string): string {
  return `<code>${escaped(text)}</code>`
}

/** A config in a table: its file, and its name where the file holds several. */
export function configCell({ file, name }: { readonly file: string; readonly name?: string | undefined }): string {
  return name === undefined ? code(file) : `${code(file)} ${code(shortName(name))}`
}

/** A sentence of ours with values from outside; as code when it holds what GitHub would make a link of. */
export function words(text: string): string {
  return /[@#]|:\w+:|www\.|:\/\/|\b[0-9a-f]{7,40}\b/i.test(text) ? code(text) : escaped(text)
}

/** Letters, digits, spaces and what has no meaning in Markdown stay as they are. */
function escaped(text: string): string {
  return plain(text).replace(/[^\p{L}\p{N} /,;%+-]/gu, (char) => `&#${char.codePointAt(0) ?? 0};`)
}

/** A block of code that nothing in `text` can end. */
export function codeBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}sh\n${text.split('\n').map(plain).join('\n')}\n${fence}`
}

/** Bytes of a text as UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    // Either half of a pair counts two: four bytes together.
    if (unit >= 0x80) bytes += unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}
