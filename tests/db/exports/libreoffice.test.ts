import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aRegister, at } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const there = hasLibreOffice()
const skipped = there ? '' : ' (SKIPPED: soffice is not installed on this computer)'

test.skipIf(!there)(
  `another office program opens and prints the workbook${skipped}`,
  { timeout: 120_000 },
  async () => {
    const county = await aCounty()
    const { groupId, sessions } = await aRegister(county)
    await county.api.registers.markRest({ sessionId: at(sessions, 0), code: 'P' })
    const path = join(county.folder, 'group.xlsx')
    await county.api.exports.groupWorkbook({ groupId, grant: county.grant(path) })
    const profile = `-env:UserInstallation=file://${join(county.folder, 'office')}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', county.folder, path], {
      stdio: 'ignore',
    })
    expect(readFileSync(join(county.folder, 'group.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  },
)
