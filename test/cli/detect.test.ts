import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join, relative, resolve } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { HardwareSnapshotSchema } from '../../shared/hardware/snapshot.ts'
import { runCli, spawnCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

let cwd = ''

beforeEach(async () => {
  cwd = await tempFolder()
})

test('--json is the snapshot, and --output saves the same', async () => {
  const { code, stdout, stderr } = await runCli(['detect', '--json', '--output', 'hw.json'], { cwd })
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'hw.json written\n' })
  expect(HardwareSnapshotSchema.parse(JSON.parse(stdout)).cpu.logical_cores).toBeGreaterThan(0)
  expect(await readFile(join(cwd, 'hw.json'), 'utf8')).toBe(stdout)
})

test('the text says what decides', async () => {
  const { stdout } = await runCli(['detect'], { cwd })
  expect(stdout).toMatch(/^platform +\S+ \(.+\)$/m)
  expect(stdout).toMatch(/^cores +\d+ physical/m)
  expect(stdout).toMatch(/^ram +\d+\.\d GiB/m)
  expect(stdout).toMatch(/^gpu +\S/m)
})

async function detectWith(nvidia_smi: string) {
  await mkdir(join(cwd, 'bin'))
  await writeFile(join(cwd, 'bin/nvidia-smi'), `#!/bin/sh\n${nvidia_smi}\n`)
  await chmod(join(cwd, 'bin/nvidia-smi'), 0o755)
  const env = { PATH: `${join(cwd, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` }
  const { code, stdout, stderr } = await runCli(['detect', '--json'], { cwd, env })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return HardwareSnapshotSchema.parse(JSON.parse(stdout))
}

const isNvidia = ({ id }: { id: string }) => id.includes('nvidia')

test('a probe that prints garbage is a note, not a crash', async () => {
  const { probes, gpus } = await detectWith(`printf '\\377\\000[[{,,\\n'; head -c 300000 /dev/zero`)
  expect(probes.find(isNvidia)?.state).not.toBe('skipped')
  expect(gpus.filter(({ vendor }) => vendor === 'nvidia')).toEqual([])
})

test('a probe that hangs is given up, and the process ends', async () => {
  const { probes } = await detectWith('exec sleep 600')
  expect(probes.find(isNvidia)?.state).toBe('timeout')
})

test('an interrupt ends it with 130, and nothing on stdout', async () => {
  await mkdir(join(cwd, 'bin'))
  // The probe itself interrupts the program that runs it: no clock needed.
  await writeFile(join(cwd, 'bin/nvidia-smi'), '#!/bin/sh\nkill -INT "$PPID"\nexec sleep 5\n')
  await chmod(join(cwd, 'bin/nvidia-smi'), 0o755)
  const env = { PATH: `${join(cwd, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` }
  expect(await spawnCli(['detect'], { cwd, env })).toMatchObject({ code: 130, stdout: '' })
})

/** Every file that a module loads at once, by its static imports of values. */
async function loadedBy(file: string, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = await readFile(file, 'utf8')
  for (const [, path] of text.matchAll(/^(?:import|export) (?!type\b)[^;']*?from '(\.[^']+\.ts)'/gm)) {
    // oxlint-disable-next-line no-await-in-loop -- one walk over one graph
    await loadedBy(resolve(dirname(file), path ?? ''), seen)
  }
  return seen
}

test('detection loads neither the planner nor the models: they would take longer than the probes', async () => {
  const loaded = await loadedBy(resolve('cli/commands/detect.ts'))
  const parts = new Set([...loaded].map((file) => relative(resolve('shared'), file).split('/')[0]))
  expect(parts).toContain('hardware')
  for (const part of ['plan', 'estimate', 'model', 'validate', 'tune']) expect(parts).not.toContain(part)
})
