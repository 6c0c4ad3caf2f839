import { spawn } from 'node:child_process'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { hasDisplay } from '../../scripts/lib/system-libraries.mjs'

let display: Promise<string | undefined> | null = null

/**
 * The screen for the windows of this process: the computer's own, or else one in memory for each process of the test
 * runner, so that no window takes the focus or the pointer from another test's.
 */
export function ownDisplay(): Promise<string | undefined> {
  display ??= hasDisplay() ? Promise.resolve(process.env['DISPLAY']) : startScreen()
  return display
}

/** Starts Xvfb, which chooses a free number, says it, and ends with this process. */
async function startScreen(): Promise<string> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  process.once('exit', () => server.kill())
  const said = server.stdio[3]
  if (!(said instanceof Readable)) throw new Error('Xvfb was started without a way to say its number.')
  const number = (await text(said)).trim()
  if (number === '') throw new Error('There is no screen, and Xvfb could not make one.')
  server.unref()
  return `:${number}`
}
