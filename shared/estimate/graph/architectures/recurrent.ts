import type { GraphModel } from '../graph-model.ts'
import type { GraphResult } from '../output.ts'
import { buildFalconH1 } from './falcon-h1.ts'
import { buildGraniteHybrid } from './granite-hybrid.ts'
import { buildKimiLinear } from './kimi-linear.ts'
import { buildLfm2 } from './lfm2.ts'
import { buildMamba2 } from './mamba2.ts'
import { buildNemotronH } from './nemotron-h.ts'
import { buildQwenHybrid } from './qwen-hybrid.ts'

/** Models with recurrent layers, alone or beside attention. */
export const RECURRENT: Readonly<Record<string, (model: GraphModel) => GraphResult>> = {
  'falcon-h1': buildFalconH1,
  granitehybrid: buildGraniteHybrid,
  'kimi-linear': buildKimiLinear,
  lfm2: buildLfm2,
  lfm2moe: buildLfm2,
  mamba2: buildMamba2,
  nemotron_h: buildNemotronH,
  nemotron_h_moe: buildNemotronH,
  qwen35: buildQwenHybrid,
  qwen35moe: buildQwenHybrid,
  qwen3next: buildQwenHybrid,
}
