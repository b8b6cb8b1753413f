import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogModel, listCatalog, PRECISIONS } from '../../shared/model/catalog/index.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { engineMissing } from './engine-missing.ts'
import { writeSparseModel } from './model-file.ts'
import { factTypes, quantizerTypes } from './quantize-types.ts'

/** What the converter writes; the quantiser starts from it. */
const SOURCES = ['F16', 'BF16', 'F32']

describe.skipIf(engineMissing('llama-quantize'))('llama-quantize', () => {
  test.each(listCatalog().map(({ id }) => id))('gives %s the types that its catalog facts have', async (id) => {
    const path = join(await tempFolder(), 'model.gguf')
    await writeSparseModel(catalogModel(id, 'F16'), path)
    const differences: string[] = []
    let compared = 0
    for (const { name } of PRECISIONS.filter((precision) => !SOURCES.includes(precision.name))) {
      // One after the other: each takes a core of two.
      // oxlint-disable-next-line no-await-in-loop
      const theirs = await quantizerTypes(path, name)
      const ours = factTypes(catalogModel(id, name))
      expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort())
      compared += ours.size
      for (const [tensor, type] of ours) {
        if (theirs.get(tensor) !== type)
          differences.push(`${name} ${tensor}: ${type}, llama-quantize ${theirs.get(tensor)}`)
      }
    }
    expect(differences).toEqual([])
    expect(compared).toBeGreaterThan(1000)
  })
})
