import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

/** Folders whose tests call pure functions: their files share what is loaded, which costs more than the tests do. */
const PURE =
  'test/{adapt,config,estimate,export,generated,hardware,model,plan,policy,profile,report,run,tune,validate}/**'

const common = {
  // Ink and colour libraries behave differently under CI and FORCE_COLOR.
  env: { CI: 'false', FORCE_COLOR: '0', TZ: 'UTC', NO_COLOR: '1' },
  // Only stops what hangs: on a machine with other work the slowest test takes many times its own time.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } },
}

export default defineConfig({
  test: {
    // Vitest leaves a core free; on two cores that would be half of them.
    maxWorkers: availableParallelism(),
    projects: [
      { test: { ...common, name: 'pure', include: [`${PURE}/*.test.{ts,tsx}`], isolate: false } },
      {
        test: {
          ...common,
          name: 'faces',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, PURE, 'test/oracle/**', 'test/transcripts/**', 'test/soak/**'],
        },
      },
    ],
  },
})
