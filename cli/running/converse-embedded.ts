import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import type { Target } from '../../shared/profile/target.ts'
import { embeddedTalker, type NodeLlamaCpp } from '../../shared/node/run/embedded.ts'
import type { Io } from '../io.ts'
import type { Conversation } from './converse.ts'
import { expectedSpeed } from './expected.ts'

/** Loads the model in this process for one conversation. */
export async function converseEmbedded(
  io: Io,
  library: NodeLlamaCpp,
  { config, target }: { readonly config: RuntimeConfig; readonly target: Target },
  conversation: Conversation,
): Promise<number> {
  io.note('no llama-server here: node-llama-cpp runs the model')
  const over = new AbortController()
  const release = io.takeSignals(() => over.abort())
  const talker = await embeddedTalker(library, config)
  try {
    return await conversation(talker, { expected: expectedSpeed(config, target), signal: over.signal })
  } finally {
    release()
    await talker.close()
  }
}
