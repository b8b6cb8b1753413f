import deepseek from '../../../profiles/models/deepseek.json' with { type: 'json' }
import gemma from '../../../profiles/models/gemma.json' with { type: 'json' }
import glm from '../../../profiles/models/glm.json' with { type: 'json' }
import gptOss from '../../../profiles/models/gpt-oss.json' with { type: 'json' }
import granite from '../../../profiles/models/granite.json' with { type: 'json' }
import internlm from '../../../profiles/models/internlm.json' with { type: 'json' }
import lfm from '../../../profiles/models/lfm.json' with { type: 'json' }
import ling from '../../../profiles/models/ling.json' with { type: 'json' }
import llama from '../../../profiles/models/llama.json' with { type: 'json' }
import mistral from '../../../profiles/models/mistral.json' with { type: 'json' }
import nemotron from '../../../profiles/models/nemotron.json' with { type: 'json' }
import olmo from '../../../profiles/models/olmo.json' with { type: 'json' }
import phi from '../../../profiles/models/phi.json' with { type: 'json' }
import qwen from '../../../profiles/models/qwen.json' with { type: 'json' }
import smollm from '../../../profiles/models/smollm.json' with { type: 'json' }
import stablelm from '../../../profiles/models/stablelm.json' with { type: 'json' }
import starcoder from '../../../profiles/models/starcoder.json' with { type: 'json' }
import type { CatalogEntry } from './entry.ts'

/** All families. Checked against the schema by a test, not at every start. */
export const ENTRIES: readonly CatalogEntry[] = [
  ...deepseek,
  ...gemma,
  ...glm,
  ...gptOss,
  ...granite,
  ...internlm,
  ...lfm,
  ...ling,
  ...llama,
  ...mistral,
  ...nemotron,
  ...olmo,
  ...phi,
  ...qwen,
  ...smollm,
  ...stablelm,
  ...starcoder,
] as readonly CatalogEntry[]
