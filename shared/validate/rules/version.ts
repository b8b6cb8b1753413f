import { num } from '../args.ts'
import type { Rule } from '../rule.ts'

/** LP006 */
export const version: Rule = {
  id: 'LP006',
  scope: 'document',
  title: 'Format version not known',
  severity: 'error',
  why: 'A later format may mean other things by the same keys; judging it by this one could be wrong in silence.',
  remedy: 'Use a release of this tool that knows the version, or write the config in version 1.',
  sentence: (args) =>
    `The config says version ${num(args, 'version')}; this release reads version ${num(args, 'known')} only.`,
}
