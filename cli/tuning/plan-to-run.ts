import { UserError } from '../../shared/errors.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Io } from '../io.ts'
import { verdictLine } from '../present/tune-lines.ts'
import { noScreenReason } from '../terminal.ts'
import { askOffer } from './ask-offer.ts'
import { offerDeclined, declineOffer } from './offer-memory.ts'
import { planHere, type PlanHere } from './plan-here.ts'
import { tuneHere } from './tune-here.ts'
import { openView } from './view.ts'

const OFFER_BUDGET_S = 60

/**
 * The plan that `--auto-configure` runs. The first time on a terminal it offers a minute of measuring, whose winner is
 * used at once; a no is remembered.
 */
export async function planToRun(io: Io, request: PlanHere & { readonly dry_run: boolean }): Promise<Plan> {
  const plan = await planHere(io, request)
  const measured = plan.throughput.tg?.basis === 'measured here'
  const { model: facts, model_path } = plan.config
  const several = (request.intent.n_parallel ?? 1) > 1
  if (request.dry_run || measured || several || facts === undefined || noScreenReason(io) !== null) return plan
  if (await offerDeclined(io)) return plan
  if (!(await askOffer(io))) {
    await declineOffer(io)
    return plan
  }

  const stop = new AbortController()
  const view = await openView(io, `Measuring ${facts.name} ${facts.precision} for a minute`)
  const giveBack = io.takeSignals(() => stop.abort())
  try {
    const { stored } = await tuneHere({
      io,
      model: model_path,
      facts,
      snapshot: request.snapshot,
      intent: request.intent,
      plan,
      engine: request.engine,
      budget_s: OFFER_BUDGET_S,
      cache_types: false,
      stop: stop.signal,
      onProgress: view.show,
    })
    view.close()
    io.note(verdictLine(stored))
    return await planHere(io, request)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    io.note(`not measured: ${error.message}`)
    return plan
  } finally {
    view.close()
    giveBack()
  }
}
