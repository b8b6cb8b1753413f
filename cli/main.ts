#!/usr/bin/env node
import { runProgram } from './door.ts'
import { lpTui } from './lp-tui.ts'

await runProgram('lp-tui', lpTui)
