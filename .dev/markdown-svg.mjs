// Draws a job summary as an SVG file, about as GitHub shows it: headings, tables, code, folded parts; the first of them
// open. Only the Markdown that markdownReport writes.
import { inlineWidth, layInline, readInline } from './markdown-inline.mjs'

const WIDTH = 900
const PAD = 24
const LINE = 22
const SIZE = 14
const BORDER = '#d0d7de'

/**
 * @param {string} markdown
 * @param {{ title: string, description: string }} words what a reader without eyes is told
 */
export function markdownSvg(markdown, { title, description }) {
  const page = { y: PAD, parts: [] }
  for (const block of shownBlocks(markdown)) DRAW[block.kind](page, block)
  const height = page.y + PAD - 8
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title description">
<title id="title">${title}</title>
<desc id="description">${description}</desc>
<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8" fill="#ffffff" stroke="${BORDER}"/>
<g font-family="-apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif" font-size="${SIZE}" fill="#1f2328">
${page.parts.join('\n')}
</g>
</svg>
`
}

/** Blocks from top to bottom; of the folded parts only the first is open. */
function shownBlocks(markdown) {
  let folded = 0
  let inside = false
  return blocksOf(markdown)
    .filter(({ kind }) => {
      if (kind === 'end') inside = false
      if (kind === 'summary') {
        inside = true
        folded++
      }
      return kind !== 'end' && (kind === 'summary' || !inside || folded === 1)
    })
    .map((block, index, all) =>
      block.kind === 'summary' ? { ...block, open: all.findIndex(({ kind }) => kind === 'summary') === index } : block,
    )
}

function blocksOf(markdown) {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map((text) => {
      if (text.startsWith('## ')) return { kind: 'heading', text: text.slice(3) }
      if (text.startsWith('|')) return { kind: 'table', rows: text.split('\n').map(cellsOf) }
      if (text.startsWith('```')) return { kind: 'code', lines: text.split('\n').slice(1, -1) }
      if (text.startsWith('<details>')) return { kind: 'summary', text: /<summary>(.*)<\/summary>/.exec(text)[1] }
      if (text === '</details>') return { kind: 'end' }
      return { kind: 'paragraph', text }
    })
}

function cellsOf(row) {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

const DRAW = {
  heading(page, { text }) {
    put(
      page,
      layInline(readInline(text), { x: PAD, y: page.y + 20, width: WIDTH - 2 * PAD, size: 21, line: 28, bold: true }),
    )
    page.parts.push(`<path d="M${PAD} ${page.y + 2.5}h${WIDTH - 2 * PAD}" stroke="${BORDER}"/>`)
    page.y += 18
  },
  paragraph(page, { text }) {
    put(page, layInline(readInline(text), { x: PAD, y: page.y + 14, width: WIDTH - 2 * PAD, size: SIZE, line: LINE }))
    page.y += 8
  },
  summary(page, { text, open }) {
    const turned = open ? 'l5 7 5 -7z' : 'v10l7 -5z'
    page.parts.push(`<path d="M${PAD} ${page.y + 5}${turned}" fill="#1f2328"/>`)
    put(
      page,
      layInline(readInline(text), { x: PAD + 18, y: page.y + 14, width: WIDTH - 2 * PAD - 18, size: SIZE, line: LINE }),
    )
    page.y += 8
  },
  code(page, { lines }) {
    page.parts.push(
      `<rect x="${PAD}" y="${page.y}" width="${WIDTH - 2 * PAD}" height="${lines.length * 20 + 16}" rx="6" fill="#f6f8fa"/>`,
    )
    for (const line of lines) {
      put(
        page,
        layInline([{ text: line, code: true, bare: true }], {
          x: PAD + 14,
          y: page.y + 22,
          width: WIDTH,
          size: SIZE,
          line: 20,
        }),
      )
    }
    page.y += 24
  },
  /** The last column takes what the others leave, and breaks its lines. */
  table(page, { rows: [head, , ...body] }) {
    const cells = [head, ...body].map((row) => row.map(readInline))
    const natural = head.map((_, at) => Math.max(...cells.map((row) => inlineWidth(row[at], SIZE, at === 0))) + 26)
    const others = natural.slice(0, -1).reduce((sum, width) => sum + width, 0)
    const widths = [...natural.slice(0, -1), Math.min(natural.at(-1), WIDTH - 2 * PAD - others)]
    const total = widths.reduce((sum, width) => sum + width, 0)
    for (const [index, row] of cells.entries()) {
      const top = page.y
      let x = PAD
      const laid = row.map((cell, at) => {
        const made = layInline(cell, {
          x: x + 13,
          y: top + 20,
          width: widths[at] - 24,
          size: SIZE,
          line: LINE,
          bold: index === 0,
        })
        x += widths[at]
        return made
      })
      const height = Math.max(...laid.map(({ lines }) => lines)) * LINE + 8
      if (index % 2 === 0 && index > 0)
        page.parts.push(`<rect x="${PAD}" y="${top}" width="${total}" height="${height}" fill="#f6f8fa"/>`)
      let left = PAD
      for (const width of widths) {
        page.parts.push(
          `<rect x="${left + 0.5}" y="${top + 0.5}" width="${width}" height="${height}" fill="none" stroke="${BORDER}"/>`,
        )
        left += width
      }
      for (const { markup } of laid) page.parts.push(markup)
      page.y += height
    }
    page.y += 14
  },
}

function put(page, { markup, lines, line }) {
  page.parts.push(markup)
  page.y += lines * line
}
