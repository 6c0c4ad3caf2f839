import { ensureElectron } from './lib/electron.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { projectNode } from './lib/node.mjs'
import { ensureSystemLibraries } from './lib/system-libraries.mjs'

/** Packages and a Node that runs the sources: enough for the command line and the measurements. */
export async function prepareNode() {
  await ensureInstalled()
  return { node: projectNode() }
}

/** That, and an Electron with the system libraries it needs: enough to open the window. */
export async function prepareElectron() {
  const { node } = await prepareNode()
  const electron = await ensureElectron(node)
  ensureSystemLibraries(electron.executable)
  return { node, electron }
}

/** Electron's own sandbox cannot start for root, which is who runs the tests in most containers. */
export const sandboxArgs = () =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
