/**
 * Facts that the index knows from somewhere else than the recorded text, so that no reader of that text can give them.
 * They count as not compared and do not fail; every other fact that no reader gives does.
 */
const ELSEWHERE: readonly (readonly [category: string, fact: string, why: string])[] = [
  [
    'linux-mem',
    'hostRamKiB',
    '/proc/meminfo holds one sum: the share of the nodes is in their folders (probes/numa.ts)',
  ],
  ['linux-mem', 'gpuMemInNumaNodesKiB', 'as above'],
  ['llamacpp-devices', 'build', 'a list of devices names no build; the reader takes it from `version:` or the command'],
  ['macos-sysctl', 'chip', 'names of levels are the same on M5 Pro and M5 Max, and the brand string was not asked for'],
  [
    'nvidia-smi-csv',
    'mig.length',
    '--query-gpu has no field for instances, only the mode; detection reads `-L` and `-q -x`',
  ],
  ['nvidia-smi-topo', 'gpuCount', 'Windows has no `topo`: the text is an error line, without a table'],
  ['windows', 'gpus[].name', 'an excerpt of dxdiag that begins below the name'],
]

/** Whether a fact that no reader gave stands in no recorded text of this kind. */
export function standsElsewhere(category: string, path: string): boolean {
  const fact = path.replaceAll(/\[\d+\]/g, '[]')
  return ELSEWHERE.some(([known, word]) => known === category && word === fact)
}
