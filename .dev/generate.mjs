// Writes the generated files: JSON Schemas and the recommended settings. Needs a built dist/ (npm run gen builds it).
import { writeFileSync } from 'node:fs'
import { exportHardwareProfiles } from '../dist/shared/index.js'
import { jsonSchemas } from '../dist/shared/schemas.js'

const write = (path, data) => writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`)

for (const [name, schema] of Object.entries(jsonSchemas())) write(`profiles/schemas/${name}`, schema)
write('profiles/hardware_profiles.json', exportHardwareProfiles())
