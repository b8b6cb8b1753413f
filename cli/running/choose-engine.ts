import { UserError } from '../../shared/errors.ts'
import { findEngine } from '../../shared/node/engine.ts'
import { loadNodeLlamaCpp, type NodeLlamaCpp } from '../../shared/node/run/embedded.ts'
import type { Io } from '../io.ts'

export type ChosenEngine =
  | { readonly kind: 'server'; readonly path: string }
  | { readonly kind: 'embedded'; readonly library: NodeLlamaCpp }

export type Mode = 'serve' | 'chat' | 'prompt' | 'dry run'

/**
 * The llama-server that is named or installed; where there is none, node-llama-cpp for what needs no server. For a
 * command that is only shown the bare name will do: it may be for another machine.
 * @throws UserError('environment') when there is neither, with how to get them
 */
export async function chooseEngine(asked: string | undefined, mode: Mode, io: Io): Promise<ChosenEngine> {
  const cwd = process.cwd()
  try {
    return { kind: 'server', path: (await findEngine({ asked, env: io.env, platform: io.platform, cwd })).path }
  } catch (error) {
    if (!(error instanceof UserError) || asked !== undefined) throw error
    if (mode === 'dry run') return { kind: 'server', path: 'llama-server' }
    const library = mode === 'serve' ? null : await loadNodeLlamaCpp(cwd)
    if (library === null) throw error
    return { kind: 'embedded', library }
  }
}
