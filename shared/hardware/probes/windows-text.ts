import { linesOf } from '../text.ts'
import type { Probe } from '../probe.ts'
import { parseWindowsGpus, parseWindowsMachine, type WindowsGpu, type WindowsMachine } from './windows-cim.ts'

/** One of these makes a first line the titles of a table. */
const KNOWN = new Set(['Name', 'DriverDesc', 'AdapterRAM', 'Capacity', 'TotalPhysicalMemory', 'TotalVisibleMemorySize'])

/** `    HardwareInformation.qwMemorySize    REG_QWORD    0x600000000` */
const REGISTRY = /^\s+([\w.]{1,60})\s+REG_\w{2,20}\s+(\S.{0,500}?)\s*$/

type Properties = Record<string, string>

/**
 * Objects in the text forms of wmic and PowerShell: `Name=value` and `Name : value` lists, in which a name that comes
 * again begins the next object; tables whose columns begin where their titles do; rows of comma-separated cells.
 */
export function windowsObjects(text: string): Properties[] {
  const lines = linesOf(text.slice(0, 1_000_000))
  return objectsOfCsv(lines) ?? objectsOfTable(lines) ?? objectsOfList(lines)
}

function objectsOfList(lines: readonly string[]): Properties[] {
  const objects: Properties[] = [{}]
  for (const line of lines) {
    // A key of `reg query` begins with its path.
    if (line.startsWith('HKEY_')) objects.push({})
    const match = REGISTRY.exec(line) ?? /^\s*([\w.]{1,60})\s*(?: : |=|:\s)\s*(\S.{0,500}?)\s*$/.exec(line)
    if (!match?.[1] || !match[2]) continue
    if (match[1] in (objects.at(-1) ?? {})) objects.push({})
    const object = objects.at(-1)
    const value =
      /^0x[0-9a-f]{1,13}$/i.test(match[2]) && match[0].includes('REG_') ? String(Number(match[2])) : match[2]
    if (object && objects.length <= 64) object[match[1]] = value
  }
  return objects.filter((object) => Object.keys(object).length > 0)
}

/** `wmic ... /format:csv`, whose cells are bare, and `ConvertTo-Csv`, whose cells are quoted and hold commas. */
function objectsOfCsv(lines: readonly string[]): Properties[] | null {
  const [head = '', ...rows] = lines.filter((line) => line.trim() !== '' && !line.startsWith('#TYPE'))
  const titles = cellsOf(head)
  if (!/^["\w,.]+$/.test(head) || !titles.some((title) => KNOWN.has(title))) return null
  if (titles.length < 2) return null
  return rows.slice(0, 64).map((row) => {
    const cells = cellsOf(row)
    const known = titles.map((title, at) => [title, cells[at] ?? ''] as const)
    return Object.fromEntries(known.filter(([, value]) => value !== ''))
  })
}

const cellsOf = (line: string): string[] =>
  [...line.slice(0, 4000).matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, bare]) =>
    (quoted ?? bare ?? '').trim(),
  )

/** wmic sorts the columns by name, and names hold blanks: only the places of the titles tell. */
function objectsOfTable(lines: readonly string[]): Properties[] | null {
  const [head = '', ...rows] = lines.filter((line) => line.trim() !== '' && !/^[\s-]+$/.test(line))
  const titles = [...head.matchAll(/[\w.]+/g)]
  const known = titles.some(([title]) => KNOWN.has(title))
  if (!known || /[:=]/.test(head)) return null
  return rows.slice(0, 64).map((row) => {
    const cells = titles.map((title, at) => [title[0], row.slice(title.index, titles[at + 1]?.index).trim()] as const)
    return Object.fromEntries(cells.filter(([, value]) => value !== ''))
  })
}

/**
 * Reads `wmic path win32_VideoController get ...`; sizes by AdapterRAM as for PowerShell, so none above 4 GiB, but for
 * those in pasted registry keys of the display class (`reg query`, `Get-ItemProperty`).
 */
export function parseWmicGpus(text: string): WindowsGpu[] | null {
  const objects = windowsObjects(text)
  const cards = objects.filter((object) => 'Name' in object || 'Caption' in object)
  const registry = objects.filter((object) => 'DriverDesc' in object)
  const gpu =
    cards.length > 0
      ? cards
      : registry.map((key) => ({ ...key, Name: key.DriverDesc, PNPDeviceID: key.MatchingDeviceId }))
  return gpu.length > 0 ? parseWindowsGpus(JSON.stringify({ gpu, registry })) : null
}

/** Reads `wmic cpu get ...`, `os`, `computersystem` and `memorychip`, one behind the other or alone. */
export function parseWmicMachine(text: string): WindowsMachine | null {
  const objects = windowsObjects(text)
  const cpu = objects.filter((object) => 'NumberOfCores' in object || ('Name' in object && 'AddressWidth' in object))
  const os = objects.find((object) => 'TotalVisibleMemorySize' in object || 'TotalPhysicalMemory' in object) ?? null
  const modules = objects.filter((object) => 'Capacity' in object)
  return cpu.length > 0 || os || modules.length > 0 ? parseWindowsMachine(JSON.stringify({ cpu, os, modules })) : null
}

/** Where PowerShell is forbidden; gone since Windows 11 24H2. */
export const wmicGpus: Probe<WindowsGpu[]> = {
  id: 'wmic-gpus',
  platforms: ['windows'],
  command: 'wmic',
  args: ['path', 'win32_VideoController', 'get', 'Name,AdapterRAM,DriverVersion,PNPDeviceID', '/format:list'],
  parse: parseWmicGpus,
}

export const wmicMachine: Probe<WindowsMachine> = {
  id: 'wmic-cpu',
  platforms: ['windows'],
  command: 'wmic',
  args: ['cpu', 'get', 'Name,NumberOfCores,NumberOfLogicalProcessors', '/format:list'],
  parse: parseWmicMachine,
}
