// What the comparison needs of the engine tests, in one module that can be bundled.
export { askBreakdown } from '../oracle/breakdown.ts'
export { hasProgram, programPath, SETUP_COMMAND } from '../oracle/engine.ts'
