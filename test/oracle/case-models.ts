import { join } from 'node:path'
import { catalogModel, listCatalog } from '../../shared/model/catalog/index.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { readGgufFile } from '../../shared/node/read-gguf-file.ts'
import { FIXTURE_IDS, fixtureFacts, type FixtureId, sparseGguf } from '../helpers/sparse-gguf.ts'
import { writeSparseModel } from './model-file.ts'

/** A model to draw cases from: what we know of it, and how its file is made for llama.cpp. */
export type CaseModel = {
  readonly model: string
  readonly precision: string
  readonly facts: ModelFacts
  /** Writes its file into a folder and returns the path. */
  readonly write: (folder: string) => Promise<string>
}

const FIXTURE_PREFIX = 'fixture:'

/** Precisions that stand for the kinds of mix; every catalog model gets one of them in turn. */
const PRECISIONS = ['Q4_K_M', 'Q3_K_M', 'Q6_K', 'Q8_0', 'IQ4_XS', 'F16']

/** The headers among the fixtures, as their makers wrote them, and every catalog model, from its facts. */
export async function caseModels(): Promise<CaseModel[]> {
  const fixtures = await Promise.all(FIXTURE_IDS.map(fixtureModel))
  const catalog = listCatalog().map((entry, i) =>
    catalogCaseModel(entry.id, PRECISIONS[i % PRECISIONS.length] ?? 'F16'),
  )
  return [...fixtures, ...catalog]
}

/** The model that a command names: `fixture:ID`, a GGUF file, or a catalog id. */
export async function caseModel(model: string, precision: string): Promise<CaseModel> {
  const id = FIXTURE_IDS.find((fixture) => model === FIXTURE_PREFIX + fixture)
  if (id !== undefined) return fixtureModel(id)
  if (!model.endsWith('.gguf')) return catalogCaseModel(model, precision)
  return { model, precision, facts: await readGgufFile(model), write: () => Promise.resolve(model) }
}

async function fixtureModel(id: FixtureId): Promise<CaseModel> {
  const facts = await fixtureFacts(id)
  return { model: FIXTURE_PREFIX + id, precision: facts.precision, facts, write: (folder) => sparseGguf(id, folder) }
}

function catalogCaseModel(model: string, precision: string): CaseModel {
  const facts = catalogModel(model, precision)
  const write = async (folder: string) => {
    const path = join(folder, `catalog-${model}.${precision}.gguf`)
    await writeSparseModel(facts, path)
    return path
  }
  return { model, precision, facts, write }
}
