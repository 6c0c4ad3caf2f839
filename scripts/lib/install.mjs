import { existsSync, readFileSync } from 'node:fs'
import { Problem, inProject, say } from './project.mjs'
import { npmCommand, run } from './run.mjs'

/**
 * Whether what npm installed is what the lock file asks for. npm keeps its own record in node_modules and
 * writes it last, so an interrupted install never looks complete, and an install made by hand counts too.
 * Optional packages for other systems are in the lock and rightly not installed.
 */
export function installIsCurrent(lock, installed) {
  if (!lock?.packages || !installed?.packages) return false
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '')
  const same = (a, b) => a.version === b.version && a.integrity === b.integrity
  return (
    wanted.every(([path, entry]) =>
      installed.packages[path]
        ? same(entry, installed.packages[path])
        : Boolean(entry.optional || entry.peer),
    ) && Object.keys(installed.packages).every((path) => path === '' || path in lock.packages)
  )
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** Installs the packages of package-lock.json, unless they are there already. */
export async function ensureInstalled() {
  const lockPath = inProject('package-lock.json')
  const lock = readJson(lockPath)
  if (installIsCurrent(lock, readJson(inProject('node_modules', '.package-lock.json')))) return
  const how = existsSync(lockPath) ? 'ci' : 'install'
  say(`Installing packages (npm ${how}) …`)
  // Without scripts: every package brings its binaries, and npm would else compile the database driver because its
  // sources lie in the package too, which needs Python and a compiler.
  const npm = npmCommand([how, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'])
  // npm writes a summary on stdout, which belongs to the operation that runs afterwards.
  const code = await run(npm.command, npm.args, {
    shell: npm.shell,
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (code !== 0)
    throw new Problem(`npm ${how} failed. Check the connection to the npm registry and try again.`)
}
