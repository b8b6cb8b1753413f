// A machine to take pictures of: the wizard's services with answers that are the same every time. Plans, checks and
// speeds come from the real core.
import { catalogModel } from '../dist/shared/index.js'
import { fixOf, planned } from '../dist/cli/wizard-answer.js'

const GIB = 1024 ** 3

/** A desktop with cores of two kinds and one card. */
const SNAPSHOT = {
  schema_version: 1,
  kind: 'hardware_snapshot',
  platform: 'nvidia_rtx_4080',
  display_name: 'NVIDIA GeForce RTX 4080',
  os: { platform: 'linux', release: '6.8.0', wsl: false, container: false },
  cpu_type: 'x86_64',
  gpu_type: 'cuda',
  ram_gb: 62.6,
  vram_gb: 16,
  cpu_cores_performance: 8,
  cpu_cores_efficiency: 8,
  capabilities: ['avx2', 'cuda'],
  cpu: {
    vendor: 'Intel',
    name: 'Intel Core i7-13700K',
    physical_cores: 16,
    performance_cores: 8,
    efficiency_cores: 8,
    logical_cores: 24,
    sockets: 1,
    numa_nodes: 1,
    affinity_cores: 24,
    quota_cores: null,
  },
  memory: { total_bytes: 62.6 * GIB, available_bytes: 57 * GIB, limit_bytes: null },
  gpus: [
    {
      vendor: 'nvidia',
      name: 'NVIDIA GeForce RTX 4080',
      vram_bytes: 16376 * 1024 ** 2,
      vram_free_bytes: 15400 * 1024 ** 2,
      usable_bytes: null,
      unified: false,
      integrated: false,
      driver: '560.35.03',
      backend: 'cuda',
      architecture: '8.9',
      source: 'nvidia-smi',
    },
  ],
  probes: [],
  notes: [],
}

const PROBES = [
  { id: 'nvidia-smi -q -x', state: 'done', ms: 212 },
  { id: 'nvidia-smi -L', state: 'done', ms: 148 },
  { id: 'lscpu --json', state: 'done', ms: 31 },
  { id: 'lspci -Dnn', state: 'done', ms: 24 },
  { id: 'rocm-smi --showallinfo --json', state: 'absent', ms: 2 },
  { id: 'rocminfo', state: 'absent', ms: 2 },
  { id: 'vulkaninfo --summary', state: 'failed', ms: 96 },
]

const FILES = [
  ['models/Qwen3-30B-A3B-Q4_K_M.gguf', './models', 'qwen3-30b-a3b', 'Q4_K_M', 17.3],
  ['models/Llama-3.3-70B-Instruct-Q4_K_M.gguf', './models', 'llama-3.3-70b', 'Q4_K_M', 39.6],
  ['/home/ada/.cache/huggingface/hub/gemma-3-27b-it-Q4_0.gguf', 'HF cache', 'gemma-3-27b', 'Q4_0', 14.5],
  ['/home/ada/.lmstudio/models/Mistral-Small-24B-Q5_K_M.gguf', 'LM Studio', 'mistral-small-24b', 'Q5_K_M', 15.6],
]

/** @param {{ onEnd?: (lines: readonly string[]) => void }} given */
export function demoServices({ env = { LANG: 'C.UTF-8', HOME: '/home/ada' } } = {}) {
  const saved = new Map()
  const results = new Map()
  const remembered = (request) => {
    const key = JSON.stringify(request)
    if (!results.has(key)) results.set(key, planned(request))
    return results.get(key)
  }
  return {
    env,
    platform: 'linux',
    generator: 'lp-tui',
    load: async () => {},
    detect: async (onProbe) => {
      for (const probe of PROBES) onProbe(probe)
      return SNAPSHOT
    },
    findModels: async (onFound) => {
      onFound(
        FILES.map(([path, place, , , gib]) => ({ path, name: path.split('/').at(-1), place, size_bytes: gib * GIB })),
      )
      return []
    },
    readModel: async (path) => {
      const [, , id, precision] = FILES.find(([one]) => one === path)
      return { kind: 'file', path, facts: { ...catalogModel(id, precision), source: path } }
    },
    readSnapshot: async () => SNAPSHOT,
    lanes: 1,
    plan: async (request) => remembered(request),
    fix: async (request) => fixOf(request),
    save: async (path, text, { force }) => {
      if (saved.has(path) && !force) return 'exists'
      saved.set(path, text)
      return 'written'
    },
    run: async () => 0,
    say: () => {},
    takeSignals: () => () => {},
    close: () => {},
  }
}
