import { defineConfig } from 'vitest/config'

/** The tests that mutants of estimates, plans and rules are held against: pure ones, so that files share what is loaded. */
export default defineConfig({
  test: {
    include: ['test/{estimate,plan,policy,report,validate}/**/*.test.ts'],
    // Runs the built program, which has no mutants.
    exclude: ['**/node_modules/**', 'test/estimate/extras/command-line.test.ts'],
    isolate: false,
    env: { CI: 'false', FORCE_COLOR: '0', TZ: 'UTC', NO_COLOR: '1' },
    testTimeout: 60_000,
  },
})
