/**
 * Newest CUDA version of each driver branch, newest branch first (CUDA release notes, table "CUDA toolkit and
 * corresponding driver versions", and what nvidia-smi of the branches 590 to 610 prints).
 */
const BRANCHES: readonly (readonly [branch: number, cuda: string])[] = [
  [610, '13.3'],
  [595, '13.2'],
  [590, '13.1'],
  [580, '13.0'],
  [575, '12.9'],
  [570, '12.8'],
  [565, '12.7'],
  [560, '12.6'],
  [555, '12.5'],
  [550, '12.4'],
  [545, '12.3'],
  [535, '12.2'],
  [530, '12.1'],
  [525, '12.0'],
  [520, '11.8'],
  [515, '11.7'],
  [510, '11.6'],
  [495, '11.5'],
  [470, '11.4'],
  [465, '11.3'],
  [460, '11.2'],
  [455, '11.1'],
  [450, '11.0'],
  [440, '10.2'],
  [418, '10.1'],
  [410, '10.0'],
  [396, '9.2'],
  [390, '9.1'],
  [384, '9.0'],
]

/** The newest CUDA version that a driver (`590.48.01`) runs: engines built for a newer one do not start. Null if unknown. */
export function cudaOfDriver(driver: string | null): string | null {
  const branch = Number(/^(\d{3})\./.exec(driver ?? '')?.[1])
  return BRANCHES.find(([first]) => branch >= first)?.[1] ?? null
}
