import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { measure } from './measure.ts'
import { openCounty } from './open-county.ts'
import type { Measured } from './report.ts'

const TEN_YEARS = { from: '2016-12-01', to: '2026-11-30' }
/** Of memory, for 250,000 marks. */
const MOST_MEGABYTES = 400

/** How long the large files take on ten years, and whether 250,000 marks are written within the memory they may have. */
export async function measureFiles(folder: string, say: (line: string) => void): Promise<Measured[]> {
  const files = join(folder, 'files')
  mkdirSync(files, { recursive: true })
  const path = join(files, 'large.xlsx')
  const program = new URL('../support/write-large.ts', import.meta.url).pathname
  const out = execFileSync(process.execPath, [program, path, '250000'], { encoding: 'utf8' })
  const { megabytes } = z.object({ megabytes: z.number() }).parse(JSON.parse(out))
  say(`  250,000 marks to a workbook: ${Math.round(megabytes)} MB of memory, of ${MOST_MEGABYTES} MB${megabytes > MOST_MEGABYTES ? ': TOO MUCH' : ''}`) // prettier-ignore
  const { api, choose, close } = await openCounty(folder)
  const once = async (name: string, run: () => Promise<unknown>): Promise<Measured> => {
    choose(path)
    const timing = await measure(1, run, { warmUp: 0 })
    say(`  ${name}`)
    return { name, budget: null, through: timing, bare: null, statements: null, scans: [] }
  }
  try {
    return [
      await once('County workbook, ten years', () => api.exports.countyWorkbook({ ...TEN_YEARS, grant: '' })),
      await once('Check of that workbook', () => api.exports.checkFile({ grant: '' })),
      await once('Long tables, ten years', () => api.exports.longTables({ ...TEN_YEARS, grant: '' })),
    ]
  } finally {
    await close()
    rmSync(files, { recursive: true, force: true })
  }
}
