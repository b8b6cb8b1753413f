import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anonymous, anonymousValue } from '../../shared/report/anonymous.ts'

const WHO = { user: 'jane.doe', host: 'janes-box.corp.example', home: '/home/jane.doe' }
const clean = (text: string) => anonymous(text, WHO)

describe('what tells whose machine it is goes', () => {
  it.each([
    ['/home/jane.doe/models/x.gguf', '<home>/models/x.gguf'],
    ['/home/other/x and /Users/Other/y', '<home>/x and <home>/y'],
    [String.raw`C:\Users\Jane Doe\llama-server.exe`, String.raw`<home>\llama-server.exe`],
    [String.raw`"C:\\Users\\jane\\x"`, String.raw`"<home>\\x"`],
    ['Linux version 6.1 (jane.doe@janes-box.corp.example) #1', 'Linux version 6.1 (<mail>) #1'],
    ['host janes-box said JANES-BOX.corp.example', 'host <host> said <host>'],
    ['owner=Jane.Doe, ok', 'owner=<user>, ok'],
    ['GPU 0: NVIDIA X (UUID: GPU-3a70b6e5-238e-0ff4-aaaa-0123456789ab)', 'GPU 0: NVIDIA X (UUID: <removed>)'],
    ['MIG 1g (GPU-3a70b6e5-238e-0ff4-aaaa-0123456789ab)', 'MIG 1g (<uuid>)'],
    ['eth0 9c:5c:8e:01:02:AF up', 'eth0 <mac> up'],
    ['eth0 9C-5C-8E-01-02-AF up', 'eth0 <mac> up'],
    ['Unique ID: 0x5c88007d760374f3', 'Unique ID: <removed>'],
    ['"unique_id": "x1", "Serial Number": "PC1234"', '"unique_id": <removed>, "Serial Number": <removed>'],
    ['Serial Number (system): C02ABC', 'Serial Number (system): C02ABC'.replace('C02ABC', '<removed>')],
    ['rpc 10.0.0.7:50052 and fe80:0:0:0:1:2:3:4', 'rpc <ip>:50052 and <ip>'],
    ['id 5c88007d760374f3', 'id <number>'],
  ])('%s', (text, expected) => expect(clean(text)).toBe(expected))
})

it.each([
  'NVIDIA GeForce RTX 4090, driver 560.35.03, CUDA 12.6',
  'driver version 31.0.15.28 of 0000:01:00.0 (10de:2684)',
  'AMD EPYC 9654, 515628 MiB, cpu@52.875C, 18:45:31, 2026-11-28, gfx1100',
  'sse3 ssse3 avx512_vnni amx_int8 0-63,128-191',
])('what a defect needs stays: %s', (text) => expect(clean(text)).toBe(text))

it('a user who is called like hardware keeps the hardware in the report', () => {
  expect(anonymous('AMD root hub', { user: 'root', host: 'amd', home: '/root' })).toBe('AMD root hub')
})

it('finds it in whatever a probe says', () => {
  const secret = fc.constantFrom('jane.doe', 'janes-box', '9c:5c:8e:01:02:af', '3a70b6e5-238e-0ff4-aaaa-0123456789ab')
  const noise = fc.string({ unit: fc.constantFrom(' ', '\t', '=', '|', ',', ';', '\u001B[4m', '"', '(', ')', '\n') })
  fc.assert(
    fc.property(fc.array(fc.tuple(noise, secret), { maxLength: 8 }), (parts) => {
      const said = parts.map(([before, word]) => ` ${before} ${word} `).join('')
      const { probes } = anonymousValue({ probes: [{ said, ms: 3 }] }, WHO)
      expect(probes[0]?.said).not.toMatch(/jane|9c:5c|3a70b6e5/i)
    }),
  )
})
