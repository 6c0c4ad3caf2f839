// `npm start`: everything that is needed from a fresh clone to an open window. `npm start -- --sample` opens a
// throwaway county.
import { prepareElectron, sandboxArgs } from './bootstrap.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { withDisplay } from './lib/display.mjs'
import { root, script } from './lib/project.mjs'
import { run } from './lib/run.mjs'

await script(async () => {
  const { node, electron } = await prepareElectron()
  await ensureBuilt(node)
  // The evaluation runtime opens this project by itself; the official one is told where it is.
  const project = electron.evaluation ? [] : [root]
  const launch = withDisplay(electron.executable, [...sandboxArgs(), ...project, ...process.argv.slice(2)])
  return run(launch.command, launch.args)
})
