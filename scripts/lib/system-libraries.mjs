import { Problem, say } from './project.mjs'
import { ask } from './run.mjs'

/** Debian's names. Where a release has renamed one for 64-bit time, the new name is used. */
const libraries = [
  'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6', 'libnotify4', 'libsecret-1-0',
] // prettier-ignore
const screen = ['xvfb', 'xauth']
/** Without a screen nobody has chosen fonts, and the window should still look as it is meant to. */
const fonts = ['fonts-inter', 'fonts-dejavu-core']

/** The libraries that `ldd` could not find. */
export const missingFrom = (lddOutput) =>
  [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name)

/** What to install, and the sentence for somebody who has to do it. */
export function packagesFor({ libraries: noLibraries, screen: noScreen, fonts: noFonts }) {
  return [...(noLibraries ? libraries : []), ...(noScreen ? screen : []), ...(noFonts ? fonts : [])]
}
export const installCommand = (packages) =>
  `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
export const missingSentence = (packages) =>
  `Some system packages are missing. Ask for this to be run as root, then try again:\n  ${installCommand(packages)}`

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)

const canRun = (command) => ask('sh', ['-c', `command -v ${command}`]).ok

/** GTK is loaded while running, so `ldd` alone does not see that it is missing. */
const gtkIsMissing = () => {
  const known = ask('/sbin/ldconfig', ['-p'])
  return known.ok && !known.out.includes('libgtk-3.so.0')
}

function findMissing(executable) {
  const headless = !hasDisplay()
  return {
    libraries: missingFrom(ask('ldd', [executable]).out).length > 0 || gtkIsMissing(),
    screen: headless && !(canRun('Xvfb') && canRun('xvfb-run') && canRun('xauth')),
    fonts: headless && !ask('fc-list', [':', 'family']).out.includes('Inter'),
  }
}

function installAsRoot(packages) {
  say(`Installing system packages: ${packages.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  ask('apt-get', ['update'], { env })
  const known = new Set(ask('apt-cache', ['pkgnames'], { env, maxBuffer: 64 * 1024 * 1024 }).out.split('\n'))
  const names = packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name))
  return ask('apt-get', ['install', '-y', '--no-install-recommends', ...names], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  })
}

/** On Linux, makes sure that Electron's libraries are there, and a screen for it if there is no display. */
export function ensureSystemLibraries(executable) {
  if (process.platform !== 'linux') return
  const missing = findMissing(executable)
  const packages = packagesFor(missing)
  if (packages.length === 0) return
  const mayInstall = process.getuid?.() === 0 && canRun('apt-get')
  const done = mayInstall && installAsRoot(packages)
  if (done && done.ok) return
  // Fonts alone are no reason to stop.
  if (missing.libraries || missing.screen) {
    throw new Problem(`${missingSentence(packages)}${done ? `\n${done.error.trim()}` : ''}`)
  }
}
