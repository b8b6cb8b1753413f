import type { Gpu } from './snapshot.ts'

/** PCI vendors whose display devices llama.cpp has a back-end for. */
const GPU_VENDORS: Readonly<Record<string, Gpu['vendor']>> = {
  '10de': 'nvidia',
  '1002': 'amd',
  '8086': 'intel',
  '1ed5': 'other', // Moore Threads
  '17cb': 'qualcomm',
}

/**
 * Display devices that are no GPUs in our sense: management controllers (they draw a server's console)
 * and adapters of virtual machines.
 */
const MANAGEMENT = new Set(['1a03', '102b', '19e5'])
const VIRTUAL = new Set(['15ad', '1234', '1af4', '1b36', '1414', '1013', '80ee', '1ab8'])

/** The GPU vendor behind a PCI vendor id (`10de`); null for management controllers, virtual adapters and unknown ones. */
export function gpuVendor(vendor_id: string): Gpu['vendor'] | null {
  return GPU_VENDORS[vendor_id.toLowerCase()] ?? null
}

/** Whether a PCI vendor id belongs to a management controller (`management`) or a virtual adapter (`virtual`). */
export function notGpu(vendor_id: string): 'management' | 'virtual' | null {
  const id = vendor_id.toLowerCase()
  if (MANAGEMENT.has(id)) return 'management'
  return VIRTUAL.has(id) ? 'virtual' : null
}

/** Vendor names as lspci, vulkaninfo and Windows write them. */
export function vendorOfName(text: string): Gpu['vendor'] | null {
  if (
    /aspeed|matrox|vmware|virtio|bochs|qemu|cirrus|hyper-v|virtualbox|parallels|red hat|microsoft|llvmpipe/i.test(text)
  )
    return null
  if (/nvidia|geforce|quadro|\btesla\b|tegra/i.test(text)) return 'nvidia'
  if (/\bamd\b|\bati\b|radeon|instinct|advanced micro devices/i.test(text)) return 'amd'
  if (/\bintel\b|\biris\b|\buhd graphics\b|\barc\b/i.test(text)) return 'intel'
  if (/\bapple\b/i.test(text)) return 'apple'
  if (/qualcomm|adreno/i.test(text)) return 'qualcomm'
  if (/\bmali\b|immortalis|\barm\b/i.test(text)) return 'arm'
  return null
}

/** PCI base class 3: VGA, XGA, 3D and other display controllers. Bridges and "Non-VGA" devices have other classes. */
export function isDisplayClass(class_code: string): boolean {
  return /^(?:0x)?03/i.test(class_code.trim())
}

/** AMD's newest Instinct cards call themselves processing accelerators (class 1200), as other makers' NPUs do. */
export function isAmdAccelerator(class_code: string, vendor_id: string): boolean {
  return /^(?:0x)?1200/.test(class_code.trim()) && /^(?:0x)?1002$/.test(vendor_id.trim())
}

/**
 * Whether an Intel or AMD part shares the machine's memory, by its marketing name; null when the name does not tell.
 * Discrete Intel parts have a model number (Arc A770, B580, Pro B50, Flex 170, Max 1100); "Arc Graphics" and
 * "Arc 140V" are integrated. AMD's integrated parts are "Radeon Graphics", "Vega N" or have a number below 1000
 * with an M or S (780M, 890M, 8060S).
 */
export function integratedByName(vendor: Gpu['vendor'], name: string): boolean | null {
  if (vendor === 'intel') {
    if (
      /\b(?:Arc|Pro)\b.{0,12}\b[AB]\d{2,3}M?\b|\bFlex\b|\bMax \d{4}\b|\bDG1\b|\bDG2\b|Battlemage|\bIris Xe MAX\b/i.test(
        name,
      )
    )
      return false
    return /\b(?:UHD|HD|Iris|Arc)\b|Graphics/i.test(name) ? true : null
  }
  if (vendor === 'amd') {
    if (
      /\bRX\b|\bPro W|\bWX\b|Instinct|\bMI\d{2,3}|\bVII\b|FirePro|\bNavi \d|\bVega (?:56|64|10|20|Frontier)\b|\bAI PRO\b/i.test(
        name,
      )
    )
      return false
    if (
      /\bRadeon(?:\(TM\))? (?:\d{3}M|80[456]0S|Vega \d{1,2}(?: Mobile)?|Graphics|R[2-7]\b)|Raphael|Phoenix|Rembrandt|Cezanne|Renoir|Raven|Picasso|Lucienne|Barcelo|Mendocino|Strix|Krackan|Granite Ridge/i.test(
        name,
      )
    )
      return true
    return null
  }
  if (vendor === 'apple' || vendor === 'qualcomm' || vendor === 'arm') return true
  if (vendor === 'nvidia')
    return /nvgpu|\btegra\b|\bgb10\b|\bthor\b|\borin\b|\bxavier\b|\bjetson\b/i.test(name) ? true : null
  return null
}
