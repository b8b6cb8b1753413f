// The tables of docs/speed.md and docs/accuracy.md, written between their marks.
import { readFileSync, writeFileSync } from 'node:fs'
import { errorsOf, oneVote, quantile, withRule } from './throughput-report.mjs'

const percent = (share) => `${(share * 100).toFixed(1)} %`
const off = ({ row, estimate }) => Math.abs(Math.log(row.tokens_per_s / estimate))
const gpu = ({ row }) => !row.cpu
const cpu = ({ row }) => row.cpu

const HEAD = [
  'rows',
  'devices',
  'median error',
  '90th percentile',
  'measured / estimate, 10th to 90th',
  'inside the range',
]

function line(title, pairs, halfWidth) {
  const { n, median, p90 } = errorsOf(pairs)
  const ratios = pairs.map(({ row, estimate }) => row.tokens_per_s / estimate)
  const inside = halfWidth && pairs.filter((pair) => off(pair) <= halfWidth(pair)).length / n
  const cells = [
    title,
    n,
    new Set(pairs.map(({ row }) => row.hardware)).size,
    percent(median),
    percent(p90),
    `${quantile(ratios, 0.1).toFixed(2)} to ${quantile(ratios, 0.9).toFixed(2)}`,
    halfWidth ? percent(inside) : '',
  ]
  return `| ${cells.join(' | ')} |`
}

const table = (first, lines) =>
  [`| ${[first, ...HEAD].join(' | ')} |`, `| --- |${HEAD.map(() => ' ---: |').join('')}`, ...lines].join('\n')

/** One quantity's errors: whole devices left out, then a third of the rows. */
function summary(name, { without, byDevice }, halfWidth) {
  const some = (title, pairs) => (pairs.length === 0 ? [] : [line(title, pairs, halfWidth)])
  return table(name, [
    ...some('**whole device left out**', without),
    ...some('graphics cards', without.filter(gpu)),
    ...some('processors', without.filter(cpu)),
    ...some('one vote a device', oneVote(without)),
    ...some('a third of the rows left out, with what the device has left', byDevice),
    ...some(
      'the same model and format was measured',
      byDevice.filter((pair) => pair.basis === 'same'),
    ),
    ...some(
      'another model was',
      byDevice.filter((pair) => pair.basis === 'similar'),
    ),
    ...some(
      'nothing of the device was',
      byDevice.filter((pair) => pair.basis === 'model'),
    ),
    ...(name === 'Decode' ? [line('the rule: 0.55 x bandwidth / size', withRule(without))] : []),
  ])
}

function widths(pairs, halfWidth) {
  const narrow = Math.log(1.6) / 2 + 1e-9
  return [true, false].map((known) => {
    const some = pairs.filter((pair) => halfWidth(pair) <= narrow === known)
    const inside = some.filter((pair) => off(pair) <= halfWidth(pair)).length / some.length
    return `${percent(inside)} of ${some.length} rows where high / low is ${known ? 'at most 1.6' : 'wider'}`
  })
}

function classes(pairs, halfWidth) {
  const names = [...new Set(pairs.map(({ row }) => row.class))].sort((a, b) => a.localeCompare(b))
  return table(
    'class, whole device left out',
    names.map((name) =>
      line(
        name,
        pairs.filter(({ row }) => row.class === name),
        halfWidth,
      ),
    ),
  )
}

function fill(path, name, text) {
  const [start, end] = [`<!-- ${name}: written by .dev/fit-throughput.mjs -->`, `<!-- end of ${name} -->`]
  const page = readFileSync(path, 'utf8')
  const [from, to] = [page.indexOf(start), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${path} has no marks for ${name}`)
  writeFileSync(path, `${page.slice(0, from + start.length)}\n\n${text}\n\n${page.slice(to)}`)
}

/** @param {(name: string) => (pair: object) => number} halfWidthOf half the stated range, in log */
export function writeTables({ decode, prompt }, halfWidthOf) {
  const [tg, pp] = [halfWidthOf('decode'), halfWidthOf('prompt')]
  const both = [summary('Decode', decode, tg), summary('Prompt', prompt, pp)].join('\n\n')
  for (const path of ['docs/accuracy.md', '.dev/accuracy-template.md', 'docs/speed.md']) fill(path, 'summary', both)
  const ranges = [
    `Whole devices left out, the range holds for decode ${widths(decode.without, tg).join(' and ')}; for prompts`,
    `${widths(prompt.without, pp).join(' and ')}.`,
  ].join(' ')
  fill('docs/speed.md', 'ranges', ranges)
  fill('docs/speed.md', 'decode classes', classes(decode.without, tg))
  fill('docs/speed.md', 'prompt classes', classes(prompt.without, pp))
}
