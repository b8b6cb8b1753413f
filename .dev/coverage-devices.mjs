// Which device names a profile is found for: npm run coverage:devices -- FILE...
// FILE is JSON ({devices: [{id, name}]}) or CSV with a column hardware_name. Needs a built dist/.
import { readFileSync } from 'node:fs'
import { profileOfProduct } from '../dist/shared/profile/profile-of-product.js'

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
    return devices.map((device) => ({ name: device.name ?? device.display_name ?? device.id }))
  }
  const [head, ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  const titles = cellsOf(head)
  return lines.map((line) => {
    const cells = cellsOf(line)
    return { name: cells[titles.indexOf('hardware_name')] }
  })
}

let all = 0
let known = 0
for (const file of files) {
  const names = [...new Set(devicesIn(file).map(({ name }) => name))]
  const missing = names.filter((name) => profileOfProduct(name) === null)
  const share = (((names.length - missing.length) / names.length) * 100).toFixed(1)
  console.log(`${file}: ${names.length - missing.length} of ${names.length} names (${share} %)`)
  for (const name of missing) console.log(`  no profile: ${name}`)
  all += names.length
  known += names.length - missing.length
}
const share = (known / all) * 100
console.log(`all names: ${known} of ${all} (${share.toFixed(1)} %)`)
process.exit(share >= 95 ? 0 : 1)
