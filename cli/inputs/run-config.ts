import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { UserError } from '../../shared/errors.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { choiceFromFacts } from '../../shared/plan/choose-model.ts'
import type { Intent } from '../../shared/plan/intent.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import type { ModelChoice } from '../../shared/plan/model-choice.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { parseSnapshot } from '../../shared/profile/parse-snapshot.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import type { Target } from '../../shared/profile/target.ts'
import { expandHome } from '../../shared/node/home-folder.ts'
import { readGgufFile } from '../../shared/node/read-gguf-file.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { CONFIG_LIMIT_BYTES, configFromText } from './config.ts'
import { intentFrom, type IntentValues } from './intent.ts'
import { refuseRemote } from './model.ts'

export type RunValues = IntentValues & {
  readonly model?: string
  readonly config?: string
  readonly 'auto-configure'?: boolean
  readonly 'dry-run'?: boolean
}

export type Planner = (model: ModelChoice, intent: Intent) => Promise<Plan>

/** What to run, and the text that findings point into. */
export type RunConfig = { readonly config: RuntimeConfig; readonly text: string; readonly file: string }

/**
 * The config that the flags mean: a runtime config, or a plan for a saved snapshot or for this machine.
 * @param plan how this machine is planned for
 * @throws UserError when the flags name no model or no config, or a file cannot be used
 */
export async function loadRunConfig(
  values: RunValues,
  machine: Target,
  plan: Planner = (model, intent) => Promise.resolve(makePlan({ target: machine, model, intent })),
): Promise<RunConfig> {
  const { model, config: file } = values
  if (model !== undefined) refuseRemote(model)
  if ((file === undefined) === (values['auto-configure'] !== true)) {
    throw new UserError('usage', 'give either --config FILE or --auto-configure')
  }
  if (file === undefined) return planned(values, plan)
  const text = await readTextFile(file, CONFIG_LIMIT_BYTES)
  if (isSnapshot(text)) {
    const target = targetFromSnapshot(parseSnapshot(text, file))
    return planned(values, (choice, intent) => Promise.resolve(makePlan({ target, model: choice, intent })))
  }
  return withModel(configFromText(text, file), text, file, values)
}

async function planned(values: RunValues, plan: Planner): Promise<RunConfig> {
  if (values.model === undefined) throw new UserError('usage', 'which model? --model FILE.gguf')
  const path = expandHome(values.model)
  const choice = choiceFromFacts(await readGgufFile(path), path)
  const { config } = await plan(choice, intentFrom(values))
  return { config, text: JSON.stringify(config, null, 2), file: 'the plan' }
}

/** A runtime config with the model that will really run: its file decides, not what was true when the config was made. */
async function withModel(config: RuntimeConfig, text: string, file: string, values: RunValues): Promise<RunConfig> {
  const path = values.model === undefined ? config.model_path : expandHome(values.model)
  const facts = await factsOf(path, config, values)
  if (path === config.model_path && JSON.stringify(facts) === JSON.stringify(config.model))
    return { config, text, file }
  const changed = { ...config, model_path: path, ...(facts && { model: facts }) }
  return { config: changed, text: JSON.stringify(changed, null, 2), file }
}

/**
 * What the file of a model that is about to run says of it.
 * @throws UserError when it cannot be read
 */
export async function factsOf(
  path: string,
  config: RuntimeConfig,
  values: Pick<RunValues, 'dry-run'>,
): Promise<ModelFacts | undefined> {
  try {
    return await readGgufFile(path)
  } catch (error) {
    // To show a command, the file need not be here when the config itself knows the model.
    if (values['dry-run'] === true && config.model !== undefined && error instanceof UserError) return config.model
    throw error
  }
}

function isSnapshot(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'hardware_snapshot'
  } catch {
    return false
  }
}
