import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { withDisplay } from '../../scripts/lib/display.mjs'
import { findElectron } from '../../scripts/lib/electron.mjs'
import { inProject } from '../../scripts/lib/project.mjs'
import type { Measured } from './report.ts'

const timing = z.object({ median: z.number(), p95: z.number() })
const answer = z.object({ start: timing, signIn: timing })

/** From starting the program to a window that can be used, when there is a runtime, a build and a display. */
export async function measureWindow(folder: string, say: (line: string) => void): Promise<Measured[]> {
  const missing = whatIsMissing()
  if (missing !== null) {
    say(`  Not measured: ${missing}`)
    return []
  }
  try {
    const { command, args } = withDisplay(process.execPath, [
      inProject('tests', 'bench', 'window-start.ts'),
      folder,
    ])
    const { start, signIn } = answer.parse(
      JSON.parse(execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })),
    )
    return [
      measured('Start to a window that can be used', start),
      measured('From signing in to Today', signIn),
    ]
  } catch (error) {
    say(`  Not measured: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    return []
  }
}

const measured = (name: string, through: Measured['through']): Measured => ({
  name,
  budget: 2000,
  through,
  bare: null,
  statements: null,
  scans: [],
})

function whatIsMissing(): string | null {
  if (findElectron() === null) return 'there is no Electron yet. Run `npm start` once.'
  return existsSync(inProject('out', 'main')) ? null : 'the program is not built. Run `npm run build` once.'
}
