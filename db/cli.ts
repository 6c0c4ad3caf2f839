import { main } from './cli/main.ts'
import { terminal } from './cli/terminal.ts'

// Whoever reads the answer may have had enough of it, as `head` has: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
// The exit code is set rather than forced, so that what was printed reaches a pipe whole.
process.exitCode = await main(process.argv.slice(2), terminal)
