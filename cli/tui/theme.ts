/** How much something matters, or how it stands; words and glyphs say the same, so that colour is never alone. */
export type Tone = 'plain' | 'quiet' | 'accent' | 'ok' | 'warning' | 'error'

/** One accent, readable on dark and on light ground; the rest are the terminal's own colours. */
const COLOURS: Readonly<Record<Tone, { readonly color?: string; readonly dimColor?: boolean }>> = {
  plain: {},
  quiet: { dimColor: true },
  accent: { color: '#8b5cf6' },
  ok: { color: 'green' },
  warning: { color: 'yellow' },
  error: { color: 'red' },
}

export function colourOf(tone: Tone): { readonly color?: string; readonly dimColor?: boolean } {
  return COLOURS[tone]
}

export type Glyphs = {
  /** Whether arrow keys can be shown as arrows. */
  readonly arrows: boolean
  readonly pointer: string
  readonly cursor: string
  readonly rule: string
  readonly ok: string
  readonly warning: string
  readonly error: string
  readonly waiting: string
  readonly pinned: string
  readonly on: string
  readonly off: string
  readonly less: string
  readonly more: string
  readonly step: string
  readonly dash: string
  /** Where text was cut; one column. */
  readonly ellipsis: string
  /** Weights, cache, compute, free, reserve. */
  readonly bar: readonly [string, string, string, string, string]
}

const UNICODE: Glyphs = {
  arrows: true,
  pointer: '\u276f',
  cursor: '\u258f',
  rule: '\u2500',
  ok: '\u2713',
  warning: '\u25b2',
  error: '\u2717',
  waiting: '\u2026',
  pinned: '\u2022',
  on: '\u25c9',
  off: '\u25cb',
  less: '\u2039',
  more: '\u203a',
  step: '\u203a',
  dash: '\u2013',
  ellipsis: '\u2026',
  bar: ['\u2588', '\u2593', '\u2592', '\u00b7', '\u2591'],
}

/** For the Linux console and old Windows consoles, whose fonts lack most of the above. */
const ASCII: Glyphs = {
  arrows: false,
  pointer: '>',
  cursor: '_',
  rule: '-',
  ok: '+',
  warning: '!',
  error: 'x',
  waiting: '...',
  pinned: '*',
  on: '[x]',
  off: '[ ]',
  less: '<',
  more: '>',
  step: '>',
  dash: '-',
  ellipsis: '~',
  bar: ['#', '=', '+', '.', ':'],
}

/** For ears: words where a sign means something, nothing where it only guides the eye. */
export const SPOKEN: Glyphs = {
  arrows: false,
  pointer: '',
  cursor: '',
  rule: '',
  ok: '',
  warning: 'warning',
  error: 'error',
  waiting: 'waiting',
  pinned: '',
  on: 'picked',
  off: '',
  less: '',
  more: '',
  step: ',',
  dash: '',
  ellipsis: '...',
  bar: ['', '', '', '', ''],
}

export type TerminalHints = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
}

export function glyphsFor({ env, platform }: TerminalHints): Glyphs {
  return supportsUnicode(env, platform) ? UNICODE : ASCII
}

function supportsUnicode(env: TerminalHints['env'], platform: NodeJS.Platform): boolean {
  if (env['TERM'] === 'linux') return false
  if (platform === 'win32') return Boolean(env['WT_SESSION'] ?? env['TERM_PROGRAM'] ?? env['ConEmuTask'])
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || ''
  // No locale at all is common in containers, whose terminal is a modern one outside.
  return locale === '' || /utf-?8/i.test(locale)
}
