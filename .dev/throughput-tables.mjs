// The tables of docs/speed.md and docs/accuracy.md, written between their marks.
import { readFileSync, writeFileSync } from 'node:fs'
import { floorOf, isInside, isNarrow } from './throughput-ranges.mjs'
import { coverage, coverageAt, errorsOf, oneVote, quantile, withRule } from './throughput-report.mjs'

const percent = (share) => `${(share * 100).toFixed(1)} %`
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

function line(title, pairs) {
  const { n, median, p90 } = errorsOf(pairs)
  const ratios = pairs.map(({ row, estimate }) => row.tokens_per_s / estimate)
  const cells = [
    title,
    n,
    new Set(pairs.map(({ row }) => row.hardware)).size,
    percent(median),
    percent(p90),
    `${quantile(ratios, 0.1).toFixed(2)} to ${quantile(ratios, 0.9).toFixed(2)}`,
    pairs.every(({ range }) => range) ? percent(coverage(pairs)) : '',
  ]
  return `| ${cells.join(' | ')} |`
}

const table = (first, lines) =>
  [`| ${[first, ...HEAD].join(' | ')} |`, `| --- |${HEAD.map(() => ' ---: |').join('')}`, ...lines].join('\n')

/** One quantity's errors: whole devices left out, then a tenth of the rows. */
function summary(name, { without, byDevice }) {
  const some = (title, pairs) => (pairs.length === 0 ? [] : [line(title, pairs)])
  return table(name, [
    ...some('**whole device left out**', without),
    ...some('graphics cards', without.filter(gpu)),
    ...some('processors', without.filter(cpu)),
    ...some('one vote a device', oneVote(without)),
    ...some('a tenth of the rows left out, with what the device has left', byDevice),
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

function widths(pairs) {
  return [true, false].map((known) => {
    const some = pairs.filter((pair) => isNarrow(pair) === known)
    return `${percent(coverage(some))} of ${some.length} rows where high / low is ${known ? 'at most 1.6' : 'wider'}`
  })
}

function classes(pairs) {
  const names = [...new Set(pairs.map(({ row }) => row.class))].sort((a, b) => a.localeCompare(b))
  return table(
    'class, whole device left out',
    names.map((name) =>
      line(
        name,
        pairs.filter(({ row }) => row.class === name),
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

/** How much of the misses no estimate could help: rows of other software, and what differs at the same settings. */
function floor({ without, inside }) {
  const seen = [1.6, 2.5].map((width) => percent(1 - coverageAt(inside, width)))
  const unfit = without.filter(({ row }) => !row.fits)
  const missed = unfit.filter((pair) => !isInside(pair)).length
  const [narrow, wide] = [1.6, 2.5].map((width) => floorOf(without, width))
  return [
    `${unfit.length} of the ${without.length} rows come from another engine's kernels or from a starved device and are never fitted;`,
    `${missed} of them lie outside their range. ${narrow.rows} rows share device, backend, model and format with another row:`,
    `outside the best range of 1.6 that their own speeds allow lie ${narrow.outside} (${percent(narrow.outside / narrow.rows)}),`,
    `outside the best one of 2.5 ${wide.outside} (${percent(wide.outside / wide.rows)}).`,
    `Fitted on the very rows that it is judged by, the estimate leaves ${seen[0]} outside 1.6 and ${seen[1]} outside 2.5:`,
    'of devices that it has not seen it knows less than that.',
  ].join(' ')
}

export function writeTables({ decode, prompt }) {
  const both = [summary('Decode', decode), summary('Prompt', prompt)].join('\n\n')
  for (const path of ['docs/accuracy.md', '.dev/accuracy-template.md', 'docs/speed.md']) fill(path, 'summary', both)
  const ranges = ({ without, byDevice }) =>
    [
      `whole devices left out, ${widths(without).join(' and ')};`,
      `a tenth of the rows left out, ${widths(byDevice).join(' and ')}`,
    ].join(' ')
  fill('docs/speed.md', 'ranges', `The range holds for decode, ${ranges(decode)}. For prompts, ${ranges(prompt)}.`)
  fill('docs/speed.md', 'floor', `Prompt: ${floor(prompt)}\n\nDecode: ${floor(decode)}`)
  fill('docs/speed.md', 'decode classes', classes(decode.without))
  fill('docs/speed.md', 'prompt classes', classes(prompt.without))
}
