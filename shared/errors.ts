/** What went wrong, seen from the outside: it decides the exit code (docs: README "Exit codes"). */
export type TroubleKind = 'usage' | 'input' | 'environment'

/**
 * Trouble that a user can mend. Shown as one line, never with a stack.
 * Anything else that is thrown counts as a defect of ours.
 */
export class UserError extends Error {
  readonly kind: TroubleKind
  /** What to do next, as one sentence; shown after the message. */
  readonly hint: string | undefined

  constructor(kind: TroubleKind, message: string, hint?: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'UserError'
    this.kind = kind
    this.hint = hint
  }
}

/** Several mistakes that are mended in one go, such as those of one file: each is a line of its own. */
export class UserErrors extends UserError {
  readonly lines: readonly string[]

  constructor(kind: TroubleKind, lines: readonly string[], hint?: string) {
    super(kind, lines.join(' '), hint)
    this.lines = lines
  }
}

/** Message and hint as running text: a full stop between them, unless the message brought its own. */
export function inOneLine({ message, hint }: Pick<UserError, 'message' | 'hint'>): string {
  if (hint === undefined) return message
  return `${message}${/[.!?:]$/.test(message) ? '' : '.'} ${hint}`
}

export const EXIT = {
  ok: 0,
  violations: 1,
  usage: 2,
  environment: 3,
  defect: 4,
  cancelled: 130,
} as const

/** The exit code for anything thrown. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof UserError)) return EXIT.defect
  return error.kind === 'environment' ? EXIT.environment : EXIT.usage
}
