import type { FailOn } from '../../report/verdict.ts'
import type { Target } from '../../profile/target.ts'
import type { Asker } from './check-targets.ts'
import type { ShownNames } from './shown-names.ts'

/** What is asked of a check. Null: not said here, so the policy file's word counts, else the default. */
export type CheckRequest = {
  /** Absolute; names and patterns start from here. */
  readonly folder: string
  /** Nothing outside of this folder is read; null where the user may read anything. */
  readonly root: string | null
  /** The policy file; null: `.github/lp-config.yml` where it is there; false: none. */
  readonly policy: string | false | null
  readonly baseline: string | null
  readonly configs: readonly string[] | null
  readonly targets: readonly string[] | null
  readonly models: readonly string[] | null
  readonly fail_on: FailOn | null
  readonly vram_headroom: string | null
}

/** What a request may name. */
export type NamedInput = 'policy' | 'baseline' | 'configs' | 'targets' | 'models'

/** What the face calls an input, where the request itself names something by it. */
export function inputOf(
  key: NamedInput,
  request: CheckRequest,
  world: Pick<CheckWorld, 'inputName'>,
): string | undefined {
  return request[key] === null ? undefined : world.inputName?.(key)
}

/** What a check needs of the world beside the files. */
export type CheckWorld = {
  /** @throws UserError for a name that is no target */
  readonly loadTarget: (name: string, asker: Asker) => Promise<Target | readonly Target[]>
  /** The targets of a config for which nobody names any; absent: that is an error. */
  readonly ownTargets?: (text: string) => Promise<readonly Target[]>
  /** How the files of a check are named in reports; as they were found when absent, and where it says null. */
  readonly shownNames?: ShownNames['among']
  /** How the face calls what a request names; absent: messages do not say whose name they are about. */
  readonly inputName?: (key: NamedInput) => string
  /** Milliseconds. */
  readonly now: () => number
}

/** More than this in one run is a pattern that went wrong. */
export const CHECK_LIMITS = { files: 2000, pairs: 100_000, seconds: 60, file_bytes: 2 ** 20 } as const
