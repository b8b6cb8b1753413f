import { fixOf, planned } from '../../../cli/wizard-answer.ts'
import type { FoundFile, PlanRequest, Services } from '../../../cli/tui/services.ts'
import type { HardwareSnapshot, ModelFacts, Plan } from '../../../shared/index.ts'
import { catalogModel, UserError } from '../../../shared/index.ts'
import { GIB } from '../../../shared/units.ts'

/** A desktop with one card of 24 GiB, as detection would see it. */
export const DESKTOP: HardwareSnapshot = {
  schema_version: 1,
  kind: 'hardware_snapshot',
  platform: 'nvidia_rtx_4090',
  display_name: 'NVIDIA GeForce RTX 4090',
  os: { platform: 'linux', release: '6.8.0', wsl: false, container: false },
  cpu_type: 'x86_64',
  gpu_type: 'cuda',
  ram_gb: 64,
  vram_gb: 24,
  cpu_cores_performance: 8,
  cpu_cores_efficiency: 0,
  capabilities: ['avx2', 'cuda'],
  cpu: {
    vendor: 'AMD',
    name: 'AMD Ryzen 7 7700X 8-Core Processor',
    physical_cores: 8,
    performance_cores: 8,
    efficiency_cores: 0,
    logical_cores: 16,
    sockets: 1,
    numa_nodes: 1,
    affinity_cores: 16,
    quota_cores: null,
  },
  memory: { total_bytes: 64 * GIB, available_bytes: 60 * GIB, limit_bytes: null },
  gpus: [
    {
      vendor: 'nvidia',
      name: 'NVIDIA GeForce RTX 4090',
      vram_bytes: 24 * GIB,
      vram_free_bytes: 23 * GIB,
      usable_bytes: null,
      unified: false,
      integrated: false,
      driver: '560.35',
      backend: 'cuda',
      architecture: '8.9',
      source: 'nvidia-smi',
    },
  ],
  probes: [{ id: 'nvidia-smi', state: 'ok', ms: 41 }],
  notes: [],
}

export type FakeServices = Services & {
  /** What was saved, by path. */
  readonly files: Map<string, string>
  readonly said: string[]
  readonly ran: string[]
  /** Hands in a signal as the process would get it. */
  signal(name: NodeJS.Signals): void
  isClosed(): boolean
}

const plans = new Map<string, Plan | UserError>()

/** Tests ask for the same few plans again and again. */
function rememberedPlan(request: PlanRequest): Plan {
  const { target, model, intent } = request
  const key = JSON.stringify([target, model, intent])
  const known = plans.get(key) ?? planOrTrouble(request)
  plans.set(key, known)
  if (known instanceof UserError) throw known
  return known
}

function planOrTrouble(request: PlanRequest): Plan | UserError {
  try {
    return planned(request)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

type Given = {
  readonly snapshot?: HardwareSnapshot
  readonly models?: readonly FoundFile[]
  readonly facts?: Readonly<Record<string, ModelFacts>>
  readonly files?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

/** The real core behind the wizard's port, a world in memory beside it. */
export function fakeServices(given: Given = {}): FakeServices {
  const files = new Map(Object.entries(given.files ?? {}))
  const said: string[] = []
  const ran: string[] = []
  let onSignal: (name: NodeJS.Signals) => void = () => {}
  let closed = false
  return {
    files,
    said,
    ran,
    env: { LANG: 'C.UTF-8', HOME: '/home/ada', ...given.env },
    platform: 'linux',
    generator: 'lp-tui 0.0.0-test',
    load: async () => {},
    detect: async (onProbe) => {
      onProbe({ id: 'nvidia-smi -q', state: 'running', ms: 0 })
      await Promise.resolve()
      onProbe({ id: 'nvidia-smi -q', state: 'done', ms: 41 })
      return given.snapshot ?? DESKTOP
    },
    findModels: async (onFound) => {
      await Promise.resolve()
      onFound(given.models ?? [])
      return []
    },
    readModel: async (path) => {
      const facts = given.facts?.[path]
      if (facts === undefined) throw new UserError('input', `${path} does not exist`)
      return { kind: 'file', path, facts }
    },
    readSnapshot: async (path) => {
      if (!files.has(path)) throw new UserError('input', `${path} does not exist`)
      return given.snapshot ?? DESKTOP
    },
    lanes: 1,
    plan: async (request) => rememberedPlan(request),
    fix: async (request) => fixOf(request),
    save: async (path, text, { force }) => {
      if (files.has(path) && !force) return 'exists'
      files.set(path, text)
      return 'written'
    },
    run: async (path) => {
      ran.push(path)
      return 0
    },
    say: (lines) => void said.push(...lines),
    takeSignals: (handler) => {
      onSignal = handler
      return () => (onSignal = () => {})
    },
    signal: (name) => onSignal(name),
    close: () => (closed = true),
    isClosed: () => closed,
  }
}

/** A model file that the fakes can read. */
export function fakeFile(path: string, id = 'llama-3.1-8b', precision = 'Q4_K_M') {
  const facts: ModelFacts = { ...catalogModel(id, precision), source: path }
  const file: FoundFile = { path, name: path.split('/').at(-1) ?? path, size_bytes: 5 * GIB, place: './models' }
  return { models: [file], facts: { [path]: facts } }
}
