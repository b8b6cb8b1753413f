import { EXIT, UserError } from '../../shared/errors.ts'
import { choiceFromFacts } from '../../shared/plan/choose-model.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import { OBJECTIVES } from '../../shared/tune/objective.ts'
import type { StoredResult } from '../../shared/tune/stored-result.ts'
import { readGgufFile } from '../../shared/node/read-gguf-file.ts'
import { defineCommand } from '../command.ts'
import { oneOf } from '../inputs/choice.ts'
import { durationSeconds } from '../inputs/duration.ts'
import { INTENT_FLAGS, intentFrom } from '../inputs/intent.ts'
import { refuseRemote } from '../inputs/model.ts'
import { OUTPUT_FLAGS } from '../inputs/output.ts'
import { seeMachine } from '../inputs/target.ts'
import { outJson, outLines } from '../io.ts'
import { tuneLines } from '../present/tune-lines.ts'
import { storeVerb } from '../tuning/store-verbs.ts'
import { tuneHere } from '../tuning/tune-here.ts'
import { openView } from '../tuning/view.ts'

const { 'use-case': use_case, context, parallel } = INTENT_FLAGS

/** A shorter one proves nothing, a longer one is no budget. */
const BUDGET_S = { least: 10, most: 24 * 3600, usual: '5m' }

export const tuneCommand = defineCommand({
  name: 'lp-tui tune',
  summary:
    'Finds the fastest settings for a model on this machine by running llama.cpp, and keeps them for later plans.',
  usage: [
    '--model FILE [--budget 5m] [--use-case ...] [--objective ...] [--context N] [--parallel N]',
    '    [--allow-cache-types] [--engine PATH] [--json]',
    '[list | show ID | forget ID | export [ID...]] [--output FILE [--force]] [--json]',
  ],
  flags: {
    model: { type: 'string', value: 'FILE', help: 'the GGUF file' },
    budget: { type: 'string', value: 'TIME', help: `how long it may take: 90s, 5m; ${BUDGET_S.usual} when absent` },
    'use-case': use_case,
    objective: {
      type: 'string',
      value: OBJECTIVES.join('|'),
      help: 'what must be fast; follows from the use case and --parallel when absent',
    },
    context: { ...context, help: 'context that every candidate must leave room for; planned when absent' },
    parallel: { ...parallel, help: 'users at once: more than one is measured with llama-server' },
    'allow-cache-types': {
      type: 'boolean',
      help: 'also try q8_0 and q4_0 for the KV cache, which lose a little quality',
    },
    engine: {
      type: 'string',
      value: 'PATH',
      help: 'llama-bench, llama-server or their folder; else LP_LLAMA_BENCH, LP_LLAMA_SERVER, PATH',
    },
    json: { type: 'boolean', help: 'the result as JSON on stdout' },
    ...OUTPUT_FLAGS,
    output: { type: 'string', value: 'FILE', help: 'with export: write to this file' },
  },
  details: [
    'Nothing is started that does not fit the memory that is free. Ctrl+C keeps what was learned (exit code 130).',
    'A gain is one that is outside the noise of this machine: else the defaults are kept.',
  ],
  examples: [
    'lp-tui tune --model ./model.gguf --budget 5m',
    'lp-tui tune --model ./model.gguf --parallel 4 --engine ~/llama.cpp/build/bin',
    'lp-tui tune list',
  ],
  async run(io, { values, positionals }) {
    if (positionals.length > 0) return storeVerb(io, positionals, values)
    const budget_s = durationSeconds('budget', values.budget ?? BUDGET_S.usual, BUDGET_S.least, BUDGET_S.most)
    const objective = values.objective === undefined ? undefined : oneOf('objective', values.objective, OBJECTIVES)
    const intent = intentFrom(values)
    if (objective === 'users' && (intent.n_parallel ?? 1) < 2) {
      throw new UserError('usage', '--objective users needs --parallel N with at least two users')
    }
    const { model } = values
    if (model === undefined || model === '') throw new UserError('usage', 'which model? --model FILE.gguf')
    refuseRemote(model)
    const facts = await readGgufFile(model)
    const snapshot = await seeMachine()
    const plan = makePlan({ target: targetFromSnapshot(snapshot), model: choiceFromFacts(facts, model), intent })

    const stop = new AbortController()
    const view = await openView(
      io,
      `Tuning ${facts.name} ${facts.precision} on ${plan.target.display_name}`,
      values.json,
    )
    const giveBack = io.takeSignals(() => {
      view.stopping()
      stop.abort()
    })
    let found
    try {
      found = await tuneHere({
        io,
        model,
        facts,
        snapshot,
        intent,
        plan,
        objective,
        engine: values.engine,
        budget_s,
        cache_types: values['allow-cache-types'] === true,
        stop: stop.signal,
        onProgress: view.show,
      })
    } finally {
      view.close()
      giveBack()
    }
    const { stored, file } = found
    if (values.json) outJson(io, stored)
    else outLines(io, tuneLines(stored))
    io.note(keptLine(stored, file))
    return stored.interrupted ? EXIT.cancelled : EXIT.ok
  },
})

/** Where the result is; plans take only what is proved. */
function keptLine(stored: StoredResult, file: string | null): string {
  if (file === null) return 'nothing new is kept'
  return stored.outcome === 'unproved'
    ? `kept, but nothing is proved, so no plan uses it: ${file}`
    : `kept for later plans: ${file}`
}
