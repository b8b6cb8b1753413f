import type { CommandSpec } from './command.ts'
import type { Flags } from './flags.ts'

/** The help text of one command. */
export function helpOf(spec: Omit<CommandSpec<Flags>, 'run'>): string {
  const lines = [spec.summary, '', 'Usage:', ...spec.usage.map((form) => usageLine(spec.name, form))]
  lines.push('', 'Options:', ...flagLines({ ...spec.flags, help: HELP }))
  if (spec.details) lines.push('', ...spec.details)
  lines.push('', 'Examples:', ...spec.examples.map((example) => `  ${example}`))
  return `${lines.join('\n')}\n`
}

const HELP = { type: 'boolean', short: 'h', help: 'this text' } as const

/** A form that begins with a space continues the one before it. */
function usageLine(name: string, form: string): string {
  const start = form.startsWith(' ') ? ' '.repeat(name.length) : name
  return `  ${start} ${form.trimStart()}`
}

function flagLines(flags: Flags): string[] {
  const rows = Object.entries(flags).map(([name, flag]) => {
    const short = flag.short === undefined ? '' : `-${flag.short}, `
    const value = flag.value === undefined ? '' : ` ${flag.value}`
    return { left: `  ${short}--${name}${value}`, help: flag.help }
  })
  // A long left side gets its own line, so that one flag does not push all texts to the right.
  const width = Math.min(34, Math.max(...rows.map(({ left }) => left.length), 12) + 2)
  return rows.flatMap(({ left, help }) =>
    left.length + 2 > width ? [left, `${' '.repeat(width)}${help}`] : [left.padEnd(width) + help],
  )
}
