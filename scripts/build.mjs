// `npm run build`: packages if need be, then a build whether or not anything has changed.
import { prepareNode } from './bootstrap.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { script } from './lib/project.mjs'

await script(async () => {
  const { node } = await prepareNode()
  await ensureBuilt(node, true)
})
