// Which device names a profile is found for: npm run coverage:devices -- FILE...
// FILE is JSON ({devices: [{id, name}]}) or CSV with the columns hardware_id and hardware_name. Needs a built dist/.
import { readFileSync } from 'node:fs'
import { profileOfProduct } from '../dist/shared/profile/profile-of-product.js'
import { profileNamed } from '../dist/shared/profile/find-profile.js'

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: npm run coverage:devices -- measured.csv hardware-facts.json')
  process.exit(2)
}

/** Cells of one CSV line; quoted ones may hold commas. */
const cellsOf = (line) =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
    cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
  )

const devicesIn = (file) => {
  const text = readFileSync(file, 'utf8')
  if (file.endsWith('.json')) {
    const { devices } = JSON.parse(text)
    return devices.map((device) => ({ id: device.id, name: device.name ?? device.display_name ?? device.id }))
  }
  const [head, ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  const titles = cellsOf(head)
  return lines.map((line) => {
    const cells = cellsOf(line)
    return { id: cells[titles.indexOf('hardware_id')], name: cells[titles.indexOf('hardware_name')] }
  })
}

let all = 0
let known = 0
for (const file of files) {
  const devices = new Map(devicesIn(file).map((device) => [`${device.name} / ${device.id}`, device]))
  const names = new Map([...devices.values()].map(({ id, name }) => [name, profileOfProduct(name) ?? null]))
  const ids = new Map([...devices.values()].map(({ id }) => [id, profileNamed(id) ?? null]))
  for (const [what, found] of [
    ['names', names],
    ['ids', ids],
  ]) {
    const missing = [...found].filter(([, profile]) => profile === null || profile.row.vendor === 'generic')
    const matched = found.size - missing.length
    console.log(`${file}: ${matched} of ${found.size} ${what} (${((matched / found.size) * 100).toFixed(1)} %)`)
    for (const [name] of missing) console.log(`  no profile: ${name}`)
    if (what === 'names') [all, known] = [all + found.size, known + matched]
  }
}
const share = (known / all) * 100
console.log(`all names: ${known} of ${all} (${share.toFixed(1)} %)`)
process.exit(share >= 95 ? 0 : 1)
