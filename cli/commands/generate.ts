import { existsSync } from 'node:fs'
import { CACHE_TYPES } from '../../shared/config/settings.ts'
import { EXIT } from '../../shared/errors.ts'
import { budgetLines } from '../../shared/estimate/budget.ts'
import type { Intent } from '../../shared/plan/intent.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import type { ModelChoice } from '../../shared/plan/model-choice.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import { defineCommand } from '../command.ts'
import { oneOf } from '../inputs/choice.ts'
import { INTENT_FLAGS, intentFrom } from '../inputs/intent.ts'
import { loadModel, MODEL_FLAGS } from '../inputs/model.ts'
import { OUTPUT_FLAGS, outputFile, writeOutput } from '../inputs/output.ts'
import { loadTarget, seeMachine } from '../inputs/target.ts'
import { templateFor } from '../inputs/template.ts'
import { noWords } from '../inputs/verb.ts'
import { outJson, outLines, type Io } from '../io.ts'
import { planData, planLines } from '../present/plan-lines.ts'
import { modelPathNote, promptCacheNote } from '../present/plan-notes.ts'
import { planHere } from '../tuning/plan-here.ts'

export const generateCommand = defineCommand({
  name: 'lp-tui generate',
  summary: 'Plans the best runtime config for a machine and a model, and says why every value is what it is.',
  usage: [
    '[--hardware auto|ID|SNAPSHOT] (--model FILE|ID | --model-size 8B) [--use-case ...] [--precision ...]',
    '    [--context N] [--cache-type TYPE] [--parallel N] [--program ...] [--profiles FILE]',
    '    [--output FILE [--force]] [--json]',
    '--set models.yml [--hardware ...] [--output FILE [--force]] [--json]',
  ],
  flags: {
    hardware: { type: 'string', value: 'NAME', help: 'auto (this machine), a profile id or a snapshot file' },
    ...MODEL_FLAGS,
    ...INTENT_FLAGS,
    'cache-type': { type: 'string', value: 'TYPE', help: 'of the KV cache: f16, q8_0, ...; chosen when absent' },
    set: { type: 'string', value: 'FILE', help: 'a list of models (models.yml): one plan in which they fit together' },
    profiles: { type: 'string', value: 'FILE', help: 'recommended settings to start from (lp-tui profiles export)' },
    json: { type: 'boolean', help: 'the whole plan as JSON on stdout: config, reasons, memory, speed' },
    ...OUTPUT_FLAGS,
    output: { type: 'string', value: 'FILE', help: 'write the config to this file' },
  },
  details: [
    'Without --output the config goes to stdout and the reasons to stderr. A wish that does not fit is',
    'stepped down, and every step is listed.',
  ],
  examples: [
    'lp-tui generate --hardware auto --model ./model.gguf --output runtime_config.json',
    'lp-tui generate --hardware nvidia_rtx_4090 --model-size 8B --use-case long_context',
    'lp-tui generate --hardware nvidia_rtx_4090 --set models.yml --output set.json',
  ],
  async run(io, { values, positionals }) {
    noWords(positionals, 'model')
    if (values.set !== undefined) {
      const { generateSet } = await import('../set/generate-set.ts')
      return generateSet(io, values.set, values)
    }
    const intent = { ...intentFrom(values), ...cacheType(values['cache-type']) }
    const model = await loadModel(values)
    const plan = withNotes(await planFor(io, values, model, intent))
    const text = `${JSON.stringify(plan.config, null, 2)}\n`
    const lines = planLines(plan)

    const inputs = [values.model, values.hardware, values.profiles]
    const output = outputFile(values.output)
    if (output !== undefined) await writeOutput(io, output, text, values.force, inputs)
    if (values.json) outJson(io, planData(plan))
    else if (output === undefined) {
      io.out(text)
      for (const line of lines) io.note(line)
    } else outLines(io, lines)
    return EXIT.ok
  },
})

/** This machine's plan counts what was measured on it; any other target is planned from its profile alone. */
async function planFor(
  io: Io,
  { hardware = 'auto', profiles }: { readonly hardware?: string; readonly profiles?: string },
  model: ModelChoice,
  intent: Intent,
): Promise<Plan> {
  if (hardware !== 'auto') {
    const target = await loadTarget(hardware)
    return makePlan({ target, model, intent: { ...intent, ...(await templateFor(profiles, target, model)) } })
  }
  const snapshot = await seeMachine()
  const template = await templateFor(profiles, targetFromSnapshot(snapshot), model)
  return planHere(io, { snapshot, model, intent: { ...intent, ...template } })
}

function cacheType(text: string | undefined): Pick<Intent, 'pins'> {
  return text === undefined ? {} : { pins: { cache_type: oneOf('cache-type', text, CACHE_TYPES) } }
}

/** What a reader of the plan would trip over: the model is not there yet, the server takes more RAM with time. */
function withNotes(plan: Plan): Plan {
  const { config, memory, target } = plan
  const host = budgetLines(memory, target).at(-1)
  const cache = host === undefined ? null : promptCacheNote(host, memory.program, config.metadata?.cache_ram_mib)
  const expected = config.model?.source === 'catalog' && !existsSync(config.model_path)
  const notes = [...(cache === null ? [] : [cache]), ...(expected ? [modelPathNote(config.model_path)] : [])]
  return { ...plan, notes: [...plan.notes, ...notes] }
}
