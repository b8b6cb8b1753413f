import { expect, test } from 'vitest'
import { fitArgs, readFlags } from '../../shared/run/engine-flags.ts'
import { HELP_2024, HELP_NOW } from './samples.ts'

test('the help names every spelling and whether a value follows', () => {
  const flags = readFlags(HELP_NOW)
  expect(Object.fromEntries(flags)).toMatchObject({
    '-h': false,
    '--usage': false,
    '-t': true,
    '--threads': true,
    '-fa': true,
    '--flash-attn': true,
    '--no-perf': false,
    '-ngl': true,
    '--n-gpu-layers': true,
    '--kv-unified': false,
    '--no-kv-unified': false,
    '--cache-type-k': true,
    '--metrics': false,
  })
})

test('what the engine knows stays as it is', () => {
  const args = ['-c', '4096', '-fa', 'on', '-ngl', '-1', '--kv-unified', '--metrics']
  expect(fitArgs(args, readFlags(HELP_NOW))).toEqual({ args, notes: [] })
})

test('an older engine gets its own words, and what it lacks is left out with a note', () => {
  const args = ['-c', '4096', '-fa', 'on', '--fit', 'off', '-lm', 'none', '--kv-unified', '-ncmoe', '3', '--metrics']
  expect(fitArgs(args, readFlags(HELP_2024))).toEqual({
    args: ['-c', '4096', '-fa', '--no-mmap'],
    notes: [
      'This llama-server does not know -ncmoe 3: left out.',
      'This llama-server does not know --metrics: left out.',
    ],
  })
  expect(fitArgs(['-fa', 'auto', '-lm', 'mmap+mlock'], readFlags(HELP_2024)).args).toEqual(['--mlock'])
})

test('a program without a help text gets everything', () => {
  const args = ['-c', '1', '--unheard-of']
  expect(fitArgs(args, readFlags('a wrapper that prints nothing of use'))).toEqual({ args, notes: [] })
})
