// `npm run -s cli -- …`: the command line, on a Node that runs the sources. Only the operation's answer is printed.
import { prepareNode } from './bootstrap.mjs'
import { inProject, script } from './lib/project.mjs'
import { run } from './lib/run.mjs'

await script(async () => {
  const { node } = await prepareNode()
  // Paths in the arguments are the caller's, so the command line works in the caller's folder.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  return run(node, [inProject('db', 'cli.ts'), ...process.argv.slice(2)], { cwd })
})
