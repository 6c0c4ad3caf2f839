import { existsSync, readFileSync, rmSync } from 'node:fs'
import { withDisplay } from './display.mjs'
import { inProject } from './project.mjs'
import { run, toolEnv } from './run.mjs'

const results = { unit: inProject('test-results', 'unit.json'), e2e: inProject('test-results', 'e2e.json') }
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

export const checks = [
  [
    'Format',
    (node) => check(node, [tool('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  ],
  ['Lint', (node) => check(node, [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings'])],
  ['Types', (node) => check(node, [tool('typescript', 'bin', 'tsc'), '--build'])],
]

export function unitTests(node, args) {
  const vitest = [tool('vitest', 'vitest.mjs'), 'run', '--reporter=dot', '--reporter=json']
  return withReport(results.unit, fromVitest, () =>
    run(node, [...vitest, `--outputFile.json=${results.unit}`, ...args]),
  )
}

export function endToEndTests(node, args) {
  const playwright = [
    tool('@playwright', 'test', 'cli.js'),
    'test',
    '--project',
    'e2e',
    '--reporter',
    'line,json',
  ]
  const { command, args: all } = withDisplay(node, [...playwright, ...args])
  const env = toolEnv({ PLAYWRIGHT_JSON_OUTPUT_NAME: results.e2e })
  return withReport(results.e2e, fromPlaywright, () => run(command, all, { env }))
}
