import { defineConfig } from 'vitest/config'

/** Tests that run llama.cpp itself; `node .ci/engine/setup.mjs` makes the programs they need. */
export default defineConfig({
  test: {
    name: 'engine',
    include: ['test/oracle/**/*.test.ts'],
    env: { CI: 'false', FORCE_COLOR: '0', TZ: 'UTC', NO_COLOR: '1' },
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // llama.cpp's programs share two cores with the tests.
    fileParallelism: false,
  },
})
