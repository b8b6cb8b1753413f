import { basename, dirname, resolve } from 'node:path'
import { parseJson } from '../../config/parse-json.ts'
import type { RuntimeConfig } from '../../config/runtime-config.ts'
import { UserError } from '../../errors.ts'
import { catalogModelByName } from '../../model/catalog/index.ts'
import { type ModelFacts, ModelFactsSchema } from '../../model/facts.ts'
import type { FactsFrom } from '../../report/check.ts'
import { expandConfigs } from '../expand-configs.ts'
import { expandHome } from '../home-folder.ts'
import { readGgufFile } from '../read-gguf-file.ts'
import { readTextFile } from '../read-text-file.ts'
import { confine } from './confine.ts'
import { readPattern } from './patterns.ts'
import { CHECK_LIMITS } from './request.ts'

/** What is known of a config's model, and from where. */
export type KnownFacts = { readonly facts: ModelFacts; readonly from: FactsFrom }

/**
 * The facts of a config's model: those in the config, of a facts file, of the GGUF that `model_path` names, or those of
 * the catalog model that its name means.
 */
export type FactsSource = (config: RuntimeConfig, file: string) => Promise<KnownFacts | null>

/**
 * @param patterns facts files; one serves the model of its own name: `qwen3-8b.json` or `qwen3-8b.facts.json` for
 * `any/folder/qwen3-8b.gguf`
 * @throws UserError for a facts file that cannot be read
 */
export async function factsSource(
  patterns: readonly string[],
  folder: string,
  root: string | null,
): Promise<FactsSource> {
  const byModel = await readFactsFiles(patterns, folder, root)
  const interned = new Map<string, ModelFacts>()
  // Configs of one model carry equal facts: as one object they are counted and placed once.
  const same = new WeakMap<ModelFacts, ModelFacts>()
  const intern = (facts: ModelFacts): ModelFacts => {
    const seen = same.get(facts)
    if (seen !== undefined) return seen
    const key = JSON.stringify(facts)
    const known = interned.get(key) ?? facts
    interned.set(key, known)
    same.set(facts, known)
    return known
  }
  const derived = new Map<string, KnownFacts | null>()
  const fromCatalog = ({ model_path, metadata }: RuntimeConfig): KnownFacts | null => {
    const key = `${model_path} ${metadata?.precision ?? ''}`
    const known = derived.get(key)
    if (known !== undefined) return known
    const facts = catalogModelByName(model_path, metadata?.precision)
    const found = facts === null ? null : ({ facts: intern(facts), from: 'catalog' } as const)
    derived.set(key, found)
    return found
  }
  return async (config, file) => {
    if (config.model !== undefined) return { facts: intern(config.model), from: 'config' }
    const named = byModel.get(stem(config.model_path, '.gguf'))
    if (named !== undefined) return { facts: named, from: 'facts_file' }
    for (const from of new Set([folder, dirname(resolve(folder, file))])) {
      // oxlint-disable-next-line no-await-in-loop -- the first that is there counts
      const facts = await ggufFacts(config.model_path, from, root)
      if (facts !== undefined) return { facts: intern(facts), from: 'gguf' }
    }
    return fromCatalog(config)
  }
}

async function readFactsFiles(
  patterns: readonly string[],
  folder: string,
  root: string | null,
): Promise<ReadonlyMap<string, ModelFacts>> {
  const facts = new Map<string, ModelFacts>()
  if (patterns.length === 0) return facts
  const files = await expandConfigs(
    patterns.map((pattern) => readPattern(pattern).glob),
    folder,
  )
  for (const file of files) {
    // oxlint-disable-next-line no-await-in-loop -- one open file at a time
    const text = await readTextFile(confine(file, folder, root), CHECK_LIMITS.file_bytes)
    const parsed = ModelFactsSchema.safeParse(parseJson(text).json?.value)
    if (!parsed.success)
      throw new UserError(
        'input',
        `${file} holds no model facts`,
        'A facts file is what lp-tui generate writes under the key model.',
      )
    facts.set(stem(stem(file, '.json'), '.facts'), parsed.data)
  }
  return facts
}

/** Undefined where there is no such file, or none that may be read; the check then says that facts are missing. */
async function ggufFacts(name: string, folder: string, root: string | null): Promise<ModelFacts | undefined> {
  try {
    // Of a workspace every name lies inside it; the home of who checks it is none of its own.
    return await readGgufFile(confine(root === null ? expandHome(name) : name, folder, root))
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

function stem(path: string, extension: string): string {
  const name = basename(path.replaceAll('\\', '/'))
  return name.toLowerCase().endsWith(extension) ? name.slice(0, -extension.length) : name
}
