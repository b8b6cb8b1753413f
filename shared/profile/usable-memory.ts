import type { Backend } from '../backend.ts'
import { GIB, MIB, showGib } from '../units.ts'
import type { Sourced } from './target.ts'

/**
 * Metal's recommendedMaxWorkingSetSize, which llama.cpp takes as the device's memory (ggml-metal-device.m).
 * Logs of Macs before macOS 26: 8 GiB 5461 MiB, 16 GiB 10922 MiB, 24 GiB 16384 MiB, 32 GiB 21845 MiB (2/3);
 * 36 GiB 27648 MiB, 64 GiB 49152 MiB, 96 GiB 73728 MiB, 192 GiB 147456 MiB (3/4). macOS 26 allows more
 * (24 GiB 18186 MiB, 32 GiB 25559 MiB, 64 GiB 53084 MiB); the older rule holds on both.
 */
export function metalUsable(ram_bytes: number): Sourced {
  const large = ram_bytes >= 36 * GIB
  const share = large ? '3/4' : '2/3'
  return {
    bytes: Math.floor(large ? (ram_bytes * 3) / 4 : (ram_bytes * 2) / 3),
    source: `Metal's recommended working set, ${share} of ${showGib(ram_bytes)} RAM (iogpu.wired_limit_mb can raise it)`,
  }
}

/**
 * What one discrete card leaves for an engine. Logged by llama.cpp on idle cards, nominal MiB -> free MiB:
 * RTX 4090 24576 -> 23612 (CUDA total 24080), RTX 3080 Ti 12288 -> 11650, RTX PRO 4000 24576 -> 23795, RTX PRO 6000
 * 98304 -> 96644, GTX 1650 4096 -> 3773, RX 9070 XT 16384 -> 16140, Arc Pro B50 16384 -> 15593; with a desktop on the
 * card: RTX 5090 32768 -> 30991, RTX 3090 24576 -> 23332. The driver keeps up to 3 % (at most about 1 GiB), a context
 * of the engine up to 0.5 GiB, a desktop about as much again (less on small cards).
 */
export function discreteUsable(total_bytes: number, desktop: boolean): Sourced {
  const driver = Math.min(total_bytes * 0.03, GIB)
  const context = Math.min(512 * MIB, total_bytes / 8)
  const screen = desktop ? Math.min(512 * MIB, total_bytes / 16) : 0
  const reserve = driver + context + screen
  const who = desktop ? "the driver, the engine's own context and a desktop" : "the driver and the engine's own context"
  return {
    bytes: Math.floor(total_bytes - reserve),
    source: `${showGib(total_bytes)} of the card, less ${showGib(reserve)} for ${who}`,
  }
}

/**
 * A GPU that takes its memory out of the machine's RAM (AMD and Intel graphics in the processor). Drivers let it have
 * half of the RAM by default; a Radeon 760M in 32 GiB shows 16286 MiB. `stated_bytes`: what the driver says, which
 * counts only where it is more than that half but less than all RAM (BIOS carve-out, ttm.pages_limit).
 */
export function integratedUsable(ram_bytes: number, stated_bytes: number | null = null): Sourced {
  const half = Math.floor(ram_bytes / 2)
  const raised = stated_bytes !== null && stated_bytes > half && stated_bytes < ram_bytes * 0.95
  const limit = raised ? Math.min(stated_bytes, hostUsable(ram_bytes).bytes) : half
  const base = raised
    ? `the ${showGib(stated_bytes)} that the driver gives this GPU`
    : `half of ${showGib(ram_bytes)} RAM (firmware or driver settings can raise it)`
  return {
    bytes: Math.max(0, Math.floor(limit - Math.min(512 * MIB, limit / 8))),
    source: `${base}, less up to 0.5 GiB for driver and desktop`,
  }
}

/**
 * RAM that the operating system and its services leave: all but an eighth, at least 1 GiB and at most 8 GiB kept.
 * A container's limit counts instead where it is lower; a twentieth of it (64 MiB to 512 MiB) stays for the process.
 */
export function hostUsable(total_bytes: number, limit_bytes: number | null = null): Sourced {
  const kept = Math.min(Math.min(Math.max(GIB, total_bytes / 8), 8 * GIB), total_bytes / 2)
  const free = Math.floor(total_bytes - kept)
  if (limit_bytes !== null && limit_bytes < total_bytes) {
    const own = Math.min(Math.max(64 * MIB, limit_bytes / 20), 512 * MIB, limit_bytes)
    const inside = Math.floor(limit_bytes - own)
    if (inside < free) {
      return {
        bytes: inside,
        source: `the container's limit of ${showGib(limit_bytes)}, less ${showGib(own)} for the process`,
      }
    }
  }
  return { bytes: free, source: `${showGib(total_bytes)} RAM, less ${showGib(kept)} for the operating system` }
}

/** Android and iOS keep about half of the RAM for themselves and end apps that take more. */
export function phoneUsable(total_bytes: number): Sourced {
  return {
    bytes: Math.floor(total_bytes / 2),
    source: `half of ${showGib(total_bytes)} RAM: the phone's system keeps the rest`,
  }
}

/**
 * Nominal RAM of a board -> what its Linux calls MemTotal: firmware and GPU carve-outs take some.
 * Jetson Orin Nano 8192 -> 7620 MiB, AGX Orin 65536 -> 62841, AGX Thor 131072 -> 125772, GB10 131072 -> 122567: 7 % at most.
 */
export function boardRam(nominal_bytes: number): number {
  return Math.floor(nominal_bytes * 0.93)
}

/** Memory of a GPU that shares the machine's RAM, by backend. */
export function unifiedUsable(backend: Backend, ram_bytes: number, stated_bytes: number | null = null): Sourced {
  if (backend === 'metal') return metalUsable(ram_bytes)
  if (backend === 'cuda') return hostUsable(ram_bytes)
  return integratedUsable(ram_bytes, stated_bytes)
}
