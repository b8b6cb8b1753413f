import { defineConfig } from 'vitest/config'

/**
 * Runs every parser over a folder of recorded tool outputs (`LP_TRANSCRIPTS`), which is not part of the project.
 * Started on purpose only.
 */
export default defineConfig({
  test: {
    include: ['test/transcripts/**/*.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 60_000,
  },
})
