import { quotePosix } from '../../export/shell-quote.ts'
import type { CheckRequest } from './request.ts'

/**
 * The command line that repeats a check on the user's own machine.
 * @param policy name of the policy file that was used
 * @param inside the folder to run it in, from the repository's root; empty for the root itself
 */
export function localCommand(request: CheckRequest, policy: string | null, inside: string): string {
  const flags: readonly (readonly [string, readonly string[] | string | null])[] = [
    ['--policy', policy],
    ['--config', request.configs],
    ['--hardware', request.targets],
    ['--models', request.models],
    ['--baseline', request.baseline],
    ['--fail-on', request.fail_on],
    ['--vram-headroom', request.vram_headroom],
  ]
  const words = flags.flatMap(([flag, value]) =>
    (typeof value === 'string' ? [value] : (value ?? [])).flatMap((one) => [flag, quotePosix(one)]),
  )
  const command = ['npx lp-tui validate', ...words].join(' ')
  return inside === '' || inside === '.' ? command : `cd ${quotePosix(inside)} && ${command}`
}
