import { spawn, spawnSync } from 'node:child_process'
import { delimiter } from 'node:path'
import { inProject, root } from './project.mjs'

/** The environment for the project's tools: its own commands, and with them its own Node, come first. */
export const toolEnv = (extra = {}) => ({
  ...process.env,
  PATH: [inProject('node_modules', '.bin'), process.env.PATH].join(delimiter),
  ...extra,
})

/** Runs a command in the project, sharing this terminal; answers its exit code. */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: toolEnv(), ...options })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

/** Runs a short command quietly; answers whether it worked and what it printed. */
export function ask(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', env: toolEnv(), ...options })
  return { ok: result.status === 0, out: `${result.stdout ?? ''}`, error: `${result.stderr ?? ''}` }
}

/** How to call npm: through the npm that started us if one did, which also spares Windows a shell. */
export function npmCommand(args, env = process.env) {
  const own = env.npm_execpath
  if (own && /npm-cli\.[cm]?js$/.test(own))
    return { command: process.execPath, args: [own, ...args], shell: false }
  return { command: 'npm', args, shell: process.platform === 'win32' }
}
