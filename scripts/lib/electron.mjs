import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluation, evaluationIsReady } from './evaluation-recipe.mjs'
import { Problem, cache, inProject, say } from './project.mjs'
import { ask, run } from './run.mjs'

const downloadLimit = 5 * 60_000
const aDay = 24 * 60 * 60_000
const failedDownload = join(cache, 'electron-download-failed.json')

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : null)
const wantedVersion = () =>
  JSON.parse(read(inProject('node_modules', 'electron', 'package.json')) ?? '{}').version

/** The real Electron, if its download is complete (its installer writes path.txt last). */
function official() {
  const folder = inProject('node_modules', 'electron')
  const name = read(join(folder, 'path.txt'))
  const version = read(join(folder, 'dist', 'version'))?.replace(/^v/, '')
  if (!name || version !== wantedVersion()) return null
  const executable = join(folder, 'dist', name)
  return existsSync(executable) ? { executable, evaluation: false } : null
}

function evaluationRuntime() {
  if (!evaluationIsReady()) return null
  return { executable: join(evaluation.folder, 'electron'), evaluation: true }
}

/** The Electron that is ready to run: its path and whether it is only for evaluation. Null when there is none. */
export const findElectron = () => official() ?? evaluationRuntime()

/** A download that failed is not tried again for a day, unless asked for, so that later starts do not wait. */
export function shouldTryDownload(note, version, now, asked) {
  if (asked || !note) return true
  return note.version !== version || now - note.at > aDay
}

function download(node) {
  const version = wantedVersion()
  const note = JSON.parse(read(failedDownload) ?? 'null')
  if (!shouldTryDownload(note, version, Date.now(), Boolean(process.env.GATHER_RETRY_ELECTRON))) return false
  say(`Downloading Electron ${version} …`)
  const done = ask(node, [inProject('node_modules', 'electron', 'install.js')], { timeout: downloadLimit }).ok
  if (done) {
    rmSync(failedDownload, { force: true })
    return true
  }
  mkdirSync(cache, { recursive: true })
  writeFileSync(failedDownload, JSON.stringify({ version, at: Date.now() }))
  say(
    'Electron could not be downloaded from GitHub. (Set GATHER_RETRY_ELECTRON=1 to try again sooner than tomorrow.)',
  )
  return false
}

/** Finds Electron, fetching the official one or else putting together the one for evaluation. */
export async function ensureElectron(node) {
  const ready = official() ?? (download(node) ? official() : null) ?? evaluationRuntime()
  if (ready) return ready
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem(
      'Electron could not be downloaded from GitHub. Check the connection, or set ELECTRON_MIRROR.',
    )
  }
  const code = await run(node, [inProject('scripts', 'make-evaluation-runtime.mjs'), evaluation.folder])
  const made = evaluationRuntime()
  if (code !== 0 || !made) throw new Problem('No Electron could be prepared.')
  say(
    `Ready: an evaluation runtime (Electron ${evaluation.electron}), for development and a look at the program only.`,
  )
  return made
}
