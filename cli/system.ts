import type * as Systeminformation from 'systeminformation'
import type { SystemInformation } from '../shared/hardware/host.ts'
import { SYSTEMINFORMATION_LIMIT_MS } from '../shared/hardware/fill-gaps.ts'

type Package = Pick<typeof Systeminformation, 'cpu' | 'mem' | 'graphics'>

/**
 * The systeminformation package behind detection's port. It is loaded on the first call, since loading takes longer
 * than most commands; each call ends after its time limit with an error.
 */
export function systemInformation(load: () => Promise<Package> = loadPackage): SystemInformation {
  return {
    cpu: () => limited(load().then((si) => si.cpu())),
    mem: () => limited(load().then((si) => si.mem())),
    graphics: () => limited(load().then((si) => si.graphics())),
  }
}

async function loadPackage(): Promise<Package> {
  return import('systeminformation')
}

async function limited<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`timeout: no answer within ${SYSTEMINFORMATION_LIMIT_MS} ms`)),
      SYSTEMINFORMATION_LIMIT_MS,
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
