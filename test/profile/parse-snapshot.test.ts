import { describe, expect, it } from 'vitest'
import { parseSnapshot } from '../../shared/profile/parse-snapshot.ts'
import { userErrorOf } from '../helpers/thrown.ts'
import { gpu, snapshot } from './snapshots.ts'

const good = snapshot({ gpus: [gpu()] })

describe('parseSnapshot', () => {
  it('reads what it wrote, with or without a byte order mark', () => {
    expect(parseSnapshot(JSON.stringify(good), 'hw.json')).toEqual(good)
    expect(parseSnapshot(`\uFEFF${JSON.stringify(good, null, 2)}`, 'hw.json')).toEqual(good)
  })

  it.each([
    ['hw.json is not valid JSON', ''],
    ['hw.json is not valid JSON', '{"kind": '],
    ['holds no JSON object', '[]'],
    ['holds no JSON object', 'null'],
    ['it has no "kind"', '{}'],
    ['its kind is "plan"', '{"kind":"plan"}'],
    ['it is a runtime config', '{"backend":"cuda","settings":{}}'],
    ['no schema_version', '{"kind":"hardware_snapshot"}'],
    ['schema_version 2; this program reads version 1', '{"kind":"hardware_snapshot","schema_version":2}'],
    ['damaged hardware snapshot: ram_gb: ', JSON.stringify({ ...good, ram_gb: -1 })],
    ['gpus[1].vram_bytes: ', JSON.stringify({ ...good, gpus: [gpu(), { ...gpu(), vram_bytes: 0.5 }] })],
    ['surprise', JSON.stringify({ ...good, surprise: 1 })],
    ['too large', `{"a":"${'x'.repeat(4_000_000)}"}`],
  ])('refuses with: %s', async (part, text) => {
    const error = await userErrorOf(() => parseSnapshot(text, 'hw.json'))
    expect(error).toMatchObject({ kind: 'input' })
    expect(error.message).toContain(part)
    expect(error.message.length).toBeLessThan(400)
  })
})
