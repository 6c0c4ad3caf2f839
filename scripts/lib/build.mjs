import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem, inProject, root, say } from './project.mjs'
import { run } from './run.mjs'

const sources = [
  'electron',
  'renderer',
  'shared',
  'db',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const stamp = inProject('out', '.built-from')
const output = inProject('out', 'main', 'main.cjs')

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

/** A mark that changes whenever a file the build reads is added, removed or written. */
export function sourceMark(folder = root, paths = sources) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesUnder(join(folder, path)))) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

const builtFrom = () => (existsSync(stamp) && existsSync(output) ? readFileSync(stamp, 'utf8') : null)

/** Builds the program if its sources have changed since it was last built, or if told to. */
export async function ensureBuilt(node, always = false) {
  const mark = sourceMark()
  if (!always && builtFrom() === mark) return
  say('Building …')
  const tool = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const code = await run(node, [tool, 'build', '--logLevel', 'warn'], {
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (code !== 0) throw new Problem('The program could not be built. The lines above say why.')
  writeFileSync(stamp, mark)
}
