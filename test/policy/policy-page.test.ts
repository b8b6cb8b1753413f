import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PolicySchema } from '../../shared/policy/policy.ts'
import { POLICY_RULES } from '../../shared/policy/policy-rules.ts'
import { readPolicy } from '../../shared/policy/read-policy.ts'

const page = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8')

test('the example is a policy with every key', () => {
  const [, text = ''] = /```yaml policy\n([\s\S]*?)```/.exec(page) ?? []
  const { policy, problems } = readPolicy(text, 'docs/policy.md')
  expect(problems).toEqual([])
  expect(Object.keys(policy ?? {}).sort()).toEqual(
    Object.keys(PolicySchema.shape)
      .filter((key) => key !== '$schema')
      .sort(),
  )
})

test.each(POLICY_RULES.map((rule) => [rule.id, rule] as const))(
  '%s is described as it describes itself',
  (id, rule) => {
    const text = page
      .slice(page.indexOf(`### ${id}\n`))
      .split(/\n##/)[0]
      ?.replaceAll('\n', ' ')
    expect(text).toContain(`**${rule.title}** (${rule.severity}). ${rule.why.split(': it is')[0]?.replace(/\.$/, '')}`)
  },
)
