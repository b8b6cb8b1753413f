// How far estimates are from llama.cpp's own bytes, and node-llama-cpp's estimates of the same cases beside them.
//
//   npm run accuracy -- [--rows FILE]... [--headers DIR] [--oracle N] [--seed S] [--output FILE]
//
// --rows     measured cases, one JSON object a line (accuracy-rows.mjs says in which form); --headers the folder with
//            their models' headers, MODEL.PRECISION.gguf.gz.
// --oracle   asks llama.cpp itself for N random cases over all catalog models and header fixtures.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { ENGINE } from '../shared/estimate/engine.ts'
import { estimateMemory } from '../shared/estimate/estimate-memory.ts'
import { hasProgram, SETUP_COMMAND } from '../test/oracle/engine.ts'
import { gpuSection } from './accuracy-gpu.mjs'
import { oracleCases } from './accuracy-oracle.mjs'
import { PEER, preparePeer } from './accuracy-peer.mjs'
import { readCases } from './accuracy-rows.mjs'
import { errorTable, peerTable, summary } from './accuracy-tables.mjs'

const HELP = `usage: npm run accuracy -- [--rows FILE]... [--headers DIR] [--oracle N] [--seed S] [--output FILE]
Writes docs/accuracy.md. Give measured rows with their headers, or a number of random cases to ask llama.cpp about.
`

/**
 * @param {string[]} argv
 * @returns {Promise<number>} the exit status
 */
export async function main(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      rows: { type: 'string', multiple: true, default: [] },
      headers: { type: 'string' },
      oracle: { type: 'string' },
      seed: { type: 'string', default: '1' },
      output: { type: 'string', default: 'docs/accuracy.md' },
    },
  })
  if (values.rows.length === 0 && values.oracle === undefined) {
    process.stderr.write(HELP)
    return 2
  }
  if (values.oracle !== undefined && !hasProgram('breakdown')) {
    process.stderr.write(`llama.cpp is not set up here: run \`${SETUP_COMMAND}\`\n`)
    return 3
  }
  const folder = mkdtempSync(join(tmpdir(), 'lp-tui-accuracy-'))
  try {
    const askPeer = await preparePeer()
    const sections = []
    if (values.rows.length > 0) {
      const { cases, left_out } = await readCases(values.rows, values.headers, folder)
      sections.push(await section('Measured rows', ROWS_TEXT, cases, left_out, askPeer))
    }
    if (values.oracle !== undefined) {
      const { cases, left_out } = await oracleCases(Number(values.oracle), Number(values.seed), folder)
      sections.push(await section('Random cases', RANDOM_TEXT, cases, left_out, askPeer))
    }
    write(resolve(values.output), sections, commandOf(values))
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const ROWS_TEXT =
  'Cases measured once with the same release: models as published or of plausible shape, all precisions, one and two devices.'
const RANDOM_TEXT =
  'Cases drawn over every catalog model and header fixture and all settings; anyone can draw them again, or others with another seed.'

async function section(title, text, cases, left_out, askPeer) {
  const judged = []
  for (const one of cases) {
    const { devices, host, basis } = estimateMemory(one.facts, one.settings, { devices: one.devices })
    // oxlint-disable-next-line no-await-in-loop -- one model after the other: each is read once
    judged.push({ ...one, ours: { devices, host }, basis, peer: await askPeer(one) })
  }
  process.stdout.write(`${title}\n${summary(judged)}\n`)
  return [
    `## ${title}`,
    text,
    summary(judged),
    ...left_out,
    '### Devices',
    errorTable(judged, 'device'),
    '### Host',
    errorTable(judged, 'host'),
    `### Beside ${PEER.name} ${PEER.version}`,
    PEER.text,
    'Devices:',
    peerTable(judged, 'device'),
    'Host:',
    peerTable(judged, 'host'),
  ].join('\n\n')
}

/** The command without folders: the text around it says what they hold. */
function commandOf({ rows, headers, oracle, seed }) {
  const name = (path) => path.replace(/\/+$/, '').replace(/^.*\//, '')
  return [
    'npm run accuracy --',
    ...rows.map((path) => `--rows ${name(path)}`),
    ...(headers === undefined ? [] : [`--headers ${name(headers)}`]),
    ...(oracle === undefined ? [] : [`--oracle ${oracle} --seed ${seed}`]),
  ].join(' ')
}

function write(path, sections, command) {
  const template = readFileSync(fileURLToPath(new URL('accuracy-template.md', import.meta.url)), 'utf8')
  const filled = { engine: ENGINE, command, gpus: gpuSection(), sections: sections.join('\n\n') }
  writeFileSync(
    path,
    template.replaceAll(/\{\{(\w+)\}\}/g, (_, key) => filled[key]),
  )
  spawnSync('npx', ['oxfmt', path], { stdio: 'inherit' })
  process.stdout.write(`${path}\n`)
}
