import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// On an older Node the database driver ends the process without a word.
if (Number(process.versions.node.split('.')[0]) < 22) {
  throw new Error('Run the tests with `npm test`, which brings its own Node.')
}

/** Dates must come out the same wherever the computer thinks it is: west, east and in the zone we serve. */
const zones = ['UTC', 'Europe/London', 'America/New_York']

const common = {
  // Processes, because a time zone is set for a process and the database driver is native code. The files that one takes
  // share what they import, which halves the time: no test may leave anything changed behind it.
  pool: 'forks',
  isolate: false,
  setupFiles: ['tests/support/check-zone.ts'],
  testTimeout: 60_000,
} as const

/** The programs that tests start read in the whole of db/ and shared/ each time: half of that is kept from the first. */
const compiled = fileURLToPath(new URL('.cache/compiled', import.meta.url))

const sharedIn = (zone: string) => ({
  test: { ...common, name: `shared, ${zone}`, include: ['tests/shared/**/*.test.ts'], env: { TZ: zone } },
})

const everythingElse = {
  test: {
    ...common,
    name: 'program',
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/shared/**', 'tests/e2e/**', 'tests/demo/**', 'tests/bench/**'],
    env: { TZ: 'Europe/London', NODE_COMPILE_CACHE: compiled },
  },
}

export default defineConfig({
  // By itself it would leave a core idle, which of two is half the machine.
  test: { projects: [...zones.map(sharedIn), everythingElse], passWithNoTests: true, maxWorkers: 2 },
})
