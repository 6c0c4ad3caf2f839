// `npm run demo`: plays the program's main jobs in its real window.
import { prepareElectron } from './bootstrap.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { withDisplay } from './lib/display.mjs'
import { inProject, script } from './lib/project.mjs'
import { run } from './lib/run.mjs'

await script(async () => {
  const { node } = await prepareElectron()
  await ensureBuilt(node)
  const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js')
  const play = withDisplay(node, [
    playwright,
    'test',
    '--project=demo',
    '--reporter',
    'line',
    ...process.argv.slice(2),
  ])
  return run(play.command, play.args)
})
