import { USE_CASES } from '../../shared/config/runtime-config.ts'
import type { Intent } from '../../shared/plan/intent.ts'
import { PROGRAMS } from '../../shared/program.ts'
import { version } from '../version.ts'
import { oneOf } from './choice.ts'
import { tokenCount, wholeNumber } from './number.ts'

export const INTENT_FLAGS = {
  'use-case': { type: 'string', value: USE_CASES.join('|'), help: 'what matters; general when absent' },
  precision: { type: 'string', value: 'NAME', help: 'Q4_K_M, Q8_0, ...; chosen when absent' },
  context: { type: 'string', value: 'N', help: 'context in tokens, as 32768 or 32k; chosen when absent' },
  parallel: { type: 'string', value: 'N', help: 'slots; 1 when absent' },
  program: {
    type: 'string',
    value: PROGRAMS.join('|'),
    help: 'server: llama-server; cli: llama-cli, llama-cpp-python',
  },
} as const

export type IntentValues = { readonly [K in keyof typeof INTENT_FLAGS]?: string }

/**
 * The wish that the flags state.
 * @throws UserError('usage') for a value that is none
 */
export function intentFrom(values: IntentValues): Intent {
  const { 'use-case': use_case, precision, context, parallel, program } = values
  return {
    use_case: use_case === undefined ? 'general' : oneOf('use-case', use_case, USE_CASES),
    ...(precision !== undefined && { precision }),
    ...(context !== undefined && { n_ctx: tokenCount('context', context, 1, 2 ** 31 - 1) }),
    ...(parallel !== undefined && { n_parallel: wholeNumber('parallel', parallel, 1, 256) }),
    ...(program !== undefined && { program: oneOf('program', program, PROGRAMS) }),
    generator: `lp-tui ${version()}`,
  }
}
