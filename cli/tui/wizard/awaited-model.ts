import { savedConfig } from './finish-rows.ts'
import { tuneView } from './tune-rows.ts'
import type { View } from './view.ts'

/** Where a saved config looks for a model that was planned without its file; nothing where the file was chosen itself. */
export function awaitedModel(view: View): string[] {
  const { state } = view
  const tune = tuneView(view)
  if (state.answers.model?.kind !== 'catalog' || savedConfig(state) === null || tune.state !== 'ready') return []
  return [
    `The config expects the model at ${tune.value.config.model_path}.`,
    'Put it there, or name another file: llama-pajamas-run --config FILE --model FILE.gguf',
  ]
}
