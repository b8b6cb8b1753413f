import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/oracle/**', 'test/transcripts/**', 'test/soak/**'],
    // Ink and colour libraries behave differently under CI and FORCE_COLOR.
    env: { CI: 'false', FORCE_COLOR: '0', TZ: 'UTC', NO_COLOR: '1' },
    testTimeout: 20_000,
    // Vitest leaves a core free; on two cores that would be half of them.
    maxWorkers: availableParallelism(),
  },
})
