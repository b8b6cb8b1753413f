import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { findNodeLlamaCpp } from '../run/embedded.ts'
import { type EngineSearch, findEngine, inPath, programAt } from '../engine.ts'

/** What there is to measure with; at least one of them. `embedded`: node-llama-cpp's entry file, only without the others. */
export type TuneEngine = {
  readonly bench: string | null
  readonly server: string | null
  readonly embedded: string | null
}

const BENCH = 'llama-bench'

/**
 * Finds what measures: llama-bench where the option or the environment points, beside the llama-server that would be run,
 * or in PATH; and that llama-server. Where there is neither and none was named, node-llama-cpp, which runs the model then.
 * @throws UserError('environment') when there is nothing
 */
export async function findTuneEngine(search: EngineSearch): Promise<TuneEngine> {
  const { asked, env, platform, cwd } = search
  const named = asked ?? env['LP_LLAMA_BENCH']
  if (named !== undefined && named !== '') {
    const found = await programAt(resolve(cwd, named), platform, BENCH)
    if (found !== null && isBench(found))
      return { bench: found, server: await beside(found, 'llama-server', platform), embedded: null }
  }
  try {
    const { path } = await findEngine(search)
    if (isBench(path)) return { bench: path, server: await beside(path, 'llama-server', platform), embedded: null }
    const bench = (await beside(path, BENCH, platform)) ?? (asked === undefined ? await inPath(BENCH, search) : null)
    return { bench, server: path, embedded: null }
  } catch (error) {
    const bench = asked === undefined ? await inPath(BENCH, search) : null
    const embedded = bench === null && asked === undefined ? findNodeLlamaCpp(cwd) : null
    if (bench === null && embedded === null) throw error
    return { bench, server: null, embedded }
  }
}

function isBench(path: string): boolean {
  return basename(path).startsWith(BENCH)
}

/** A program in the same folder, also where the name is a link into it. */
async function beside(path: string, name: string, platform: NodeJS.Platform): Promise<string | null> {
  const real = await realpath(path).catch(() => path)
  return (
    (await programAt(join(dirname(path), name), platform, name)) ?? programAt(join(dirname(real), name), platform, name)
  )
}
