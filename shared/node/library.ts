// What `import ... from 'lp-tui'` gives: the core, with the machine tied in, and taking what a caller has at hand: a
// profile, a snapshot or a target as hardware; a path, a URL or bytes as a model; settings with gaps.
import { hparamsOf } from '../estimate/compiled-model.ts'
import { estimateMemory as estimateResolved } from '../estimate/estimate-memory.ts'
import type { MemoryEstimate, Placement } from '../estimate/memory-estimate.ts'
import { type MemorySettings, resolveSettings } from '../estimate/memory-settings.ts'
import { perDevice } from '../estimate/overrides/server-devices.ts'
import { checkOverrides } from '../estimate/overrides/tensor-override.ts'
import type { ThroughputEstimate } from '../estimate/throughput-estimate.ts'
import { estimateThroughput as estimateOnTarget } from '../estimate/throughput/estimate-throughput.ts'
import type { ThroughputSettings } from '../estimate/throughput/throughput-settings.ts'
import type { Host } from '../hardware/host.ts'
import type { HardwareSnapshot } from '../hardware/snapshot.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { ByteSource } from '../model/gguf/byte-source.ts'
import { readGguf as readSource } from '../model/read-gguf.ts'
import { detectHardware } from '../pipeline.ts'
import { makePlan as planOnTarget, type PlanRequest } from '../plan/make-plan.ts'
import type { Plan } from '../plan/plan.ts'
import { findProfile } from '../profile/find-profile.ts'
import type { HardwareProfile } from '../profile/hardware-profile.ts'
import type { Target } from '../profile/target.ts'
import { targetFromProfile } from '../profile/target-from-profile.ts'
import { targetFromSnapshot } from '../profile/target-from-snapshot.ts'
import { checkConfig as checkOnTargets, type CheckInput } from '../validate/check-config.ts'
import type { ConfigReport } from '../validate/config-report.ts'
import { nodeHost } from './host.ts'
import { readGgufFile } from './read-gguf-file.ts'
import { isRemoteName } from './remote-name.ts'

export * from '../index.ts'

/** Hardware in any of its forms. */
export type AnyTarget = Target | HardwareProfile | HardwareSnapshot

/** Settings of a memory estimate; absent keys mean what they mean in a runtime config. `n_gpu_layers` -1: all. */
export type AnyMemorySettings = { readonly [K in keyof MemorySettings]?: MemorySettings[K] | undefined }

/**
 * The facts of a model: its header alone is read, whatever the size of the file.
 * @param source a path (of a model in parts, the first), a URL or `hf:owner/repo[:quant]`, or bytes. Only a URL or an
 * `hf:` name goes to the network.
 * @throws UserError with one sentence for anything that is no whole GGUF model, or cannot be read
 */
export async function readGguf(
  source: string | URL | ByteSource | readonly [ByteSource, ...ByteSource[]],
): Promise<ModelFacts> {
  if (typeof source !== 'string' && !(source instanceof URL)) return readSource(source)
  const name = String(source)
  if (!isRemoteName(name)) return readGgufFile(name)
  const { readRemoteGguf } = await import('./read-remote-gguf.ts')
  return (await readRemoteGguf(name, { env: process.env })).facts
}

/**
 * What llama.cpp will allocate, in bytes, per device and on the host.
 * @param settings of `program` `server` when it says nothing else
 * @throws UserError for facts that no model can have, and overrides that name a device beyond those there are
 */
export function estimateMemory(facts: ModelFacts, settings: AnyMemorySettings, placement: Placement): MemoryEstimate {
  const { program, n_rs_seq, n_draft, tensor_split, override_tensor, rpc_servers, ...asked } = withoutGaps(settings)
  const resolved = resolveSettings(
    {
      ...asked,
      ...(tensor_split && { tensor_split: [...tensor_split] }),
      ...(override_tensor && { override_tensor: [...override_tensor] }),
      ...(rpc_servers && { rpc_servers: [...rpc_servers] }),
    },
    hparamsOf(facts),
    program,
  )
  const speculation = { ...(n_rs_seq !== undefined && { n_rs_seq }), ...(n_draft !== undefined && { n_draft }) }
  checkOverrides(perDevice(resolved, placement.of_servers), placement.devices)
  return estimateResolved(facts, { ...resolved, ...speculation }, placement)
}

/**
 * Decode (`tg`) and prompt (`pp`) speed in tokens per second, with range, basis and source; null where nothing supports one.
 * @throws UserError for facts that no model can have
 */
export function estimateThroughput(
  facts: ModelFacts,
  settings: ThroughputSettings,
  target: AnyTarget,
): ThroughputEstimate {
  return estimateOnTarget(facts, settings, asTarget(target))
}

/**
 * A hardware profile by id or alias.
 * @throws UserError('usage') that names the nearest ids
 */
export function findTarget(id: string): HardwareProfile {
  return findProfile(id)
}

/** What this machine is, or the one that `host` stands for. A probe that fails or hangs becomes a note; 5 s at most. */
export function detect(host: Host = nodeHost()): Promise<HardwareSnapshot> {
  return detectHardware(host)
}

/** @throws UserError when nothing fits, or for a precision that the model does not have */
export function makePlan(request: Omit<PlanRequest, 'target'> & { readonly target: AnyTarget }): Plan {
  return planOnTarget({ ...request, target: asTarget(request.target) })
}

/** A config judged on targets; findings are data (`formatFinding` makes sentences of them). */
export function checkConfig(
  input: Omit<CheckInput, 'targets'> & { readonly targets: readonly AnyTarget[] },
): ConfigReport {
  return checkOnTargets({ ...input, targets: input.targets.map(asTarget) })
}

function asTarget(hardware: AnyTarget): Target {
  if ('row' in hardware) return targetFromProfile(hardware)
  return 'schema_version' in hardware ? targetFromSnapshot(hardware) : hardware
}

function withoutGaps<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
