import { keyValue, linesOf } from '../text.ts'

/** A value with the headings above it, all in the XML's spelling: `gpu/fb_memory_usage/total`. */
export type Entry = { readonly path: readonly string[]; readonly value: string }

/** The value at a path below one card (`fb_memory_usage/total`); empty where the report has none. */
export type CardValue = (path: string) => string

/** Values of `nvidia-smi -q`: headings and values by indentation. */
export function queryEntries(text: string): Entry[] {
  const above: { indent: number; name: string }[] = []
  const entries: Entry[] = []
  for (const line of linesOf(text)) {
    if (line.trim() === '') continue
    const indent = line.length - line.trimStart().length
    while (above.length > 0 && (above.at(-1)?.indent ?? 0) >= indent) above.pop()
    const pair = /^\s*GPU [0-9A-F]{4,8}:/.test(line) ? null : keyValue(line, ' : ')
    const path = above.map((heading) => heading.name)
    if (pair) entries.push({ path: [...path, spelled(pair[0])], value: pair[1] })
    else {
      const gpu = /^GPU ([0-9A-F:.]{7,20})$/i.exec(line.trim())
      const name = gpu ? 'gpu' : spelled(line.trim())
      if (gpu || name === 'mig_device') entries.push({ path: [...path, name], value: gpu?.[1] ?? '' })
      above.push({ indent, name })
    }
  }
  return entries
}

/** Values of `nvidia-smi -q -x`. A scan for tags is enough: the document has no attributes but the card's id. */
export function xmlEntries(text: string): Entry[] {
  const above: string[] = []
  const entries: Entry[] = []
  for (const match of text.matchAll(/<(\/?)([a-z_]\w{0,60})(?: id="([^"<>]{0,40})")?>([^<]{0,400})/gi)) {
    const [, closing, name = '', id, value = ''] = match
    if (closing) {
      const at = above.lastIndexOf(name)
      if (at >= 0) above.length = at
      continue
    }
    above.push(name)
    if (above.length > 40) above.shift()
    const path = above.filter((tag) => tag !== 'nvidia_smi_log')
    if (name === 'gpu' || name === 'mig_device') entries.push({ path, value: id ?? '' })
    else if (value.trim() !== '') entries.push({ path, value: value.trim() })
  }
  return entries
}

function spelled(heading: string): string {
  return heading.toLowerCase().replace(/[\s-]+/g, '_')
}

/** The entries of each card, whose first is the card itself with its PCI address as value. */
export function cardsOf(entries: readonly Entry[]): Entry[][] {
  const cards: Entry[][] = []
  for (const entry of entries) {
    if (entry.path.length === 1 && entry.path[0] === 'gpu') cards.push([entry])
    else if (entry.path[0] === 'gpu') cards.at(-1)?.push(entry)
  }
  return cards.slice(0, 256)
}

/** Looks values up in one card; the first of a path counts. */
export function cardValue(card: readonly Entry[]): CardValue {
  const values = new Map<string, string>()
  for (const { path, value } of card) {
    const key = path.slice(1).join('/')
    if (!values.has(key)) values.set(key, value)
  }
  return (path) => values.get(path) ?? ''
}
