import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** Everything the scripts make for themselves; safe to delete at any time. */
export const cache = join(root, '.cache')
/** A file of the project, by its path from the root. */
export const inProject = (...parts) => join(root, ...parts)
/** Progress goes to stderr, so that a command's own output on stdout can be piped. */
export const say = (line) => process.stderr.write(`${line}\n`)

/** A problem the person can act on: its message is shown alone, without a stack. */
export class Problem extends Error {}

/** A Problem is one sentence; anything else is a fault of ours and needs its stack. */
export function wordsFor(error) {
  if (error instanceof Problem) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Runs a script's work; a Problem becomes one sentence and exit code 1. */
export async function script(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    say(wordsFor(error))
    process.exitCode = 1
  }
}
