// Draws what a terminal shows as an SVG file: text as text, block and line signs as shapes, so that they join in every
// font.
import { xmlText } from './xml-text.mjs'

/** @import { Terminal } from '@xterm/headless' */

const CELL = { width: 8.4, height: 18, baseline: 13.5, size: 14 }
const PAD = 14
const BAR = 34
const GROUND = '#16161e'
const INK = '#c9cad6'
const FONTS = "ui-monospace, SFMono-Regular, Menlo, 'DejaVu Sans Mono', Consolas, monospace"

/** The terminal's own colours 0 to 15. */
const PALETTE =
  '#16161e #f7768e #9ece6a #e0af68 #7aa2f7 #bb9af7 #7dcfff #c9cad6 #565a73 #f7768e #9ece6a #e0af68 #7aa2f7 #bb9af7 #7dcfff #ffffff'.split(
    ' ',
  )

/** Shades and lines: where each sign's ink lies in its cell, and how strong it is. */
const SHAPES = new Map([
  ['\u2588', { top: 0.14, bottom: 0.86, opacity: 1 }],
  ['\u2593', { top: 0.14, bottom: 0.86, opacity: 0.7 }],
  ['\u2592', { top: 0.14, bottom: 0.86, opacity: 0.42 }],
  ['\u2591', { top: 0.14, bottom: 0.86, opacity: 0.22 }],
  ['\u2500', { top: 0.475, bottom: 0.525, opacity: 1 }],
])

/**
 * @param {Terminal} terminal
 * @param {{ title: string, description: string }} words what stands in the window's bar, and what a reader without eyes is told
 * @returns {string}
 */
export function terminalSvg(terminal, { title, description }) {
  const width = number(terminal.cols * CELL.width + 2 * PAD)
  const height = number(terminal.rows * CELL.height + PAD + BAR)
  const rows = Array.from({ length: terminal.rows }, (_, row) => rowMarkup(terminal, row))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${xmlText(title)}</title>
<desc id="description">${xmlText(description)}</desc>
<rect width="${width}" height="${height}" rx="9" fill="${GROUND}"/>
${[0, 1, 2].map((n) => `<circle cx="${20 + n * 19}" cy="18" r="5.5" fill="#3b3d4f"/>`).join('')}
<g font-family="${FONTS}" font-size="${CELL.size}" fill="${INK}" xml:space="preserve">
<text x="${number(width / 2)}" y="23" text-anchor="middle" fill="#787c99">${xmlText(title)}</text>
${rows.filter((row) => row !== '').join('\n')}
</g>
</svg>
`
}

/** One line of the screen: runs of cells that look alike. */
function rowMarkup(terminal, row) {
  const line = terminal.buffer.active.getLine(terminal.buffer.active.viewportY + row)
  if (line === undefined) return ''
  const runs = []
  for (let column = 0; column < terminal.cols; column++) {
    const cell = line.getCell(column)
    const text = cell?.getChars() || ' '
    const look = lookOf(cell)
    const shape = SHAPES.has(text) ? text : ''
    const key = `${JSON.stringify(look)}${shape}`
    const last = runs.at(-1)
    if (last?.key === key) last.text += text
    else runs.push({ key, look, shape, column, text })
  }
  return runs.map((run) => runMarkup(run, row)).join('')
}

function runMarkup({ look, shape, column, text }, row) {
  const x = PAD + column * CELL.width
  const y = BAR + row * CELL.height
  const count = Array.from(text).length
  const ground =
    look.ground === null
      ? ''
      : `<rect x="${number(x)}" y="${number(y)}" width="${number(count * CELL.width)}" height="${CELL.height}" fill="${look.ground}"/>`
  const { top, bottom, opacity } = SHAPES.get(shape) ?? { top: 0, bottom: 0, opacity: 1 }
  const faint = (look.dim ? 0.6 : 1) * opacity
  const colour = `${look.ink === INK ? '' : ` fill="${look.ink}"`}${faint === 1 ? '' : ` fill-opacity="${number(faint)}"`}`
  if (shape !== '') {
    return `${ground}<rect x="${number(x)}" y="${number(y + top * CELL.height)}" width="${number(count * CELL.width)}" height="${number((bottom - top) * CELL.height)}"${colour}/>`
  }
  if (text.trim() === '') return ground
  const bold = look.bold ? ' font-weight="700"' : ''
  const blank = count - Array.from(text.trimStart()).length
  const shown = text.trim()
  return `${ground}<text x="${number(x + blank * CELL.width)}" y="${number(y + CELL.baseline)}" textLength="${number(Array.from(shown).length * CELL.width)}"${colour}${bold}>${xmlText(shown)}</text>`
}

function lookOf(cell) {
  if (cell === undefined) return { ink: INK, ground: null, bold: false, dim: false }
  const ink = colourOf(cell.isFgRGB(), cell.isFgPalette(), cell.getFgColor()) ?? INK
  const ground = colourOf(cell.isBgRGB(), cell.isBgPalette(), cell.getBgColor())
  const swapped = cell.isInverse() !== 0
  return {
    ink: swapped ? (ground ?? GROUND) : ink,
    ground: swapped ? ink : ground,
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
  }
}

function colourOf(rgb, palette, value) {
  if (rgb) return `#${value.toString(16).padStart(6, '0')}`
  return palette ? (PALETTE[value] ?? cubeColour(value)) : null
}

/** Colours 16 to 255 of the usual palette: a cube of six steps, then greys. */
function cubeColour(value) {
  const steps = [0, 95, 135, 175, 215, 255]
  const n = value - 16
  const grey = 8 + (value - 232) * 10
  const parts =
    value >= 232 ? [grey, grey, grey] : [Math.floor(n / 36), Math.floor(n / 6) % 6, n % 6].map((s) => steps[s])
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function number(value) {
  return Math.round(value * 100) / 100
}
