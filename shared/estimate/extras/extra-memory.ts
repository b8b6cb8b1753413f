import type { Backend } from '../../backend.ts'
import type { ModelFacts } from '../../model/facts.ts'
import type { Target } from '../../profile/target.ts'
import { hparamsOf } from '../compiled-model.ts'
import { contextSize } from '../context-size.ts'
import { layerDevices } from '../layer-device.ts'
import type { MemorySettings } from '../memory-settings.ts'
import { perDevice, serverDevices } from '../overrides/server-devices.ts'
import { withinDevices } from '../overrides/tensor-override.ts'
import type { AdapterFacts } from './adapter-facts.ts'
import { adapterTerms } from './adapter-terms.ts'
import { driverTerms } from './driver-terms.ts'
import { type ExtraTerm, presentTerms } from './extra-term.ts'
import { predictionHparams } from './mtp-graph.ts'
import { projectorTerms, type ProjectorOptions } from './projector-terms.ts'
import { packedOn, repackTerms } from './repack.ts'
import { checkpointTerm, type DraftInServer, outputTerm, promptCacheTerm, type ServerOptions } from './server-terms.ts'
import { speculationTerms } from './speculation-terms.ts'
import { predictionLayers, type ResolvedSpeculation, resolveSpeculation, type Speculation } from './speculation.ts'
import type { ProjectorFacts } from './vision/vision-facts.ts'

/** What is used beside the model, and what llama.cpp is told about its memory; what is absent has its default. */
export type ExtraOptions = {
  readonly mmproj?: ProjectorFacts
  readonly mmproj_options?: ProjectorOptions
  readonly lora?: readonly AdapterFacts[]
  readonly speculation?: Speculation
  readonly server?: ServerOptions
  readonly use_mmap?: boolean
  readonly use_mlock?: boolean
  /** Devices and their backend where there is no target; 0 devices: CPU only. */
  readonly devices?: number
  readonly backend?: Backend
}

/**
 * Everything beside llama.cpp's own breakdown of the model: what users add, what the server keeps in RAM, what drivers take.
 * Named terms, each with its source; none is part of `estimateMemory`'s numbers.
 * @param target where it runs; without it a machine of `options.devices` devices of an unknown kind
 * @throws UserError for facts that no model can have, or speculation that these files cannot do
 */
export function extraMemory(
  facts: ModelFacts,
  asked: MemorySettings,
  target: Target | undefined,
  options: ExtraOptions = {},
): ExtraTerm[] {
  const n_devices = options.devices ?? target?.devices.length ?? 0
  const settings = withinDevices(perDevice(asked, serverDevices(target?.devices ?? [])), n_devices)
  const backend = options.backend ?? target?.backend
  const hparams = hparamsOf(facts)
  const size = contextSize(hparams, settings)
  const where = layerDevices(hparams, settings, { devices: n_devices })
  const speculation = options.speculation ?? {}
  const resolved = resolveSpeculation(facts, speculation)
  const server = options.server ?? {}
  const draft = draftInServer(facts, settings, resolved, speculation)
  const terms = [
    ...(options.mmproj === undefined
      ? []
      : projectorTerms(options.mmproj, settings, n_devices, options.mmproj_options)),
    ...adapterTerms(options.lora ?? [], hparams, size, settings, where),
    ...speculationTerms(facts, settings, n_devices, resolved, speculation),
    outputTerm(hparams, size, settings, resolved.n_draft, resolved.type === 'draft-mtp'),
    ...(draft === null ? [] : [draftOutputTerm(draft, resolved)]),
    checkpointTerm(hparams, size, settings, draft, server),
    promptCacheTerm(settings, server),
    ...repackOf(facts, settings, target, options, n_devices, backend),
    ...driverTerms(backend, n_devices),
  ]
  return presentTerms(terms.filter((term) => term !== null))
}

/** What the draft's context is, for what the server keeps of it. */
function draftInServer(
  facts: ModelFacts,
  settings: MemorySettings,
  { type, draft }: ResolvedSpeculation,
  { draft_cache_type_k = 'f16', draft_cache_type_v = 'f16' }: Speculation,
): DraftInServer | null {
  const own: MemorySettings = { ...settings, cache_type_k: draft_cache_type_k, cache_type_v: draft_cache_type_v }
  if (draft !== null) {
    const hparams = hparamsOf(draft)
    return { hparams, settings: own, size: contextSize(hparams, own) }
  }
  if (type !== 'draft-mtp') return null
  const hparams = predictionHparams(hparamsOf(facts), predictionLayers(facts))
  return { hparams, settings: own, size: contextSize(hparams, own) }
}

/** The draft's results; a draft that samples on its device has room for probabilities and candidates too. */
function draftOutputTerm({ hparams, settings }: DraftInServer, { type }: ResolvedSpeculation): ExtraTerm {
  const row = 4 * hparams.n_vocab
  const bytes = row * settings.n_parallel
  const samples = type !== 'draft-simple'
  return {
    id: 'draft.output_buffer',
    place: 'host',
    bytes,
    ...(samples && { high: 4 * bytes + 4 * (hparams.n_embd + 1) * settings.n_parallel }),
    source: "the draft's logits for each slot, and room for samples (llama_context::output_reserve)",
    limit_flag: '--parallel',
  }
}

function repackOf(
  facts: ModelFacts,
  settings: MemorySettings,
  target: Target | undefined,
  { use_mmap = true, use_mlock = false }: ExtraOptions,
  n_devices: number,
  backend: Backend | undefined,
): ExtraTerm[] {
  if (target === undefined) return []
  const machine = { capabilities: target.cpu.capabilities, backend, n_devices }
  return repackTerms(packedOn(machine, facts, settings), use_mmap, use_mlock)
}
