import { rmSync, writeFileSync, readFileSync } from 'node:fs'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { aCountyFile } from '../../support/county-file-factories.ts'
import { aPath } from '../../support/export-factories.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

async function aGroupWorkbook() {
  const county = await aCounty()
  const { groupId, sessions, people } = await aRegister(county)
  await county.api.registers.markRest({ sessionId: at(sessions, 0), code: 'P' })
  const path = aPath(county, 'xlsx')
  await county.api.exports.groupWorkbook({ groupId, grant: county.grant(path) })
  return { county, path, groupId, sessions, people }
}

const check = (county: TestCounty, path: string, api = county.api) =>
  api.exports.checkFile({ grant: county.grant(path) })

/** As somebody would in a spreadsheet program. */
async function edit(path: string, change: (file: exceljs.Workbook) => void) {
  const file = new exceljs.Workbook()
  await file.xlsx.readFile(path)
  change(file)
  await file.xlsx.writeFile(path)
}
const page = (file: exceljs.Workbook, name: string) => {
  const found = file.getWorksheet(name)
  if (!found) throw new Error(`There is no sheet ${name}.`)
  return found
}

test('a file as it was made is unchanged, and so is one that a spreadsheet program saved anew', async () => {
  const { county, path } = await aGroupWorkbook()
  const answer = await check(county, path)
  expect(answer).toMatchObject({ unchanged: true, edits: [], since: [], sinceNotSaid: null })
  expect(answer.made).toMatchObject({ kind: 'group-workbook', madeBy: 'Ada Administrator' })
  await edit(path, () => {})
  expect(await check(county, path)).toMatchObject({ unchanged: true, edits: [] })
})

test('a cell that was edited is named, and a look that was changed is not', async () => {
  const { county, path } = await aGroupWorkbook()
  await edit(path, (file) => {
    page(file, 'Attendance').getCell('E3').value = 'A'
    page(file, 'Attendance').getCell('D3').font = { bold: true }
  })
  const { unchanged, edits } = await check(county, path)
  expect(unchanged).toBe(false)
  expect(edits).toMatchObject([{ sheet: 'Attendance', kind: 'changed', places: ['E3'] }])
})

test('a line that was deleted and a sheet that was added are said', async () => {
  const { county, path } = await aGroupWorkbook()
  await edit(path, (file) => {
    page(file, 'Attendance').spliceRows(2, 1)
    file.addWorksheet('Notes').getCell('A1').value = 'mine'
  })
  const { edits } = await check(county, path)
  expect(edits.map(({ sheet, kind }) => [sheet, kind])).toEqual([
    ['Attendance', 'changed'],
    ['Notes', 'new'],
  ])
  expect(edits[0]?.linesAfter).toBe((edits[0]?.linesBefore ?? 0) - 1)
})

test('what was changed in Gather since is said beside, and is no edit of the file', async () => {
  const { county, path, sessions, people } = await aGroupWorkbook()
  await county.api.registers.mark({ sessionId: at(sessions, 0), personId: at(people, 0), code: 'A' })
  const { unchanged, since } = await check(county, path)
  expect(unchanged).toBe(true)
  expect(since?.map(({ sheet }) => sheet)).toContain('Register')
})

test('a file is known by what is in it when its About is gone, and a file of somebody else is not known', async () => {
  const { county, path } = await aGroupWorkbook()
  await edit(path, (file) => file.removeWorksheet(page(file, 'About').id))
  expect((await check(county, path)).made).not.toBeNull()
  const other = aPath(county, 'xlsx')
  const file = new exceljs.Workbook()
  file.addWorksheet('Sheet1').getCell('A1').value = 'anything'
  await file.xlsx.writeFile(other)
  expect(await check(county, other)).toMatchObject({ made: null, unchanged: false })
})

test('a list as text has its number beside it, and says when a line of it was edited', async () => {
  const county = await aCounty()
  const path = aPath(county, 'csv')
  const asked = { list: 'staff' } as const
  await county.api.staff.create({ name: 'Jo Price', stream: 'family' })
  await county.api.exports.listFile({ asked, format: 'csv', grant: county.grant(path) })
  expect(readFileSync(`${path}.about.txt`, 'utf8')).toContain('File number: ')
  expect(await check(county, path)).toMatchObject({ unchanged: true, since: [] })
  writeFileSync(path, `${readFileSync(path, 'utf8')}and,more\r\n`)
  expect(await check(county, path)).toMatchObject({ unchanged: false, made: { kind: 'list' } })
  rmSync(`${path}.about.txt`)
  expect(await check(county, path)).toMatchObject({ made: null })
})

test('a report is made again, from the workbook and from the text, and nothing has changed', async () => {
  const county = await aCounty('sample')
  const asked = { report: 'reach', from: '2026-04-01', to: '2026-09-30' } as const
  for (const format of ['xlsx', 'csv'] as const) {
    const path = aPath(county, format)
    await county.api.exports.report({ asked, format, grant: county.grant(path) })
    expect(await check(county, path)).toMatchObject({ unchanged: true, since: [], made: { kind: 'report' } })
  }
})

test('the county workbook and long tables can be checked, and the words about others need the role', async () => {
  const county = await aCounty('sample')
  const facilitator = await county.as('facilitator')
  for (const which of ['countyWorkbook', 'longTables'] as const) {
    const { path } = await aCountyFile(county, which)
    expect(await check(county, path)).toMatchObject({ unchanged: true, since: [] })
    const theirs = await check(county, path, facilitator)
    expect(theirs).toMatchObject({ unchanged: true, since: null })
    expect(theirs.sinceNotSaid).toContain('Your role')
  }
})

test('what is no file of tables is refused in words', async () => {
  const county = await aCounty()
  const path = aPath(county, 'xlsx')
  writeFileSync(path, 'not a workbook')
  await expect(check(county, path)).rejects.toMatchObject({ code: 'FILE' })
})
