import { defineConfig } from '@playwright/test'

export default defineConfig({
  outputDir: 'test-results/e2e',
  reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  // Each test has a window and a data folder of its own, so they may run side by side; much of each is waiting.
  workers: 3,
  fullyParallel: true,
  timeout: 60_000,
  // On a busy machine a window can be late. What passes only at the second try is reported as flaky, not hidden.
  retries: process.env['CI'] ? 1 : 0,
  expect: { timeout: 10_000 },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e', testMatch: '**/*.spec.ts' },
    { name: 'demo', testDir: 'tests/demo', testMatch: 'demo.ts', timeout: 10 * 60_000 },
  ],
})
