import type { Host } from '../host.ts'
import type { Probe } from '../probe.ts'
import { cleanName, coreCount, linesOf, wholeNumber } from '../text.ts'

/** A device as llama.cpp itself sees it: the last word on what it can use. */
export type EngineDevice = {
  /** `CUDA0`, `ROCm1`, `Vulkan0`, `MTL0` (`Metal` once), `SYCL0`, `GPUOpenCL`, `RPC0`. */
  readonly id: string
  readonly name: string
  /** Vulkan's driver, which llama.cpp prints behind the name. */
  readonly driver: string | null
  readonly total_mib: number | null
  /** More than the total on some drivers, which then cannot be believed. */
  readonly free_mib: number | null
  /** Compute capability (`8.6`) or gfx target without its feature suffix (`gfx906`). */
  readonly architecture: string | null
  /** Shares the machine's memory; null where llama.cpp does not say. */
  readonly unified: boolean | null
}

type Found = { -readonly [Key in keyof EngineDevice]?: EngineDevice[Key] }

const MAX_MIB = 2 ** 30
// Behind a dash and a log's prefix at start (common.cpp), where the CPU is listed too.
const LISTED =
  /(?:^\s*|\s- )(?!CPU\b)([A-Z][A-Za-z]{1,11}\d{0,3})\s{0,8}: (.{1,200}) \((\d{1,12}) MiB, (\d{1,20}) MiB free\)\s*$/
const FOUND = /\bfound \d{1,3} (CUDA|ROCm|MUSA) devices\b/
const INIT =
  /^\s*Device (\d{1,3}): (.{1,200}?), (?:compute capability (\d{1,2}\.\d)|(gfx[0-9a-f]{3,4})[\w:+-]{0,40}(?: \(0x[0-9a-f]+\))?)(?:, VMM|\s*$)/
// Number, kind, name, version, compute units, two group sizes, memory (bytes, since May 2024 10^6 of them), driver.
const SYCL =
  /^\|\s*(\d{1,3})\|\s*\[[a-z_]{3,30}:\w{3}:\d{1,2}\]\|\s*(.{1,80}?)\s*\|\s*[\d.]+\|\s*\d+\|\s*\d+\|\s*\d+\|\s*(\d{1,15})(M?)\|/
const VULKAN = /\bggml_vulkan: (\d{1,3}) = (.{1,200}?) \| uma: ([01])\b/
const VULKAN_OLD = /^\s*Vulkan(\d{1,3}): (.{1,200}?) \| uma: ([01])\b/

/**
 * Reads what llama.cpp prints of its devices, of any release: `--list-devices`, and the lines at start of the CUDA, HIP,
 * Vulkan, SYCL and Metal back-ends; an empty list where it lists none. The list comes on stdout and the lines on stderr, so their order means nothing.
 */
export function parseEngineDevices(text: string): EngineDevice[] | null {
  const devices = new Map<string, Found>()
  const add = (id: string, facts: Found): void => {
    if (devices.size < 256 || devices.has(id)) devices.set(id, { ...facts, ...defined(devices.get(id)) })
  }
  let kind = 'CUDA'
  for (const line of linesOf(text)) {
    kind = FOUND.exec(line)?.[1] ?? kind
    const listed = LISTED.exec(line)
    const started = INIT.exec(line)
    const sycl = SYCL.exec(line)
    const vulkan = VULKAN.exec(line) ?? VULKAN_OLD.exec(line)
    if (listed?.[1] && listed[2]) {
      add(listed[1], { name: listed[2], total_mib: mebibytes(listed[3]), free_mib: mebibytes(listed[4]) })
    } else if (started?.[1] && started[2]) {
      const memory = /VRAM: (\d{1,12}) MiB(?: \((\d{1,12}) MiB free\))?/.exec(line)
      add(`${kind}${Number(started[1])}`, {
        name: started[2],
        architecture: started[3] ?? started[4] ?? null,
        total_mib: mebibytes(memory?.[1]),
        free_mib: mebibytes(memory?.[2]),
      })
    } else if (sycl?.[1] && sycl[2]) {
      add(`SYCL${Number(sycl[1])}`, {
        name: sycl[2],
        total_mib: mebibytesOf(Number(sycl[3]) * (sycl[4] === 'M' ? 1e6 : 1)),
      })
    } else if (vulkan?.[1] && vulkan[2]) {
      const split = /^(.{1,200}) \(([^()]{1,80})\)$/.exec(vulkan[2])
      const unified = vulkan[3] === '1'
      add(`Vulkan${Number(vulkan[1])}`, { name: split?.[1] ?? vulkan[2], driver: split?.[2] ?? null, unified })
    }
  }
  const metal = /\bggml_metal\w{0,20}: GPU name:\s*(\S.{0,80})$/m.exec(text.slice(0, 200_000))?.[1]
  if (metal && ![...devices.keys()].some((id) => /^(?:MTL|Metal)/.test(id))) {
    add('MTL0', { name: metal, total_mib: metalWorkingSet(text), unified: true })
  }
  const all = [...devices].map(([id, facts]) => ({
    id,
    name: cleanName(facts.name) ?? id,
    driver: facts.driver ?? null,
    total_mib: facts.total_mib ?? null,
    free_mib: facts.free_mib ?? null,
    architecture: facts.architecture ?? null,
    unified: facts.unified ?? null,
  }))
  return all.length > 0 || /^Available devices:/m.test(text.slice(0, 1_000_000)) ? all : null
}

function defined(facts: Found | undefined): Found {
  return Object.fromEntries(Object.entries(facts ?? {}).filter(([, value]) => value !== null && value !== undefined))
}

function mebibytesOf(bytes: number): number | null {
  const mib = Math.floor(bytes / 1024 ** 2)
  return mib <= MAX_MIB ? mib : null
}

/** llama.cpp prints sizes as unsigned 64-bit numbers: what ran below zero is no size. */
function mebibytes(text: string | undefined): number | null {
  return wholeNumber(text, MAX_MIB)
}

/** `recommendedMaxWorkingSetSize  = 26800.60 MB`, where MB is 10^6 bytes; in whole MiB. */
export function metalWorkingSet(text: string): number | null {
  const megabytes = /recommendedMaxWorkingSetSize\s*=\s*(\d{1,9}(?:\.\d{1,3})?) MB/.exec(text.slice(0, 1_000_000))?.[1]
  return megabytes === undefined ? null : Math.floor((Number(megabytes) * 1e6) / 1024 ** 2)
}

/** Memory of all devices together that the CUDA and HIP back-ends print at start (`Total VRAM: 35936 MiB`). */
export function totalVram(text: string): number | null {
  return coreCount(/\(Total VRAM: (\d{1,9}) MiB\)/.exec(text.slice(0, 1_000_000))?.[1])
}

/** The question to an engine that is at `command`. */
export function listDevices(command: string): Probe<EngineDevice[]> {
  const platforms: readonly Host['platform'][] = ['linux', 'darwin', 'windows', 'android', 'other']
  return { id: 'engine-devices', platforms, command, args: ['--list-devices'], parse: parseEngineDevices }
}
