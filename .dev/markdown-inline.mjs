// Words of a line: their look, their width, and where they break.
import { xmlText } from './xml-text.mjs'

const MONO = "ui-monospace, SFMono-Regular, Menlo, 'DejaVu Sans Mono', Consolas, monospace"
/** Width of a monospaced sign, of the size of the text. */
const MONO_WIDTH = 0.53
const MONO_SIZE = 0.86
const LINK = '#0969da'

/** Signs as shapes, so that no picture needs a font with them: 14 wide and high. */
const SIGNS = {
  '✅': '<rect width="14" height="14" rx="3" fill="#1a7f37"/><path d="M3 7.3l2.8 2.8 5.2-6" stroke="#ffffff" stroke-width="2" fill="none"/>',
  '❌': '<path d="M2.5 2.5l9 9m0-9l-9 9" stroke="#d1242f" stroke-width="3" stroke-linecap="round"/>',
  '⚠️': '<path d="M7 1l6.5 12H.5z" fill="#bf8700"/><path d="M7 5v4m0 1.4v1.6" stroke="#ffffff" stroke-width="1.6"/>',
}

/** @returns {{ text: string, code?: boolean, bold?: boolean, link?: boolean, sign?: string }[]} */
export function readInline(text) {
  const runs = []
  let bold = false
  for (const [, strong, code, link, plain] of text.matchAll(
    /(\*\*)|<code>(.*?)<\/code>|\[([^\]]*)\]\([^)]*\)|((?:(?!\*\*|<code>|\[).)+)/gsu,
  )) {
    if (strong !== undefined) bold = !bold
    else if (code !== undefined) runs.push({ text: decoded(code), code: true, bold })
    else if (link !== undefined) runs.push({ text: decoded(link), link: true, bold })
    else runs.push(...signsIn(decoded(plain)).map((run) => ({ ...run, bold })))
  }
  return runs
}

function signsIn(text) {
  return text
    .split(/(✅|❌|⚠️)/u)
    .filter((part) => part !== '')
    .map((part) => (part in SIGNS ? { text: '', sign: part } : { text: part }))
}

function decoded(text) {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
}

/** @returns {number} pixels on one line */
export function inlineWidth(runs, size, bold = false) {
  return runs.reduce((sum, run) => sum + runWidth({ ...run, bold: run.bold || bold }, size), 0)
}

function runWidth({ text, code, bare, sign, bold }, size) {
  if (sign !== undefined) return size + 1
  if (code) return Array.from(text).length * size * MONO_SIZE * (MONO_WIDTH / MONO_SIZE) + (bare ? 0 : 10)
  return Array.from(text).reduce((sum, sign_) => sum + signWidth(sign_), 0) * size * (bold ? 1.06 : 1)
}

/** Of the usual sans-serif fonts, about; the picture states each width, so that every font fills it. */
function signWidth(sign) {
  if (/[iljI.,:;|!' ]/.test(sign)) return 0.28
  if (/[frt()/-]/.test(sign)) return 0.35
  if (/[mwMW%]/.test(sign)) return 0.86
  return /[A-Z]/.test(sign) ? 0.68 : 0.56
}

/**
 * @returns {{ markup: string, lines: number, line: number }}
 */
export function layInline(runs, { x, y, width, size, line, bold = false }) {
  const markup = []
  let at = x
  let lines = 1
  const step = (run, count) => {
    if (at > x && at + count > x + width) {
      at = x
      lines++
      return run.text.trim() === '' && run.sign === undefined && !run.code
    }
    return false
  }
  for (const run of runs.flatMap(piecesOf).map((one) => ({ ...one, bold: one.bold || bold }))) {
    const wide = runWidth(run, size)
    if (step(run, wide)) continue
    markup.push(drawn(run, at, y + (lines - 1) * line, wide, size))
    at += wide
  }
  return { markup: joined(markup), lines, line }
}

/** Text breaks between words; code and signs do not. */
function piecesOf(run) {
  if (run.code || run.sign !== undefined) return [run]
  return run.text
    .split(/( )/)
    .filter((part) => part !== '')
    .map((text) => ({ ...run, text }))
}

/** Words that stand on one line and look alike as one text; space at either end is left away, and where it was stays empty. */
function joined(drawings) {
  const made = []
  for (const one of drawings) {
    const last = made.at(-1)
    const blank = one.text?.trim() === ''
    const goes = last?.style !== undefined && last.style === one.style && last.y === one.y
    if (goes && Math.abs(last.x + last.wide + last.after - one.x) < 0.01) {
      const gap = last.after > 0 ? ' ' : ''
      if (blank) last.after += one.wide
      else
        Object.assign(last, {
          text: `${last.text}${gap}${one.text}`,
          wide: last.wide + last.after + one.wide,
          after: 0,
        })
    } else if (!blank) made.push({ ...one, after: 0 })
  }
  return made
    .map(({ shape, style, text, x, y, wide }) => {
      if (shape !== undefined) return shape
      return `<text x="${number(x)}" y="${number(y)}" textLength="${number(wide)}"${style}>${xmlText(text)}</text>`
    })
    .join('')
}

function drawn(run, x, y, wide, size) {
  if (run.sign !== undefined)
    return {
      shape: `<g transform="translate(${number(x)} ${number(y - size * 0.86)}) scale(${number(size / 14.5)})">${SIGNS[run.sign]}</g>`,
    }
  if (run.code) {
    const small = number(size * MONO_SIZE)
    const inset = run.bare ? 0 : 5
    const ground = run.bare
      ? ''
      : `<rect x="${number(x)}" y="${number(y - size)}" width="${number(wide)}" height="${number(size * 1.36)}" rx="5" fill="#eff1f3"/>`
    return {
      shape: `${ground}<text x="${number(x + inset)}" y="${number(y)}" textLength="${number(wide - 2 * inset)}" font-family="${MONO}" font-size="${small}"${run.bold ? ' font-weight="600"' : ''}>${xmlText(run.text)}</text>`,
    }
  }
  const style = `${run.link ? ` fill="${LINK}"` : ''}${run.bold ? ' font-weight="600"' : ''}${size === 14 ? '' : ` font-size="${size}"`}`
  return { style, text: run.text, x, y, wide }
}

function number(value) {
  return Math.round(value * 10) / 10
}
