import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { attachModel, FOREIGN_FORMATS, type ForeignFormat, readForeign } from '../../shared/config/formats/index.ts'
import { isModelSet, readModelSet } from '../../shared/config/read-model-set.ts'
import { catalogModel } from '../../shared/model/catalog/catalog.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { forReleases } from '../../shared/policy/engine-pins.ts'
import { clusterTarget } from '../../shared/profile/cluster.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import type { Target } from '../../shared/profile/target.ts'
import { checkConfig } from '../../shared/validate/check-config.ts'
import { checkSet } from '../../shared/validate/check-set.ts'
import { RULES } from '../../shared/validate/rules/index.ts'
import { target, withHparams } from './cases.ts'

const PAGE = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')

type Example = {
  readonly rule: string
  readonly kind: string
  readonly on: string
  readonly model: string
  /** Of another program's file. */
  readonly format: ForeignFormat | undefined
  /** The release that the target is pinned to. */
  readonly engine: string | undefined
  readonly text: string
}

/** Code blocks whose first line says `bad` or `good` after the language, with the section they stand in. */
function examples(): Example[] {
  return PAGE.split(/^### /m).flatMap((section) => {
    const blocks = section.matchAll(/^```(?:json|text|sh|ini) (bad|good)(.*)\n([\s\S]*?)\n```$/gm)
    return [...blocks].map(([, kind = '', info = '', text = '']) => ({
      rule: section.slice(0, 5),
      kind,
      on: /on=(\S+)/.exec(info)?.[1] ?? 'nvidia_rtx_3060',
      format: FOREIGN_FORMATS.find((name) => info.includes(`format=${name}`)),
      engine: /engine=(\S+)/.exec(info)?.[1],
      model: /model=(\S+)/.exec(info)?.[1] ?? 'llama-3.1-8b',
      text,
    }))
  })
}

function factsNamed(id: string): { facts?: ModelFacts } {
  if (id === 'none') return {}
  if (id === 'new_architecture')
    return { facts: { ...catalogModel('llama-3.1-8b', 'Q4_K_M'), architecture: 'newarch' } }
  const head_80 = { 'attention.key_length': 80, 'attention.value_length': 80 }
  return { facts: id === 'head_80' ? withHparams(head_80) : catalogModel(id, 'Q4_K_M') }
}

function targetNamed(id: string): Target {
  if (id.includes('+')) return clusterTarget(id.split('+').map((one) => ({ target: targetNamed(one) })))
  return id === 'silent_gpu' ? target({ id, vram: [null] }) : targetFromProfile(findProfile(id))
}

describe('docs/rules.md', () => {
  test.each(examples())('$rule $kind', ({ rule, kind, on, model, format, engine, text }) => {
    const facts = factsNamed(model)
    if (isModelSet(text)) {
      const set = readModelSet(text)
      const on_target = targetNamed(on)
      const reports = set.members.map(({ read: one }) =>
        checkConfig({ text, file: 'example', targets: [on_target], read: one, ...facts }),
      )
      const together = checkSet('example', set, reports, [on_target])
      expect([...reports, together].flatMap((report) => report?.findings.map((one) => one.rule))).toEqual(
        kind === 'bad' ? [rule] : [],
      )
      return
    }
    const read = format && readForeign(format, text).configs[0]
    const report = checkConfig({
      text,
      file: 'example',
      targets: [targetNamed(on)],
      ...facts,
      ...(read && { read: facts.facts ? attachModel(read, facts.facts) : read }),
    })
    const pins = new Map(engine === undefined ? [] : [[on, engine]])
    const findings = forReleases(report.findings, read?.options ?? [], 'example', [on], pins)
    expect(findings.map((finding) => finding.rule)).toEqual(kind === 'bad' ? [rule] : [])
  })

  test('every rule has a section with its own words, a bad and a good example', () => {
    const kinds = examples().map(({ rule, kind }) => `${rule} ${kind}`)
    expect(kinds).toEqual(RULES.flatMap(({ id }) => [`${id} bad`, `${id} good`]))
    for (const { id, title, severity, why, remedy } of RULES) {
      expect(PAGE).toContain(`### ${id}\n\n**${title}** (${severity}). ${why}\n\n${remedy}\n`)
    }
  })
})
