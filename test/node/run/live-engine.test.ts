import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startLive } from '../../../shared/node/run/live-engine.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

/** A program that takes so many signals until it ends, with `code`; none ends it when `signals` is 0. */
async function stubborn(signals: number, code: number) {
  const path = join(await tempFolder(), 'engine.mjs')
  const end = `if (++seen === ${signals}) process.exit(${code})`
  await writeFile(
    path,
    `let seen = 0\nprocess.on('SIGTERM', () => { ${end} })\nsetInterval(() => {}, 1000)\nconsole.log('up')`,
  )
  let up = () => {}
  const started = new Promise<void>((resolve) => (up = resolve))
  const address = { url: 'http://127.0.0.1:9' }
  const engine = await startLive({
    path: process.execPath,
    args: [path],
    env: process.env,
    address,
    grace_ms: 200,
    onLine: up,
  })
  await started
  return engine
}

describe('an engine that is told to end', () => {
  it.each([
    ['ends at once', 1, 0, { code: 0, signal: null }],
    ['ends at once with a failure of its own', 1, 1, { code: 1, signal: null }],
    // As llama-server does, whose answers took too long.
    ['needs a second signal', 2, 1, { code: 0, signal: null }],
    ['needs a second signal and fails otherwise', 2, 7, { code: 7, signal: null }],
    ['needs more than that', 0, 0, { code: null, signal: 'SIGKILL' }],
  ])('%s', async (_, signals, code, expected) => {
    const engine = await stubborn(signals, code)
    engine.end('SIGTERM')
    expect(await engine.ended).toMatchObject(expected)
  })
})
