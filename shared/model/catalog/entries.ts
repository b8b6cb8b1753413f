import llama from '../../../profiles/models/llama.json' with { type: 'json' }
import qwen from '../../../profiles/models/qwen.json' with { type: 'json' }
import type { CatalogEntry } from './entry.ts'

// Checked against the schema by a test, not at every start.
export const ENTRIES = [...llama, ...qwen] as readonly CatalogEntry[]
