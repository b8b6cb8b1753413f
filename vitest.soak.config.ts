import { defineConfig } from 'vitest/config'

/** A long run of the built program with a real llama-server; `npm run soak -- --minutes 30`. */
export default defineConfig({
  test: {
    name: 'soak',
    include: ['test/soak/**/*.test.ts'],
    env: { CI: 'false', FORCE_COLOR: '0', TZ: 'UTC', NO_COLOR: '1' },
    testTimeout: (Number(process.env['SOAK_MINUTES'] ?? 3) + 5) * 60_000,
  },
})
