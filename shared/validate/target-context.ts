import type { Backend } from '../backend.ts'
import type { RuntimeConfig } from '../config/runtime-config.ts'
import type { MemoryEstimate, Placement } from '../estimate/memory-estimate.ts'
import type { Target, TargetDevice } from '../profile/target.ts'
import { type BudgetLine, budgetLines } from '../estimate/budget.ts'
import { serverDevices } from '../estimate/overrides/server-devices.ts'
import type { ConfigContext } from './config-context.ts'

/** A config on a target as the rules see it. */
export type TargetContext = ConfigContext & {
  readonly target: Target
  /** Null when the config's backend cannot run here. */
  readonly placement: Placement | null
  readonly devices: readonly TargetDevice[]
  /** Null without a model or a placement. */
  readonly estimate: MemoryEstimate | null
  /** Empty without an estimate. */
  readonly lines: readonly BudgetLine[]
}

export function targetContext(context: ConfigContext, target: Target): TargetContext {
  // Written out: a matrix makes one for every pair, and a spread is several times slower.
  const { backend_stated, model, trouble, estimateOn, withConfig } = context
  const config = backend_stated ? context.config : withOwnBackend(context.config, target)
  const devices = devicesFor(config.backend, target)
  const placement = devices && placementOn(devices, config.backend)
  const estimate = placement && estimateOn(placement)
  return {
    config,
    backend_stated,
    model,
    trouble,
    estimateOn,
    withConfig,
    target,
    placement,
    devices: devices ?? [],
    estimate,
    lines: estimate && devices ? budgetLines(estimate, target, devices) : [],
  }
}

function placementOn(devices: readonly TargetDevice[], backend: Backend): Placement {
  const of_servers = serverDevices(devices)
  return { devices: devices.length, backend, ...(of_servers.some((n) => n > 1) && { of_servers }) }
}

/** A command line serves any machine: a build without a GPU reads `-ngl` and does nothing with it. */
function withOwnBackend(config: RuntimeConfig, { backend }: Target): RuntimeConfig {
  if (backend === 'cpu') return { ...config, backend, settings: { ...config.settings, n_gpu_layers: 0 } }
  return config.backend === backend ? config : { ...config, backend }
}

/** The devices that a backend drives: its own kind where there are any, else all. Null when it cannot run here. */
export function devicesFor(backend: Backend, target: Target): readonly TargetDevice[] | null {
  if (backend === 'cpu') return []
  if (!target.backends.includes(backend)) return null
  const own = target.devices.filter((device) => device.backend === backend || device.remote !== undefined)
  return own.length > 0 ? own : target.devices
}
