import { count } from '../../count.ts'
import type { ModelFacts } from '../../model/facts.ts'
import { profileNamed } from '../../profile/find-profile.ts'
import type { Target } from '../../profile/target.ts'
import { layerDevices } from '../layer-device.ts'
import type { Speed, ThroughputEstimate } from '../throughput-estimate.ts'
import { type Constants, CONSTANTS } from './constants.ts'
import { type Correction, correctionFor, type EvidenceTest } from './evidence.ts'
import { linkSeconds } from './link-time.ts'
import { modelWork } from './model-work.ts'
import { movedWork } from './moved-work.ts'
import { placeWork } from './place-work.ts'
import { holding, rangeOver } from './spread.ts'
import { resolveThroughput, type ThroughputSettings } from './throughput-settings.ts'
import { decodeTime, promptTime, type Situation, type Timed } from './whole-time.ts'

/**
 * Decode and prompt speed of one stream in tokens per second, each with the range that holds nine of ten measured
 * rows and with what it rests on. Null where nothing supports a number: an unknown bandwidth, a backend without rows.
 * A model that reads a text as a whole (BERT and its like) gives vectors and decodes nothing: no decode speed.
 * docs/speed.md has the rule and how well it does.
 * @throws UserError for facts that no model can have
 */
export function estimateThroughput(
  facts: ModelFacts,
  asked: ThroughputSettings,
  target: Target,
  constants: Constants = CONSTANTS,
): ThroughputEstimate {
  const model = modelWork(facts)
  const settings = resolveThroughput(asked, model.hparams, target)
  const onDevices = settings.backend !== 'cpu' && settings.n_gpu_layers > 0
  const devices = onDevices ? target.devices.length : 0
  const where = layerDevices(model.hparams, settings, { devices })
  // A micro-batch is never longer than a batch, a batch never longer than the context.
  const tokens = Math.max(1, Math.min(settings.n_ubatch, settings.n_batch, settings.n_ctx))
  const work = placeWork(model, where, settings, tokens, movedWork(facts, settings, devices))
  const row = target.profile_id === null ? undefined : profileNamed(target.profile_id)?.row
  const generation = row?.generation ?? null
  const full_rate = row?.fp16_full_rate === true
  const situation: Situation = { target, generation, full_rate, settings, format: model.format, constants }
  // Rows are of whole models in one place: they say nothing of a split one, nor a GPU's of a model that it holds nothing of.
  const whole = work.size === 1 && (settings.backend === 'cpu' || !work.has('host'))
  const correction = (test: EvidenceTest): Correction | null =>
    row === undefined || !whole || target.devices.length > 1
      ? null
      : correctionFor(row.measured_as ?? row.id, settings.backend, test, facts)
  const linked = (timed: Timed | null, n_tokens: number): Timed | null =>
    timed && { ...timed, seconds: timed.seconds + linkSeconds(work.keys(), target, model.hparams.n_embd, n_tokens) }
  return {
    tg: model.hparams.causal ? speedOf(linked(decodeTime(work, situation), 1), 1, correction('tg128')) : null,
    pp: speedOf(linked(promptTime(work, tokens, situation), tokens), tokens, correction('pp512')),
  }
}

function speedOf(timed: Timed | null, tokens: number, correction: Correction | null): Speed | null {
  if (timed === null) return null
  const speed = (tokens / timed.seconds) * (correction?.factor ?? 1)
  const range = holding(rangeOver(timed, correction?.knowledge ?? 'model'), correction?.seen ?? null)
  return {
    tokens_per_s: speed,
    low: speed * range.low,
    high: speed * range.high,
    basis: correction?.same === true ? 'measured on the same hardware' : 'model',
    source: correction === null ? sourceOf(timed) : `${correction.source}; ${sourceOf(timed)}`,
  }
}

/** `cuda/ada: 12 measurements of 7 devices`, the part with most of the time first. */
function sourceOf({ parts }: Timed): string {
  const ordered = [...parts].sort((a, b) => b.share - a.share)
  return [
    ...new Set(
      ordered.map(({ found: { constants, name, own } }) => {
        const wider = own ? '' : ', none of them of this kind'
        return `${name}: ${count(constants.rows, 'measurement')} of ${count(constants.devices, 'device')}${wider}`
      }),
    ),
  ].join('; ')
}
