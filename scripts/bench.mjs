// `npm run bench`: measures the program at full size; never fails because of a time.
import { prepareNode } from './bootstrap.mjs'
import { inProject, script } from './lib/project.mjs'
import { run } from './lib/run.mjs'

await script(async () => {
  const { node } = await prepareNode()
  return run(node, [inProject('tests', 'bench', 'bench.ts'), ...process.argv.slice(2)])
})
