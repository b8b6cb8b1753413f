import type { ModelSet } from '../../config/model-set.ts'
import { UserError } from '../../errors.ts'
import { composeService, doubledDollars } from '../compose.ts'
import type { Exported } from '../export-options.ts'
import { yamlText } from '../yaml-text.ts'

const FIRST_PORT = 8080

/**
 * A set whose models all stay loaded as a compose file with a service a model, each on a port of its own.
 * @throws UserError for a set with models that swap: compose starts all of its services
 */
export function exportSetCompose({ members, groups }: ModelSet): Exported {
  const swaps = groups.filter(({ swap }) => swap).flatMap((group) => group.members)
  if (swaps.length > 0) {
    throw new UserError(
      'input',
      `compose would start ${swaps.join(', ')} at the same time, and there is no room for that`,
      'Export to llama-swap, or plan a set in which all models stay loaded.',
    )
  }
  const services = members.map(
    ({ name, config }, at) => [name.toLowerCase(), composeService(config, FIRST_PORT + at)] as const,
  )
  const volumes = Object.assign({}, ...services.map(([, one]) => one.volumes ?? {})) as Record<string, unknown>
  const file = {
    services: Object.fromEntries(services.map(([name, { service }]) => [name, service])),
    ...(Object.keys(volumes).length > 0 && { volumes }),
  }
  const ports = members.map(({ name }, at) => `${name} on port ${FIRST_PORT + at}`)
  const notes = [...new Set(services.flatMap(([, one]) => one.notes)), ports.join(', ')]
  return { text: yamlText(doubledDollars(file)), notes }
}
