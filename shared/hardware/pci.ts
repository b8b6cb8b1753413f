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

/**
 * Adapters without a GPU that servers and virtual machines have, by PCI id, as pci.ids names them: what `lspci -n` and
 * /sys cannot say themselves.
 */
const ADAPTERS: Readonly<Record<string, readonly [vendor: string, name: string]>> = {
  '15ad:0405': ['VMware', 'SVGA II Adapter'],
  '15ad:0406': ['VMware', 'SVGA3D Adapter'],
  '15ad:0710': ['VMware', 'SVGA Adapter'],
  '1013:00b8': ['Cirrus Logic', 'GD 5446'],
  '102b:0522': ['Matrox', 'MGA G200e [Pilot] ServerEngines (SEP1)'],
  '102b:0534': ['Matrox', 'G200eR2'],
  '102b:0536': ['Matrox', 'Integrated Matrox G200eW3 Graphics Controller'],
  '102b:0538': ['Matrox', 'MGA G200eH3'],
  '1234:1111': ['QEMU', 'Bochs virtual VGA'],
  '1414:5353': ['Microsoft', 'Hyper-V virtual VGA'],
  '19e5:1711': ['Huawei', 'Hi171x Series [iBMC Intelligent Management system chip w/VGA support]'],
  '1a03:2000': ['ASPEED', 'ASPEED Graphics Family'],
  '1ab8:4005': ['Parallels', 'Accelerated Virtual Video Adapter'],
  '1af4:1010': ['Red Hat', 'Virtio 1.0 GPU'],
  '1af4:1050': ['Red Hat', 'Virtio 1.0 GPU'],
  '1b36:0100': ['Red Hat', 'QXL paravirtual graphic card'],
  '80ee:beef': ['VirtualBox', 'VirtualBox Graphics Adapter'],
}

/** Vendor and name of an adapter that is no GPU, by its PCI id; null for one that we do not know. */
export function adapterName(pci_id: string): { vendor: string; name: string } | null {
  const row = ADAPTERS[pci_id.toLowerCase()]
  return row ? { vendor: row[0], name: row[1] } : null
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
    // Panther Lake's, which has a card's kind of number.
    if (/\bArc(?:\(TM\))? B3[79]0\b/i.test(name)) return true
    // Drivers older than the card give its PCI number.
    if (/\[0x(?:e2[0-2]|56[9a-c])[0-9a-f]\]/i.test(name)) return false
    if (
      /\b(?:Arc|Pro)\b.{0,12}\b[AB]\d{2,3}M?\b|\bFlex\b|\bMax \d{4}\b|\bDG1\b|\bDG2\b|Battlemage|\bIris Xe MAX\b/i.test(
        name,
      )
    )
      return false
    return /\b(?:UHD|HD|Iris|Arc)\b|Graphics|\bGT[1-4]\b/i.test(name) ? true : null
  }
  if (vendor === 'amd') {
    if (/\bRX Vega (?:[2-9]|1[01])\b/i.test(name)) return true
    if (
      /\bRX\b|\bPro (?:[WV]|\d{3,4})|\bR9\b|\bR[57] (?:[234]\d0|M\d{3})\b|Polaris|Ellesmere|Hawaii|Fiji|\bWX\b|Instinct|\bMI\d{2,3}|\bVII\b|FirePro|\bNavi \d|\bVega (?:56|64|10|20|Frontier)\b|\bAI PRO\b/i.test(
        name,
      )
    )
      return false
    if (
      /\bRadeon(?:\(TM\))? (?:\d{3}M|80[456]0S|Vega \d{1,2}(?: Mobile)?|Graphics|R[2-7]\b)|Raphael|Phoenix|Rembrandt|Cezanne|Renoir|Raven|Picasso|Lucienne|Barcelo|Mendocino|Strix|Krackan|Granite Ridge|Hawk ?Point|Van ?Gogh|Dali|Carrizo|Stoney|Kaveri|Gorgon|Custom GPU/i.test(
        name,
      )
    )
      return true
    return null
  }
  if (vendor === 'apple' || vendor === 'qualcomm' || vendor === 'arm') return true
  if (vendor === 'nvidia') {
    if (/nvgpu|\btegra\b|\bgb10\b|\bthor\b|\borin\b|\bxavier\b|\bjetson\b/i.test(name)) return true
    return /\b(?:GeForce|Quadro|Tesla|TITAN|GTX|RTX)\b/i.test(name) ? false : null
  }
  return null
}
