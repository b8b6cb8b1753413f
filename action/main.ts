import * as z from 'zod'
import { run } from './run.ts'

// Zod would probe for code generation, which a hardened runner forbids.
z.config({ jitless: true })

await run(process.env)
