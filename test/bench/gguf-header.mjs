// Time and memory to read the header of a GGUF file with 1,000 tensors and a vocabulary of 150,000 tokens.
//   node test/bench/gguf-header.mjs                         this project's reader
//   node test/bench/gguf-header.mjs <folder>                the same for @huggingface/gguf, installed in <folder>
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { exampleHeader } from './example-header.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

async function bundle(folder, entry, name) {
  const outfile = join(folder, name)
  await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  })
  return outfile
}

/** Run in a process of its own, so that the first call is cold and the memory is the reader's. */
const WORKER = `
const [, reader, file, rival] = process.argv
const { readGgufFile, gguf } = await import(reader)
const read = rival === 'rival' ? () => gguf(file, { allowLocalFile: true }) : () => readGgufFile(file)
const before = process.memoryUsage().rss
const times = []
for (let i = 0; i < 21; i++) {
  const start = performance.now()
  try { await read() } catch (error) { var failed = error.constructor.name + ': ' + error.message.slice(0, 90) }
  times.push(performance.now() - start)
  if (i === 0) var grown = process.memoryUsage().rss - before
}
const [cold, ...warm] = times
const median = warm.sort((a, b) => a - b)[10]
console.log(JSON.stringify({ cold, median, grown, failed }))
`

function measure(reader, file, rival) {
  const worker = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', WORKER, pathToFileURL(reader).href, file, rival ? 'rival' : 'own'],
    { encoding: 'utf8', timeout: 120_000 },
  )
  if (worker.status !== 0)
    return `failed: ${worker.signal ?? worker.stderr.split('\n').find((line) => line.includes('rror'))}`
  const { cold, median, grown, failed } = JSON.parse(worker.stdout)
  const show = (ms) => `${ms.toFixed(1)} ms`
  return `cold ${show(cold)}, warm ${show(median)}, memory +${(grown / 2 ** 20).toFixed(0)} MiB ${failed ?? ''}`
}

const [rival] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'lp-tui-bench-'))
try {
  const own = await bundle(folder, 'shared/node/read-gguf-file.ts', 'own.mjs')
  const writer = await import(pathToFileURL(await bundle(folder, 'test/helpers/gguf-writer.ts', 'writer.mjs')).href)
  const { u32, u64, concat, text, TEXT, ARRAY } = writer
  const nested = concat([
    u32(ARRAY),
    u32(ARRAY),
    u64(1_000_000),
    ...Array.from({ length: 1_000_000 }, () => concat([u32(0), u64(0)])),
  ])
  const files = {
    '1,000 tensors, 150,000 tokens': exampleHeader(writer),
    '2^60 tensors': writer.writeGguf({ n_tensors: 2n ** 60n }),
    'a text of 4 GB': writer.writeGguf({ keys: [['k', { bytes: concat([u32(TEXT), u64(2 ** 32)]) }]] }),
    'a truncated text': writer.writeGguf({ keys: [['k', { bytes: concat([u32(TEXT), u64(9e6), text('x')]) }]] }),
    'a million empty lists in a list': writer.writeGguf({ keys: [['k', { bytes: nested }]] }),
    'a million keys': writer.writeGguf({ n_keys: 1_000_000n, keys: [] }),
    'weights cut off': writer.writeGguf({ tensors: [{ name: 't', type: 'f32', shape: [2 ** 30] }], data: 0 }),
    'big-endian': writer.writeGguf({ version: 0x03_00_00_00 }),
    'unknown tensor type': writer.writeGguf({ tensors: [{ name: 't', type: 99, shape: [1] }] }),
  }
  const rival_path =
    rival &&
    createRequire(join(resolve(rival), 'x'))
      .resolve('@huggingface/gguf')
      .replace(/\.js$/, '.mjs')
  for (const [title, bytes] of Object.entries(files)) {
    const file = join(folder, 'model.gguf')
    writeFileSync(file, bytes)
    console.log(`${title} (${(bytes.length / 1e6).toFixed(1)} MB)\n  own:               ${measure(own, file, false)}`)
    if (rival) console.log(`  @huggingface/gguf: ${measure(rival_path, file, true)}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
