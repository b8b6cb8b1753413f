import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runEngine } from '../../shared/node/run-engine.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { userErrorOf } from '../helpers/thrown.ts'

type Handler = (signal: NodeJS.Signals) => void

/** A program that does what the script says, and the signals that are sent to us meanwhile. */
async function engine(script: string, on_terminal = false) {
  const path = join(await tempFolder(), 'llama-server')
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  const state: { handler: Handler | undefined; released: boolean } = { handler: undefined, released: false }
  const code = runEngine({
    path,
    args: [],
    on_terminal,
    takeSignals(handler) {
      state.handler = handler
      return () => {
        state.released = true
      }
    },
  })
  return { code, state, path }
}

test('the exit code of the engine is passed on, and signals are given back', async () => {
  const { code, state } = await engine('exit 7')
  expect(await code).toBe(7)
  expect(state.released).toBe(true)
})

test('a signal goes to the engine, and its death by it is told as shells do', async () => {
  const { code, state } = await engine('exec sleep 60')
  state.handler?.('SIGTERM')
  expect(await code).toBe(128 + 15)
})

test('Ctrl+C on a terminal is not sent twice', async () => {
  const { code, state } = await engine('exec sleep 60', true)
  state.handler?.('SIGINT')
  state.handler?.('SIGTERM')
  expect(await code).toBe(128 + 15)
})

test('an engine that does not start is one sentence', async () => {
  const run = { path: '/proc/none', args: [], on_terminal: false, takeSignals: () => () => {} }
  expect(await userErrorOf(() => runEngine(run))).toMatchObject({
    kind: 'environment',
    message: '/proc/none does not start: it, or the interpreter or loader that it names, does not exist',
  })
})
