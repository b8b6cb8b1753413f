import { expect, test } from 'vitest'
import { fileBytes } from '../../cli/tui/wizard/file-bytes.ts'
import { FIXTURE_IDS, fixtureFacts, fixtureHeader, fixtureSize } from '../helpers/sparse-gguf.ts'

test.each(FIXTURE_IDS)('%s is as large as its file, less the header', async (id) => {
  const bytes = fileBytes(await fixtureFacts(id))
  expect(bytes).toBeLessThanOrEqual(fixtureSize(id))
  // What is not weights: the header, and the padding between tensors.
  expect(fixtureSize(id) - bytes).toBeLessThan(fixtureHeader(id).length + 64 * 1024)
})
