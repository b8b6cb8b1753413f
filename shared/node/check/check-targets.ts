import { UserError } from '../../errors.ts'
import { listProfiles } from '../../profile/database.ts'
import { targetFromProfile } from '../../profile/target-from-profile.ts'
import type { Target } from '../../profile/target.ts'
import { targetNamed, type TargetWorld } from '../target-named.ts'

/** Who names a target: who starts a check, or the policy, which is for everybody who does. */
export type Asker = 'request' | 'policy'

/**
 * The targets that a name means in a check: `all` is the whole data base. The machine that runs a check is nobody's
 * target but that of who starts it there: a policy that names it would say something else on every machine.
 * @throws UserError for a name that is no target
 */
export async function checkTargets(name: string, world: TargetWorld, asker: Asker): Promise<readonly Target[]> {
  if (name === 'all') return listProfiles().map(targetFromProfile)
  return [await targetNamed(name, asker === 'policy' ? { ...world, ownMachine: refuseOwnMachine } : world)]
}

/** For checks that run on a machine that nobody means. */
export async function refuseOwnMachine(): Promise<never> {
  throw new UserError(
    'usage',
    'auto means the machine that runs this check',
    'Name a profile, or commit a snapshot of the machine that is meant (lp-tui detect --output FILE).',
  )
}
