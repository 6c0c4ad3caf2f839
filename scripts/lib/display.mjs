import { hasDisplay } from './system-libraries.mjs'

/** Wraps a command so that it has a screen: Full HD in memory where there is no display. */
export function withDisplay(command, args) {
  if (hasDisplay()) return { command, args }
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 1920x1080x24', command, ...args] }
}
