import { existsSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { inProject } from './project.mjs'
import { run, toolEnv } from './run.mjs'

const results = { unit: inProject('test-results', 'unit.json'), e2e: inProject('test-results', 'e2e.json') }
const MEMORY_DISK = '/dev/shm'
const ENOUGH_BYTES = 4 * 2 ** 30

/**
 * Where tests keep their counties: in memory where there is plenty, since they are gone with the test, and waiting for
 * the disk at every command is half of the time. What is saved is saved in the same way: only the disk is quicker.
 */
function roomForTests() {
  if (process.env.TMPDIR !== undefined || !existsSync(MEMORY_DISK)) return {}
  const { bavail, bsize } = statfsSync(MEMORY_DISK)
  return bavail * bsize > ENOUGH_BYTES ? { TMPDIR: MEMORY_DISK } : {}
}
const withRoom = () => ({ env: toolEnv(roomForTests()) })

const tool = (...parts) => inProject('node_modules', ...parts)

/** What a runner reported. A run that failed without naming a test, or left no report, counts as one failure. */
export function counts(code, report) {
  const passed = report?.passed ?? 0
  const failed = report?.failed ?? 0
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

export const fromVitest = (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests })
/** A test that passed only on a second try did pass; Playwright calls it flaky. */
export const fromPlaywright = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
})

async function withReport(path, read, work) {
  rmSync(path, { force: true })
  const code = await work()
  return counts(code, existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : null)
}

/** A check that is not a set of tests adds nothing when it passes, and one failure when it does not. */
const check = async (node, args) => counts(await run(node, args), null)

const prettier = [tool('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']
const oxlint = [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings']
const typescript = [tool('typescript', 'bin', 'tsc'), '--build']

export const checks = [
  { title: 'Format', work: (node) => check(node, prettier) },
  { title: 'Lint', work: (node) => check(node, oxlint) },
  { title: 'Types', work: (node) => check(node, typescript) },
]

export function unitTests(node, args) {
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${results.unit}`]
  const vitest = [tool('vitest', 'vitest.mjs'), 'run', ...report, ...args]
  return withReport(results.unit, fromVitest, () => run(node, vitest, withRoom()))
}

/** playwright.config.ts names the reports and where they go. Where there is no display each process makes its own. */
export function endToEndTests(node, args) {
  const playwright = [tool('@playwright', 'test', 'cli.js'), 'test', '--project=e2e', ...args]
  return withReport(results.e2e, fromPlaywright, () => run(node, playwright, withRoom()))
}
