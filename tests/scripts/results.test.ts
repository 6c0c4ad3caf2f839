import { expect, test } from 'vitest'
import { counts, fromPlaywright, fromVitest } from '../../scripts/lib/test-stages.mjs'

test('what a runner reports is what is counted', () => {
  expect(counts(0, fromVitest({ numPassedTests: 7, numFailedTests: 0 }))).toEqual({ passed: 7, failed: 0 })
  expect(counts(1, fromVitest({ numPassedTests: 5, numFailedTests: 2 }))).toEqual({ passed: 5, failed: 2 })
})

test('a test that passed on a second try has passed', () => {
  const report = { stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 0 } }
  expect(counts(0, fromPlaywright(report))).toEqual({ passed: 4, failed: 0 })
})

test('a run that failed without naming a test, or without a report, counts as one failure', () => {
  expect(counts(1, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 1 })
  expect(counts(1, null)).toEqual({ passed: 0, failed: 1 })
})

test('a check without tests of its own adds nothing when it passes', () => {
  expect(counts(0, null)).toEqual({ passed: 0, failed: 0 })
})
