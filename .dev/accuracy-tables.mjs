// Errors of totals as Markdown tables, one line an architecture.
import { quantile } from '../test/oracle/compare.ts'
import { totalOf } from '../shared/estimate/memory-estimate.ts'

/** How all cases do together, in sentences. */
export function summary(judged) {
  const places = judged.flatMap((one) => [...placesOf(one, 'device'), ...placesOf(one, 'host')])
  const exact = (key) => places.filter(({ ours, measured }) => ours[key] === measured[key]).length
  const approximate = judged.filter(({ basis }) => basis === 'approximate').length
  const part = (count) => (count === places.length ? 'all' : `${count}`)
  return [
    `${judged.length} cases, ${places.length} devices and hosts.`,
    `Exact to the byte: weights in ${part(exact('model'))}, context in ${part(exact('context'))}, compute in ${part(exact('compute'))} of them.`,
    ...(approximate > 0 ? [`${approximate} estimates say themselves that they are approximate.`] : []),
  ].join('\n')
}

/** @param {'device' | 'host'} kind */
export function errorTable(judged, kind) {
  const head = ['architecture', 'rows', 'exact', 'median', 'p99', 'max', 'under by > 0.1 %', 'under by > 1 %']
  const lines = groups(judged).map(([name, cases]) => {
    const errors = cases.flatMap((one) => placesOf(one, kind)).map(errorOf)
    return [name, errors.length, ...figures(errors)]
  })
  return table(head, lines)
}

function figures(errors) {
  if (errors.length === 0) return ['', '', '', '', '', '']
  const sizes = errors.map(Math.abs)
  const part = (test) => percent(errors.filter(test).length / errors.length)
  return [
    part((error) => error === 0),
    percent(quantile(sizes, 0.5)),
    percent(quantile(sizes, 0.99)),
    percent(Math.max(...sizes)),
    part((error) => error < -0.001),
    part((error) => error < -0.01),
  ]
}

/**
 * Ours and the peer's totals of the cases that both answer.
 * @param {'device' | 'host'} kind
 */
export function peerTable(judged, kind) {
  const figuresOf = ['median', 'p99', 'max', 'under']
  const head = [
    'architecture',
    'rows',
    ...['ours', 'theirs'].flatMap((who) => figuresOf.map((name) => `${who}: ${name}`)),
  ]
  const lines = groups(judged.filter(({ peer }) => peer !== null)).map(([name, cases]) => {
    const ours = cases.flatMap((one) => placesOf(one, kind)).map(errorOf)
    const theirs = cases.flatMap((one) => peerErrors(one, kind))
    return [name, ours.length, ...shortFigures(ours), ...shortFigures(theirs)]
  })
  return table(head, lines)
}

function shortFigures(errors) {
  if (errors.length === 0) return ['', '', '', '']
  const sizes = errors.map(Math.abs)
  const under = errors.filter((error) => error < -0.01).length / errors.length
  return [quantile(sizes, 0.5), quantile(sizes, 0.99), Math.max(...sizes), under].map(percent)
}

/** Ours beside what was measured, device by device or for the host; a device that holds nothing is not counted. */
function placesOf({ ours, measured }, kind) {
  if (kind === 'host') return [{ ours: ours.host, measured: measured.host }]
  return measured.devices
    .map((device, i) => ({ ours: ours.devices[i], measured: device }))
    .filter((pair) => totalOf(pair.measured) > 0 || totalOf(pair.ours) > 0)
}

function peerErrors({ peer, measured }, kind) {
  const pairs =
    kind === 'host' ? [[peer.host, measured.host]] : measured.devices.map((device, i) => [peer.devices[i], device])
  return pairs.filter(([said, device]) => said > 0 || totalOf(device) > 0).map(([said, device]) => share(said, device))
}

function errorOf({ ours, measured }) {
  return share(totalOf(ours), measured)
}

/** Everything said of a place that holds nothing is wholly wrong. */
function share(said, measured) {
  const total = totalOf(measured)
  return total === 0 ? 1 : (said - total) / total
}

/** By architecture, the sum of all first. */
function groups(judged) {
  const by = new Map()
  for (const one of judged) by.set(one.facts.architecture, [...(by.get(one.facts.architecture) ?? []), one])
  return [['**all**', judged], ...[...by].sort(([a], [b]) => (a < b ? -1 : 1))]
}

function percent(value) {
  const shown = 100 * value
  if (shown === 0) return '0 %'
  return `${shown >= 100 ? shown.toFixed(0) : shown >= 0.01 ? shown.toFixed(2) : '< 0.01'} %`
}

export function table(head, lines) {
  const row = (cells) => `| ${cells.join(' | ')} |`
  return [row(head), row(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...lines.map(row)].join('\n')
}
