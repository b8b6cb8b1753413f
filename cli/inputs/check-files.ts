import { dirname, resolve } from 'node:path'
import { readConfig } from '../../shared/config/read-config.ts'
import { UserError } from '../../shared/errors.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { readGgufFile } from '../../shared/node/read-gguf-file.ts'

/**
 * The facts of the model file, for a config that carries none and whose model is on this machine: its path counts
 * from the working folder, as for the engine, or from the config's own.
 */
export async function factsBeside(text: string, file: string): Promise<ModelFacts | undefined> {
  const { config } = readConfig(text)
  if (config === null || config.model !== undefined) return undefined
  for (const path of new Set([resolve(config.model_path), resolve(dirname(file), config.model_path)])) {
    try {
      return await readGgufFile(path)
    } catch (error) {
      // Then the check itself says that the facts are missing.
      if (!(error instanceof UserError)) throw error
    }
  }
  return undefined
}
