import { dirname, resolve } from 'node:path'
import {
  checkConfig,
  inspectConfig,
  readConfig,
  UserError,
  type ConfigReport,
  type ModelFacts,
  type Target,
} from '../../shared/index.ts'
import { readGgufFile } from '../../shared/node/read-gguf-file.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { CONFIG_LIMIT_BYTES } from './config.ts'

/** A file that could not even be read. */
type UnreadFile = { readonly file: string; readonly message: string }

export type CheckResult = { readonly reports: readonly ConfigReport[]; readonly unread: readonly UnreadFile[] }

/**
 * Judges every file; one that cannot be read does not keep the others from being judged.
 * @param targetsFor the targets of a config, by its text
 */
export async function checkFiles(
  files: readonly string[],
  targetsFor: (text: string) => Promise<readonly Target[]>,
  { fixes }: { readonly fixes: boolean },
): Promise<CheckResult> {
  const reports: ConfigReport[] = []
  const unread: UnreadFile[] = []
  for (const file of files) {
    const text = await readTextFile(file, CONFIG_LIMIT_BYTES).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error
      unread.push({ file, message: error.message })
      return null
    })
    if (text === null) continue
    const facts = await factsBeside(text, file)
    const input = { text, file, targets: await targetsFor(text), ...(facts && { facts }) }
    reports.push(fixes ? checkConfig(input) : inspectConfig(input).report)
  }
  return { reports, unread }
}

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
