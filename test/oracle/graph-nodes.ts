import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Settings } from '../../shared/config/settings.ts'
import { digest, NODE_CASES, NODE_MODELS, nodeList } from '../estimate/graph/node-list.ts'
import { programPath } from './engine.ts'
import { writeSparseModel } from './model-file.ts'

const FIXTURE = 'test/fixtures/memory/graph-nodes.json'
/** What the log puts before every part of a line. */
const STAMP = /\d+\.\d\d\.\d{3}\.\d{3} [A-Z] ?/g
/** ggml_backend_sched_print_assignments (ggml-backend.cpp). */
const NODE = /node #\s*(\d+) \([^)]*\):\s+.*? \(\s*(\S+?)\) \[[^\]]*\] use=\d+,c=\d:(.*)/g

/**
 * Writes digests of all graphs that are llama.cpp's own to the fixture, and prints the others; with a model's name
 * prints where its graphs differ.
 */
export async function main([only]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lp-tui-nodes-'))
  const found: Record<string, Record<string, string>> = {}
  try {
    for (const [id, factsOf] of NODE_MODELS) {
      if (only !== undefined && id !== only) continue
      // oxlint-disable-next-line no-await-in-loop -- one model file at a time
      const facts = await factsOf()
      const path = join(folder, 'model.gguf')
      // oxlint-disable-next-line no-await-in-loop
      await writeSparseModel(facts, path)
      for (const [name, settings] of Object.entries(NODE_CASES)) {
        const ours = nodeList(facts, settings)
        const graphs = engineGraphs(path, settings)
        if (graphs.some((lines) => lines.join() === ours.join())) (found[id] ??= {})[name] = digest(ours)
        else process.stdout.write(`${id}, ${name}: ${only === undefined ? 'differs' : difference(ours, graphs)}\n`)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (only === undefined) writeFileSync(FIXTURE, `${JSON.stringify(found, null, 2)}\n`)
}

/** All graphs that llama.cpp builds when it loads: of prompts and of single tokens, before and after it settles what is fused. */
function engineGraphs(path: string, settings: Settings): string[][] {
  const { n_ctx, n_ubatch, n_parallel, flash_attn, cache_type_k = 'f16', cache_type_v = 'f16' } = settings
  const numbers = ['-c', `${n_ctx}`, '-ub', `${n_ubatch}`, '-np', `${n_parallel}`, '-ngl', '0']
  const words = ['-fa', `${flash_attn}`, '-ctk', cache_type_k, '-ctv', cache_type_v, '-dev', 'none', '-lv', '5']
  const { stdout, stderr } = spawnSync(programPath('llama-fit-params'), ['-m', path, ...numbers, ...words], {
    env: { ...process.env, GGML_SCHED_DEBUG: '2' },
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  })
  const graphs: string[][] = []
  let last = Number.POSITIVE_INFINITY
  for (const [, index, size, rest = ''] of (stdout + stderr).replaceAll(STAMP, '').matchAll(NODE)) {
    if (Number(index) <= last) graphs.push([])
    last = Number(index)
    const operands = [...rest.matchAll(/\(\s*(\d+[KM])\) \[/g)].map((match) => match[1])
    graphs.at(-1)?.push(`${index} ${size} <- ${operands.join(' ')}`)
  }
  return graphs
}

/** The graph that agrees with ours the longest, around the first node that does not. */
function difference(ours: readonly string[], graphs: readonly (readonly string[])[]): string {
  const agrees = (lines: readonly string[]) => lines.findIndex((line, i) => line !== ours[i])
  const [nearest = []] = graphs.toSorted((a, b) => agrees(b) - agrees(a))
  const at = agrees(nearest)
  const shown = [...nearest.keys()].slice(Math.max(0, at - 2), at + 3)
  return shown.map((i) => `\n  llama.cpp ${nearest[i]}\n  ours      ${ours[i]}`).join('')
}
