import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/oracle/**', 'test/transcripts/**', 'test/soak/**'],
    // Ink and colour libraries behave differently under CI and FORCE_COLOR.
    env: { CI: 'false', FORCE_COLOR: '0', TZ: 'UTC', NO_COLOR: '1' },
    // For a machine that does other things beside: what hangs ends all the same.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest leaves a core free; on two cores that would be half of them.
    maxWorkers: availableParallelism(),
  },
})
