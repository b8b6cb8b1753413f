import { ISSUES_URL } from '../shared/project.ts'
import type { Command } from './command.ts'
import { COMMANDS } from './commands.ts'

const LP_TUI = 'plan, check and run llama.cpp on your hardware'
const RUN = 'start llama-server with a checked runtime config'

/**
 * The manual pages, made of the same descriptions as `--help`.
 * @returns text by file name
 */
export async function manualPages(): Promise<Readonly<Record<string, string>>> {
  const commands = await Promise.all(COMMANDS.map(async ({ name, load }) => ({ name, command: await load() })))
  const run = commands.find(({ name }) => name === 'run')
  const ownPage = commands.filter((entry) => entry !== run)
  return {
    'lp-tui.1': page('lp-tui', LP_TUI, [
      '.SH SYNOPSIS',
      '.B lp-tui',
      '.br',
      '.B lp-tui',
      '.I COMMAND',
      '[options]',
      '.SH DESCRIPTION',
      'Without a command, on a terminal, the wizard asks for a machine, a model and what matters, and leaves with a file.',
      ...ownPage.flatMap(({ command }) => section(command)),
      ...CLOSING,
      '.SH SEE ALSO',
      '.BR llama-pajamas-run (1)',
    ]),
    'llama-pajamas-run.1': page('llama-pajamas-run', RUN, [
      ...(run === undefined ? [] : section(run.command)),
      ...CLOSING,
      '.SH SEE ALSO',
      '.BR lp-tui (1)',
    ]),
  }
}

const CLOSING = [
  '.SH EXIT STATUS',
  ...[
    ['0', 'fine'],
    ['1', 'violations'],
    ['2', 'wrong usage, unreadable input, or nothing to check'],
    ['3', 'the environment failed, for instance no engine is installed'],
    ['4', 'a defect of lp-tui'],
    ['130', 'cancelled'],
  ].flatMap(([code = '', meaning = '']) => ['.TP', `.B ${code}`, meaning]),
  '.SH REPORTING',
  roff(ISSUES_URL),
]

function page(name: string, what: string, lines: readonly string[]): string {
  const head = [`.TH ${name.toUpperCase()} 1`, '.SH NAME', `${roff(name)} \\- ${roff(what)}`]
  return `${[...head, ...lines].join('\n')}\n`
}

function section({ spec }: Command): string[] {
  const options = Object.entries(spec.flags).flatMap(([flag, { short, value, help }]) => [
    '.TP',
    `.B ${roff([...(short === undefined ? [] : [`-${short},`]), `--${flag}`, value ?? ''].join(' ').trim())}`,
    roff(help),
  ])
  return [
    `.SH ${spec.name.toUpperCase()}`,
    roff(spec.summary),
    '.PP',
    '.nf',
    ...spec.usage.map((form) => roff(form.startsWith(' ') ? `    ${form}` : `${spec.name} ${form}`)),
    '.fi',
    ...options,
    ...(spec.details === undefined ? [] : ['.PP', '.nf', ...spec.details.map(roff), '.fi']),
    '.PP',
    'Examples:',
    '.PP',
    '.nf',
    ...spec.examples.map((example) => roff(`    ${example}`)),
    '.fi',
  ]
}

/** Text as it stands in a page: no escapes, no requests, and hyphens that can be copied to a command line. */
function roff(text: string): string {
  const safe = text.replaceAll('\\', '\\e').replaceAll('-', '\\-')
  return /^[.']/.test(safe) ? `\\&${safe}` : safe
}
