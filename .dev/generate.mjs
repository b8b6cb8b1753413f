// Writes the generated files: JSON Schemas, the recommended settings, the performance page and the manual pages.
// Needs a built dist/ (npm run gen builds it).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { manualPages } from '../dist/cli/manual.js'
import { exportHardwareProfiles } from '../dist/shared/index.js'
import { jsonSchemas } from '../dist/shared/schemas.js'
import { performancePage, withCommonTable } from './performance.mjs'

const write = (path, data) => writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`)

for (const [name, schema] of Object.entries(jsonSchemas())) write(`profiles/schemas/${name}`, schema)

const profiles = exportHardwareProfiles()
write('profiles/hardware_profiles.json', profiles)
writeFileSync('docs/performance.md', performancePage(profiles))
writeFileSync('README.md', withCommonTable(readFileSync('README.md', 'utf8'), profiles))

mkdirSync('docs/man', { recursive: true })
for (const [name, text] of Object.entries(await manualPages())) writeFileSync(`docs/man/${name}`, text)
