import type { GraphModel } from '../graph-model.ts'
import type { GraphResult } from '../output.ts'
import { buildFalconH1 } from './falcon-h1.ts'
import { buildGraniteHybrid } from './granite-hybrid.ts'
import { buildMamba2 } from './mamba2.ts'
import { buildNemotronH } from './nemotron-h.ts'

/** Models with recurrent layers, alone or beside attention. */
export const RECURRENT: Readonly<Record<string, (model: GraphModel) => GraphResult>> = {
  'falcon-h1': buildFalconH1,
  granitehybrid: buildGraniteHybrid,
  mamba2: buildMamba2,
  nemotron_h: buildNemotronH,
  nemotron_h_moe: buildNemotronH,
}
