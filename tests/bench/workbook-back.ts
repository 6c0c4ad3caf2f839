import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { BENCH_NOW } from './big-county.ts'
import { measure } from './measure.ts'
import { openCounty } from './open-county.ts'
import type { Measured } from './report.ts'

const today = BENCH_NOW.slice(0, 10)

/** Compares the workbook of a group as it left: every place of it, and no difference. */
export async function bringingAWorkbookBack(folder: string): Promise<Measured> {
  const path = join(folder, 'back.xlsx')
  rmSync(path, { force: true })
  const { api, choose, close } = await openCounty(folder)
  const [session] = await api.registers.listBetween({ from: today, to: today })
  if (session === undefined) throw new Error('The county has a session on its day.')
  const { groupId } = session
  await api.exports.groupWorkbook({ groupId, grant: choose(path) })
  let places = 0
  const through = await measure(5, async () => {
    const answer = await api.imports.compareWorkbook({ groupId, grant: choose(path) })
    places = answer.compared
  })
  await close()
  rmSync(path, { force: true })
  return { name: `Compare a workbook of ${places} places`, budget: 2000, through, bare: null, statements: null, scans: [] } // prettier-ignore
}
