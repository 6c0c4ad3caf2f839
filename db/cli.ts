import { main } from './cli/main.ts'
import { terminal } from './cli/terminal.ts'

// The exit code is set rather than forced, so that what was printed reaches a pipe whole.
process.exitCode = await main(process.argv.slice(2), terminal)
