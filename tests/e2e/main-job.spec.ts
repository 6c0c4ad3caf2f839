import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { doTheMainJob, FIRST_DAY } from '../support/main-job.ts'
import { windowApi } from '../support/window-api.ts'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gather-main-job-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function readWorkbook(path: string): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(path)
  return workbook
}

/** The cells of one column below its heading, by the words in the first. */
function column(
  workbook: exceljs.Workbook,
  sheet: string,
  key: number,
  value: number,
): Record<string, unknown> {
  const cells: Record<string, unknown> = {}
  workbook.getWorksheet(sheet)?.eachRow((row) => {
    cells[String(row.getCell(key).value)] = row.getCell(value).value
  })
  return cells
}

test('the main job, from the first start to the workbook, in the window', async ({ launch }) => {
  test.setTimeout(180_000)
  const app = await launch({ now: FIRST_DAY })
  const seen = async (step: string) => {
    await app.screenshot(`main-job-${step.replaceAll(' ', '-')}`)
    await expectAccessible(app.page)
  }
  const files = await doTheMainJob({ app, folder, seen })
  const api = windowApi(app.page)
  const group = (await api.groups.list({})).find(
    (each) => each.name.includes('spring 2027') && each.registersDone === 1,
  )
  const { figures } = await api.reports.groupSummary({ groupId: group!.id })

  const workbook = await readWorkbook(files.workbook)
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
    'Summary',
    'Register',
    'Attendance',
    'Outcomes',
    'Goals',
    'Feedback',
    'About',
  ])
  const summary = column(workbook, 'Summary', 1, 2)
  for (const figure of figures) {
    // What nobody knows is a dash in the file as on the screen: an empty cell would be read as nothing having come.
    expect([figure.name, summary[figure.name]]).toEqual([figure.name, figure.value ?? '–'])
    // The same figure stands on the screen that is open.
    const shown = figure.value === null ? '–' : `${figure.value}${figure.unit === 'percent' ? '%' : ''}`
    await expect(app.page.getByRole('row', { name: figure.name }).first()).toContainText(shown)
  }
  const marks = column(workbook, 'Attendance', 4, 5)
  expect(marks).toMatchObject({
    'Fatima Al Rashid': 'P',
    'Seán Ó Dálaigh': 'L',
    'Kwame Osei': 'A',
    'Zofia Wiśniewska': 'N',
    'Zed Walker': 'P',
  })
  expect(column(workbook, 'Outcomes', 1, 18)).toMatchObject({
    'Fatima Al Rashid': 'Improved',
    'Mason Drury': 'Same',
  })
  // Before was 0 and after was never taken: one is a number, the other is missing.
  expect([
    column(workbook, 'Outcomes', 1, 9)['Seán Ó Dálaigh'],
    column(workbook, 'Outcomes', 1, 13)['Seán Ó Dálaigh'],
  ]).toEqual([0, null])
  expect(readFileSync(files.register).subarray(0, 5).toString()).toBe('%PDF-')
})
