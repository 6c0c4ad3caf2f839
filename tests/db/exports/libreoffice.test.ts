import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { anAsked } from '../../support/report-commands.ts'
import { numbersOf } from '../../support/read-report.ts'
import { aCountyFile } from '../../support/county-file-factories.ts'
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

/** Every sheet as LibreOffice Calc reads it, a file each: `group-Summary.csv`. */
const asRead = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'

test.skipIf(!there)(
  `LibreOffice opens the workbook, and every figure is the one on the screen${skipped}`,
  { timeout: 120_000 },
  async () => {
    const county = await aCounty()
    const { groupId, sessions } = await aRegister(county)
    await county.api.registers.markRest({ sessionId: at(sessions, 0), code: 'P' })
    await county.api.registers.complete({ sessionId: at(sessions, 0) })
    const path = join(county.folder, 'group.xlsx')
    await county.api.exports.groupWorkbook({ groupId, grant: county.grant(path) })
    const profile = `-env:UserInstallation=file://${join(county.folder, 'office')}`
    const args = [profile, '--headless', '--convert-to', asRead, '--outdir', county.folder, path]
    execFileSync('soffice', args, { stdio: 'ignore' })

    const rows = parse(readFileSync(join(county.folder, 'group-Summary.csv')), { relax_column_count: true })
    const shown = new Map(rows.map(([name = '', value = '']) => [name, value]))
    const { figures } = await county.api.reports.groupSummary({ groupId })
    for (const { name, value } of figures)
      expect([name, shown.get(name)]).toEqual([name, String(value ?? '–')])
    expect(figures.some((figure) => figure.value === 100)).toBe(true)
  },
)

test.skipIf(!there)(
  `LibreOffice opens a report, and every figure is the one that leaves${skipped}`,
  { timeout: 120_000 },
  async () => {
    const county = await aCounty('sample')
    const asked = anAsked({ report: 'reach', by: 'programme', beside: 'period-before' })
    const path = join(county.folder, 'report.xlsx')
    await county.api.exports.report({ asked, format: 'xlsx', grant: county.grant(path) })
    const profile = `-env:UserInstallation=file://${join(county.folder, 'office')}`
    const args = [profile, '--headless', '--convert-to', asRead, '--outdir', county.folder, path]
    execFileSync('soffice', args, { stdio: 'ignore' })

    const { report } = await county.api.reports.leaving(asked)
    const said = numbersOf(report)
    expect(said.some((row) => row[4] === '[c]')).toBe(true)
    for (const { title } of report.tables) {
      const file = readFileSync(join(county.folder, `report-${title.slice(0, 27)}.csv`))
      const [headings = [], ...rows] = parse(file, { relax_column_count: true }) as string[][] // text, as a file of text has it
      for (const [, line = '', figure = '', unit, value] of said.filter((row) => row[0] === title)) {
        if (unit !== 'count') continue
        const row = rows.find(([name]) => name === line)
        expect([title, line, figure, row?.[headings.indexOf(figure)]]).toEqual([title, line, figure, value])
      }
    }
  },
)

test.skipIf(!there)(
  `LibreOffice opens the county workbook and long tables with the same figures, and what it saves is as it was made${skipped}`,
  { timeout: 120_000 },
  async () => {
    const county = await aCounty('sample')
    const profile = `-env:UserInstallation=file://${join(county.folder, 'office')}`
    const convert = (...args: string[]) =>
      execFileSync('soffice', [profile, '--headless', '--convert-to', ...args], { stdio: 'ignore' })
    const files = { county: await aCountyFile(county, 'countyWorkbook'), long: await aCountyFile(county, 'longTables') } // prettier-ignore
    convert(asRead, '--outdir', county.folder, files.county.path, files.long.path)
    const lines = (path: string, sheet: string): string[][] =>
      parse(readFileSync(path.replace(/\.xlsx$/, `-${sheet}.csv`)), { relax_column_count: true })
    for (const { path, sheets } of Object.values(files))
      for (const { name, rows } of sheets) expect([name, lines(path, name).length - 1]).toEqual([name, rows])
    const came = lines(files.county.path, 'Attendance').filter((row) => row.at(-1) === 'Yes').length
    const about = new Map(lines(files.county.path, 'About').map(([name, says]) => [name, says]))
    expect(about.get('Attendances')).toBe(String(came))
    expect(lines(files.long.path, 'attendance').filter((row) => row.at(-1) === 'Yes').length).toBe(came)

    const saved = join(county.folder, 'saved')
    convert('xlsx', '--outdir', saved, files.county.path)
    const grant = county.grant(join(saved, basename(files.county.path)))
    expect(await county.api.exports.checkFile({ grant })).toMatchObject({ unchanged: true, edits: [] })
  },
)
