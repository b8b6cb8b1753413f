import type { ModelFacts } from '../../model/facts.ts'
import { profileNamed } from '../../profile/find-profile.ts'
import type { Target } from '../../profile/target.ts'
import { layerDevices } from '../layer-device.ts'
import type { Speed, ThroughputEstimate } from '../throughput-estimate.ts'
import { type Constants, CONSTANTS } from './constants.ts'
import { modelWork } from './model-work.ts'
import { placeWork } from './place-work.ts'
import { halfWidth } from './spread.ts'
import { resolveThroughput, type ThroughputSettings } from './throughput-settings.ts'
import { decodeTime, promptTime, type Situation, type Timed } from './whole-time.ts'

/**
 * Decode and prompt speed of one stream in tokens per second, each with the range that holds nine of ten measured
 * rows and with what it rests on. Null where nothing supports a number: an unknown bandwidth, a backend without rows.
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
  const where = layerDevices(model.hparams, settings, { devices: onDevices ? target.devices.length : 0 })
  // A micro-batch is never longer than a batch, a batch never longer than the context.
  const tokens = Math.max(1, Math.min(settings.n_ubatch, settings.n_batch, settings.n_ctx))
  const work = placeWork(model, where, settings, tokens)
  const generation = target.profile_id === null ? null : (profileNamed(target.profile_id)?.row.generation ?? null)
  const situation: Situation = { target, generation, settings, format: model.format, constants }
  return {
    tg: speedOf(decodeTime(work, situation), 1),
    pp: speedOf(promptTime(work, tokens, situation), tokens),
  }
}

function speedOf(timed: Timed | null, tokens: number): Speed | null {
  if (timed === null) return null
  const speed = tokens / timed.seconds
  const width = Math.exp(halfWidth(timed))
  return { tokens_per_s: speed, low: speed / width, high: speed * width, basis: 'model', source: sourceOf(timed) }
}

/** `cuda/ada: 12 rows of 7 devices`, the part with most of the time first. */
function sourceOf({ parts }: Timed): string {
  const ordered = [...parts].sort((a, b) => b.share - a.share)
  return [
    ...new Set(
      ordered.map(({ found: { constants, name, own } }) => {
        const wider = own ? '' : ', a wider class: this kind has no rows of its own'
        return `${name}: ${constants.rows} rows of ${constants.devices} devices${wider}`
      }),
    ),
  ].join('; ')
}
