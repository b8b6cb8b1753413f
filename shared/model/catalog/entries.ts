import bge from '../../../profiles/models/bge.json' with { type: 'json' }
import cohere from '../../../profiles/models/cohere.json' with { type: 'json' }
import deepseek from '../../../profiles/models/deepseek.json' with { type: 'json' }
import exaone from '../../../profiles/models/exaone.json' with { type: 'json' }
import falcon from '../../../profiles/models/falcon.json' with { type: 'json' }
import gemma from '../../../profiles/models/gemma.json' with { type: 'json' }
import glm from '../../../profiles/models/glm.json' with { type: 'json' }
import gptOss from '../../../profiles/models/gpt-oss.json' with { type: 'json' }
import granite from '../../../profiles/models/granite.json' with { type: 'json' }
import hunyuan from '../../../profiles/models/hunyuan.json' with { type: 'json' }
import internlm from '../../../profiles/models/internlm.json' with { type: 'json' }
import kimi from '../../../profiles/models/kimi.json' with { type: 'json' }
import lfm from '../../../profiles/models/lfm.json' with { type: 'json' }
import ling from '../../../profiles/models/ling.json' with { type: 'json' }
import llama from '../../../profiles/models/llama.json' with { type: 'json' }
import mamba from '../../../profiles/models/mamba.json' with { type: 'json' }
import mimo from '../../../profiles/models/mimo.json' with { type: 'json' }
import mistral from '../../../profiles/models/mistral.json' with { type: 'json' }
import nemotron from '../../../profiles/models/nemotron.json' with { type: 'json' }
import nomic from '../../../profiles/models/nomic.json' with { type: 'json' }
import olmo from '../../../profiles/models/olmo.json' with { type: 'json' }
import phi from '../../../profiles/models/phi.json' with { type: 'json' }
import qwen from '../../../profiles/models/qwen.json' with { type: 'json' }
import smollm from '../../../profiles/models/smollm.json' with { type: 'json' }
import stablelm from '../../../profiles/models/stablelm.json' with { type: 'json' }
import starcoder from '../../../profiles/models/starcoder.json' with { type: 'json' }
import step from '../../../profiles/models/step.json' with { type: 'json' }
import type { CatalogEntry } from './entry.ts'

/** All families. Checked against the schema by a test, not at every start. */
export const ENTRIES: readonly CatalogEntry[] = [
  ...bge,
  ...cohere,
  ...deepseek,
  ...exaone,
  ...falcon,
  ...gemma,
  ...glm,
  ...gptOss,
  ...granite,
  ...hunyuan,
  ...internlm,
  ...kimi,
  ...lfm,
  ...ling,
  ...llama,
  ...mamba,
  ...mimo,
  ...mistral,
  ...nemotron,
  ...nomic,
  ...olmo,
  ...phi,
  ...qwen,
  ...smollm,
  ...stablelm,
  ...starcoder,
  ...step,
] as readonly CatalogEntry[]
