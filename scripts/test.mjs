// `npm test`: everything. `npm test -- unit …` and `npm test -- e2e …` run a part, and pass on what follows.
import { prepareElectron, prepareNode } from './bootstrap.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { Problem, say, script, wordsFor } from './lib/project.mjs'
import { checks, endToEndTests, unitTests } from './lib/test-stages.mjs'

const [part, ...rest] = process.argv.slice(2)

/** The stages in order: cheap ones first, so that a slip shows within seconds. */
function stages(node) {
  const unit = { title: 'Rules, storage and screens', work: () => unitTests(node, rest) }
  const e2e = { title: 'The program in its window', work: () => endToEndTests(node, rest) }
  const build = { title: 'Build', work: () => ensureBuilt(node).then(() => ({ passed: 0, failed: 0 })) }
  if (part === 'unit') return [unit]
  if (part === 'e2e') return [build, e2e]
  if (part !== undefined)
    throw new Problem(`There is no part called ${part}: use unit or e2e, or nothing for all.`)
  return [...checks.map(({ title, work }) => ({ title, work: () => work(node) })), unit, build, e2e]
}

/** A stage that could not even run counts as one failure, so that the last line never claims too much. */
async function attempt(work) {
  try {
    return await work()
  } catch (error) {
    say(wordsFor(error))
    return { passed: 0, failed: 1 }
  }
}

await script(async () => {
  const { node } = part === 'unit' ? await prepareNode() : await prepareElectron()
  const total = { passed: 0, failed: 0 }
  for (const { title, work } of stages(node)) {
    console.log(`\n== ${title}`)
    const { passed, failed } = await attempt(work)
    total.passed += passed
    total.failed += failed
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
})
