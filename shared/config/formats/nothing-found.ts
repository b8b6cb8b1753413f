import type { FindingArgs, Severity } from '../../finding.ts'
import { collectorFor, type Collector } from './collector.ts'
import { type ForeignConfig, type ForeignFormat, MOST_SERVERS } from './foreign-config.ts'
import type { Span } from './mapped-text.ts'
import { foreignConfig } from './server-config.ts'

const START: Span = { offset: 0, length: 1 }

/** The result for a file in which no server is described, or that cannot be read. */
export function nothingFound(
  format: ForeignFormat,
  text: string,
  args: FindingArgs = { problem: 'no_server' },
  span = START,
): ForeignConfig {
  return unread(format, text, [{ rule: 'LP008', severity: 'error', args, span }])
}

/** The result for a file that cannot be read, with all that is wrong with it. */
export function unread(
  format: ForeignFormat,
  text: string,
  wrong: readonly { rule: string; severity: Severity; args: FindingArgs; span: Span }[],
): ForeignConfig {
  const notes: Collector = collectorFor(text)()
  for (const { rule, args, span } of wrong) notes.block(rule, args, span)
  const body = {
    settings: {},
    model_path: null,
    backend: 'cpu' as const,
    backend_stated: false,
    context_per_training: null,
  }
  return foreignConfig({ format, name: '', anchor: wrong[0]?.span ?? START }, new Map(), notes, body)
}

/** Stands for the servers beyond the limit. */
export function tooManyServers(format: ForeignFormat, text: string, span: Span): ForeignConfig {
  return unread(format, text, [
    { rule: 'LP007', severity: 'error', args: { limit: 'servers', most: MOST_SERVERS }, span },
  ])
}
