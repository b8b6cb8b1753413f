import type { Fix } from '../shared/finding.ts'
import { findCatalogEntry } from '../shared/model/catalog/catalog.ts'
import { choiceFromCatalog, choiceFromFacts } from '../shared/plan/choose-model.ts'
import { makePlan } from '../shared/plan/make-plan.ts'
import type { ModelChoice } from '../shared/plan/model-choice.ts'
import type { Plan } from '../shared/plan/plan.ts'
import { inspectConfig } from '../shared/validate/check-config.ts'
import type { FileModel, FixRequest, ModelRef, PlanRequest } from './tui/services.ts'
import type { Question } from './wizard-questions.ts'

/** @throws UserError when nothing fits, or the request names what is not there */
export function answer(question: Question): Plan | Fix | null {
  return question.ask === 'plan' ? planned(question.request) : fixOf(question.request)
}

export function planned({ target, model, intent }: PlanRequest): Plan {
  return makePlan({ target, model: choiceOf(model), intent })
}

/** The rechecked fix of the first finding of this rule and key. */
export function fixOf({ config, target, rule, path }: FixRequest): Fix | null {
  const { report, fixFor } = inspectConfig({
    text: JSON.stringify(config),
    file: 'runtime_config.json',
    targets: [target],
  })
  const finding = report.findings.find((one) => one.rule === rule && one.path.join(' ') === path.join(' '))
  return finding === undefined ? null : fixFor(finding)
}

function choiceOf(model: ModelRef): ModelChoice {
  if (model.kind === 'file') return choiceFromFile(model)
  return choiceFromCatalog(findCatalogEntry(model.id), model.note)
}

function choiceFromFile({ facts, path, note }: FileModel): ModelChoice {
  return { ...choiceFromFacts(facts, path), ...(note !== undefined && { note }) }
}
