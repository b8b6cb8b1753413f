import type { BenchBuild } from '../../tune/llama-bench.ts'
import { callEngine } from './engine-call.ts'

const LIMIT_S = 20

/**
 * The build of an engine program as `--version` says it: `version: 0.5.0-dev (build 1, commit 0ad4a86)`, in older
 * releases `version: 4242 (0ad4a86)`. Null where it does not say.
 */
export async function readBuild(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
  stop: AbortSignal = new AbortController().signal,
): Promise<BenchBuild | null> {
  const end = await callEngine(path, ['--version'], { limit_s: LIMIT_S, stop, env })
  return end.state === 'ended' ? parseBuild(`${end.stdout}\n${end.stderr}`) : null
}

export function parseBuild(text: string): BenchBuild | null {
  const line = /^version:.*$/m.exec(text)?.[0] ?? ''
  const found = /(?:build (\d{1,9}), commit |version: (\d{1,9}) \()([0-9a-f]{7,40})/.exec(line)
  if (found === null) return null
  const number = found[1] ?? found[2]
  return { commit: found[3] ?? '', number: number === undefined ? null : Number(number), backends: '' }
}
