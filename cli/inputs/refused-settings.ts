import type { Settings } from '../../shared/config/settings.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import type { Target } from '../../shared/profile/target.ts'
import type { Program } from '../../shared/program.ts'
import { formatFinding } from '../../shared/report/sentence.ts'
import { checkConfig } from '../../shared/validate/check-config.ts'

/** Why llama.cpp would not load the model with these settings, whatever it runs on; empty when nothing is in the way. */
export function refusals(
  facts: ModelFacts,
  settings: Settings,
  program: Program,
  target: Target | undefined,
): readonly string[] {
  const backend = target?.backend ?? 'cuda'
  const config = { backend, model_path: 'model.gguf', settings, metadata: { program }, model: facts }
  const { findings } = checkConfig({ text: JSON.stringify(config), file: '', targets: [] })
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, severity, path, args }) => formatFinding({ rule, severity, path, args }))
}
