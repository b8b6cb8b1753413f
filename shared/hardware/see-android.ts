import type { Host } from './host.ts'
import { ask } from './probe.ts'
import { getprop, type AndroidDevice } from './probes/getprop.ts'
import { seeLinux } from './see-linux.ts'
import type { Sight } from './sight.ts'
import type { ProbeResult } from './snapshot.ts'

/** Asks an Android phone (Termux): Linux's files where they are readable, and the phone's own properties. */
export async function seeAndroid(host: Host, log: ProbeResult[]): Promise<Sight> {
  const [sight, device] = await Promise.all([seeLinux(host, log), ask(host, getprop, log)])
  return {
    ...sight,
    cpu: { ...sight.cpu, name: device?.soc ?? sight.cpu.name ?? device?.platform ?? null },
    board: deviceName(device) ?? sight.board,
  }
}

function deviceName(device: AndroidDevice | null): string | null {
  const { maker, model } = device ?? {}
  if (!model) return null
  return maker && !model.toLowerCase().startsWith(maker.toLowerCase()) ? `${maker} ${model}` : model
}
