import exceljs from 'exceljs'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEFINITIONS_VERSION } from '../../../shared/reports/definitions.ts'
import { aMeasure, measureFields } from '../../support/outcome-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { aStarredGroup } from '../../support/star-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** A group with two complete registers, one started, one that did not run, readings, and a name that is a trap. */
async function aFullGroup() {
  const county = await aCounty()
  const { api } = county
  // The clocks went back on 25 October: a date that slips by an hour would slip by a day.
  const dates = ['2026-10-25', '2026-10-26', '2026-11-09', '2026-11-23', '2026-11-30']
  const { groupId, sessions, people } = await aRegister(county, { dates, didNotRun: ['2026-11-09'], name: 'Stay & Play' }) // prettier-ignore
  const trap = await aPerson(county, { firstName: '=HYPERLINK("x")', lastName: '-Smith', dateOfBirth: null })
  await enrol(county, groupId, trap.id)
  const ids = [...people, trap.id]
  for (const [session, letters] of [
    [0, 'PNAX'],
    [1, 'LPEO'],
  ] as const) {
    const sessionId = at(sessions, session)
    for (const [who, code] of [...letters].entries())
      await api.registers.mark({ sessionId, personId: at(ids, who), code })
    await api.registers.complete({ sessionId })
  }
  await api.registers.mark({ sessionId: at(sessions, 3), personId: at(ids, 0), code: 'P' })
  const measure = await aMeasure(county, groupId)
  const set = (who: number, timePoint: 'before' | 'after', item: number, value: number | null, notDoneReason: string | null = null) => // prettier-ignore
    api.outcomes.setReading({ groupId, personId: at(ids, who), measureId: measure.id, timePoint, item, value, notDoneReason, takenOn: '2026-11-02' }) // prettier-ignore
  await api.outcomes.setGoal({ groupId, personId: at(ids, 0), measureId: measure.id, item: 1, text: '=1+1' })
  await set(0, 'before', 1, 0)
  await set(0, 'after', 1, 4)
  await set(0, 'before', 2, 5)
  await set(0, 'after', 2, null, 'Moved away')
  await set(1, 'after', 1, 7)
  return { county, groupId, sessions, ids }
}

async function make(county: TestCounty, groupId: Awaited<ReturnType<typeof aFullGroup>>['groupId']) {
  const path = join(county.folder, 'group.xlsx')
  const answer = await county.api.exports.groupWorkbook({ groupId, grant: county.grant(path) })
  const file = new exceljs.Workbook()
  await file.xlsx.readFile(path)
  return { path, answer, file }
}

function sheet(file: exceljs.Workbook, name: string): exceljs.Worksheet {
  const found = file.getWorksheet(name)
  if (!found) throw new Error(`There is no sheet ${name}.`)
  return found
}

/** Rows of a sheet under its headings, as objects by heading. */
function table(page: exceljs.Worksheet, headingRow = 1): Record<string, exceljs.CellValue>[] {
  const headings = page.getRow(headingRow)
  const rows: Record<string, exceljs.CellValue>[] = []
  page.eachRow((row, number) => {
    // What is hidden under a table says which column is which.
    if (number <= headingRow || row.hidden) return
    const values: Record<string, exceljs.CellValue> = {}
    headings.eachCell((cell, column) => {
      values[cell.text] = row.getCell(column).value
    })
    rows.push(values)
  })
  return rows
}

test('the workbook has its seven sheets, and says how many rows each has', async () => {
  const { county, groupId } = await aFullGroup()
  const { answer, file } = await make(county, groupId)
  expect(file.worksheets.map((w) => w.name)).toEqual([
    'Summary',
    'Register',
    'Attendance',
    'Outcomes',
    'Goals',
    'Feedback',
    'About',
  ])
  expect(answer.fileName).toBe('group.xlsx')
  const { figures } = await county.api.reports.groupSummary({ groupId })
  expect(answer.sheets.slice(0, 4)).toEqual([
    { name: 'Summary', rows: figures.length },
    { name: 'Register', rows: 4 },
    { name: 'Attendance', rows: 9 },
    { name: 'Outcomes', rows: 3 },
  ])
})

test('every figure in the file is the figure on the screen', async () => {
  const { county, groupId } = await aFullGroup()
  const { file } = await make(county, groupId)
  const { figures } = await county.api.reports.groupSummary({ groupId })
  const rows = table(sheet(file, 'Summary'), 4)
  expect(rows).toEqual(
    figures.map((f) => ({ Figure: f.name, Value: f.value ?? '–', 'Made of': f.detail, Definition: f.definition })), // prettier-ignore
  )
  const value = (name: string) => figures.find((f) => f.name === name)?.value
  expect(value('Attendance rate')).toBe(71.4)
  const register = sheet(file, 'Register')
  const total = register.getRow(6)
  expect([8, 9, 10, 12].map((column) => total.getCell(column).value)).toEqual([
    value('Attendances'),
    value('Expected'),
    value('Attendance rate'),
    value('Attended or sent apologies'),
  ])
  const { people } = await county.api.reports.coming({ groupId })
  for (const person of people) {
    const row = table(register).find((one) => one['Name'] === person.name)
    expect(row).toMatchObject({
      Attended: person.attended,
      Expected: person.expected,
      'Attended or sent apologies': person.attendedOrApologised,
    })
  }
  const attendance = table(sheet(file, 'Attendance')).filter((row) => row['Register complete'] === 'Yes')
  expect(attendance.filter((row) => row['Attended'] === 'Yes')).toHaveLength(value('Attendances') ?? -1)
  expect(attendance.filter((row) => row['Counts as expected'] === 'Yes')).toHaveLength(value('Expected') ?? -1) // prettier-ignore
})

test('the register sheet is people by dates, with the letters given and blanks where nothing was', async () => {
  const { county, groupId } = await aFullGroup()
  const { file } = await make(county, groupId)
  const page = sheet(file, 'Register')
  const headings = [3, 4, 5, 6, 7].map((column) => page.getCell(1, column).value)
  expect(headings).toEqual(
    ['2026-10-25', '2026-10-26', '2026-11-09', '2026-11-23', '2026-11-30'].map((d) => new Date(`${d}T00:00:00.000Z`)), // prettier-ignore
  )
  const letters = (row: number) => [3, 4, 5, 6, 7].map((column) => page.getCell(row, column).value)
  expect(letters(2)).toEqual(['P', 'L', null, 'P', null])
  expect(page.getCell(5, 2).value).toBe('=HYPERLINK("x") -Smith')
  expect(letters(5)).toEqual(['X', 'O', null, null, null])
  expect(page.getCell(6, 2).value).toBe('Attended')
})

test('nothing that a person typed can be run: it stays text', async () => {
  const { county, groupId } = await aFullGroup()
  const { file } = await make(county, groupId)
  for (const page of file.worksheets)
    page.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.type).not.toBe(exceljs.ValueType.Formula)
        expect(cell.type).not.toBe(exceljs.ValueType.Hyperlink)
      }),
    )
  const names = table(sheet(file, 'Attendance')).map((row) => row['Name'])
  expect(names).toContain('=HYPERLINK("x") -Smith')
  expect(table(sheet(file, 'Outcomes')).map((row) => row['Goal in words'])).toContain('=1+1')
})

test('outcomes stand side by side with their change; missing is blank and 0 is 0', async () => {
  const { county, groupId } = await aFullGroup()
  const { file } = await make(county, groupId)
  const rows = table(sheet(file, 'Outcomes'))
  const shown = rows.map((r) => [r['Name'], r['Goal'], r['Before'], r['After'], r['Change'], r['Result'], r['Not done']]) // prettier-ignore
  expect(shown).toEqual([
    ['Sam Ahmed', 1, 0, 4, 4, 'Improved', null],
    ['Sam Ahmed', 2, 5, null, null, null, 'After: Moved away'],
    ['Sam Brown', 1, null, 7, null, null, null],
  ])
  expect(rows[0]?.['Before on']).toEqual(new Date('2026-11-02T00:00:00.000Z'))
})

test('a result is one by the rules of the reports: by stage, of what counts, and never across editions', async () => {
  const { county, groupId, people, form, measure } = await aStarredGroup()
  const [amy, ben, cat] = [at(people, 0), at(people, 1), at(people, 2)]
  // Within a stage; up a stage; by the family alone.
  await form(amy, 'before', [3])
  await form(amy, 'after', [4])
  await form(ben, 'before', [4])
  await form(ben, 'after', [5])
  await form(cat, 'before', [3], { completedBy: 'family' })
  await form(cat, 'after', [9], { completedBy: 'family' })
  const results = async () => {
    const rows = table(sheet((await make(county, groupId)).file, 'Outcomes'))
    return rows.flatMap((row) => (row['Before'] === null || row['After'] === null ? [] : [row['Result']]))
  }
  expect(await results()).toEqual(['Same', 'Improved', null])
  const [{ id, version } = measure] = (await county.api.outcomes.listMeasures({})).filter((one) => one.id === measure.id) // prettier-ignore
  await county.api.outcomes.updateMeasure({ ...measureFields(measure), id, version, wholeNumbers: false })
  expect(await results()).toEqual(['Same', 'Improved', null])
  await county.api.outcomes.setReading({ groupId, personId: amy, measureId: id, timePoint: 'after', item: 1, value: null, notDoneReason: null, takenOn: '2026-10-05', completedBy: 'worker-and-family' }) // prettier-ignore
  await form(amy, 'after', [9])
  expect(await results()).toEqual([null, 'Improved', null])
})

test('sheets are set up to be read and printed', async () => {
  const { county, groupId } = await aFullGroup()
  const { file } = await make(county, groupId)
  for (const page of file.worksheets) {
    expect(page.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1 })
    expect(page.headerFooter.oddHeader).toContain('OFFICIAL-SENSITIVE')
    expect(page.headerFooter.oddHeader).toContain('Stay && Play')
    expect(page.views[0]?.state).toBe('frozen')
  }
})

test('the file says what it is, who made it, when, and what its numbers mean', async () => {
  const { county, groupId } = await aFullGroup()
  const { file } = await make(county, groupId)
  const about = new Map(table(sheet(file, 'About')).map((row) => [row['What'], row['Says']]))
  expect(about.get('Made by')).toBe('Ada Administrator')
  expect(about.get('Made at')).toEqual(new Date('2026-11-23T09:00:00.000Z'))
  expect(about.get('Definitions version')).toBe(DEFINITIONS_VERSION)
  expect(about.get('Program version')).toBe('Gather 0.0.0-test')
  expect(about.get('Rows in Attendance')).toBe(9)
  expect(about.get('Figure: Attendance rate')).toContain('complete registers')
  expect(about.get('County')).toBe('Live')
})

test('only people and marks of this group are in it', async () => {
  const { county, groupId } = await aFullGroup()
  const other = await aRegister(county, { people: ['Stranger'], name: 'Other' })
  await county.api.registers.markRest({ sessionId: at(other.sessions, 0), code: 'P' })
  const { file } = await make(county, groupId)
  expect(JSON.stringify(file.model)).not.toContain('Stranger')
})

test('making a workbook is recorded, with the group and how many rows, and no name', async () => {
  const { county, groupId } = await aFullGroup()
  await make(county, groupId)
  const { putRows } = await import('../../support/rows.ts')
  const entry = await putRows(
    county,
    (tx) =>
    tx.selectFrom('audit_entry').selectAll().where('operation', '=', 'exports.groupWorkbook').executeTakeFirst(), // prettier-ignore
  )
  expect(entry).toMatchObject({ user_name: 'Ada Administrator', changes: 0 })
  expect(JSON.parse(entry?.subject ?? '')).toMatchObject({
    groupId,
    sheets: expect.arrayContaining([{ name: 'Attendance', rows: 9 }]),
  })
  expect(entry?.subject).not.toContain('Sam')
})

test('a place that cannot be written to leaves no half file, no record and what was there before', async () => {
  const { county, groupId } = await aFullGroup()
  const before = readdirSync(county.folder)
  const to = (path: string) => county.api.exports.groupWorkbook({ groupId, grant: county.grant(path) })
  await expect(to(join(county.folder, 'gone', 'a.xlsx'))).rejects.toMatchObject({
    code: 'FILE',
    message: expect.stringContaining('no longer there'),
  })
  await expect(to(join(county.file, 'a.xlsx'))).rejects.toMatchObject({ code: 'FILE' })
  expect(readdirSync(county.folder).filter((name) => !name.startsWith('county.db'))).toEqual(
    before.filter((name) => !name.startsWith('county.db')),
  )
  expect(existsSync(join(county.folder, '.a.xlsx.part'))).toBe(false)
})

test('a grant is used once', async () => {
  const { county, groupId } = await aFullGroup()
  const grant = county.grant(join(county.folder, 'once.xlsx'))
  await county.api.exports.groupWorkbook({ groupId, grant })
  await expect(county.api.exports.groupWorkbook({ groupId, grant })).rejects.toMatchObject({ code: 'FILE' })
})

test('a workbook takes the place of the last one of that name', async () => {
  const { county, groupId } = await aFullGroup()
  writeFileSync(join(county.folder, 'group.xlsx'), 'old')
  const { file } = await make(county, groupId)
  expect(file.worksheets).toHaveLength(7)
  expect(readdirSync(county.folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('the name offered is the public title and the day', async () => {
  const { county, groupId } = await aFullGroup()
  expect(await county.api.exports.suggestName({ groupId })).toEqual({
    fileName: 'Stay & Play 2026-11-23.xlsx',
  })
})

test('an assistant makes no files', async () => {
  const { county, groupId } = await aFullGroup()
  const assistant = await county.as('assistant')
  await expect(assistant.exports.groupWorkbook({ groupId, grant: 'x' })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  })
})
