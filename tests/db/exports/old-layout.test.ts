import exceljs from 'exceljs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aLayout, learnt, theirMarks } from '../../support/old-layout-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const dates = ['2026-09-15', '2026-09-22', '2026-09-29', '2026-10-06', '2026-10-20', '2026-10-27']

/** A group that met on the days of the old register, two of its registers complete. */
async function aGroup(county: TestCounty, some: readonly string[] = dates) {
  const group = await aRegister(county, { dates: some, people: ['Ahmed', 'Brown'], name: 'Feeling Safe' })
  for (const [n, letters] of ['PN', 'AX'].entries()) {
    const sessionId = at(group.sessions, n)
    for (const [who, code] of [...letters].entries())
      await county.api.registers.mark({ sessionId, personId: at(group.people, who), code })
    await county.api.registers.complete({ sessionId })
  }
  return group
}

async function made(
  county: TestCounty,
  groupId: Awaited<ReturnType<typeof aGroup>>['groupId'],
  layoutId: Awaited<ReturnType<typeof aLayout>>['id'],
) {
  // prettier-ignore
  const path = join(county.folder, 'old.xlsx')
  await county.api.exports.oldWorkbook({ groupId, layoutId, grant: county.grant(path) })
  const file = new exceljs.Workbook()
  await file.xlsx.readFile(path)
  const [page] = file.worksheets
  if (!page) throw new Error('There is no sheet.')
  return { file, page, row: (n: number) => cellsOf(page, n) }
}

const cellsOf = (page: exceljs.Worksheet, row: number) =>
  Array.from({ length: page.getRow(row).cellCount }, (_, one) => page.getCell(row, one + 1).value)

test('a layout is learnt from the old register: headings as they are, what each is, and every mark that was found', async () => {
  const { content, found, notes, fileName } = await learnt(await aCounty(), 'old-register')
  expect(fileName).toBe('old-register.xlsx')
  expect(content.headerRow).toBe(4)
  const fields = content.columns.map((one) => `${one.heading}: ${one.field}`)
  expect(fields).toEqual([
    'No: number', "Child's name: full-name", 'DOB: date-of-birth', 'Yr: blank', 'School: blank', 'Parent/carer: blank',
    'Contact no.: phone', 'Mosaic ID: mosaic-id', 'Allergies / medical: allergies', 'Photo Y/N: blank',
    'Wk1 15/9: session', 'Wk2 22.9: session', 'Wk 3 (29th Sept): session', 'wk4 06-Oct-26: session', 'HALF TERM: blank',
    'Wk5: session', 'Wk6: session', 'Total: total', '%: percent', 'Comments: blank',
  ]) // prettier-ignore
  expect(content.marks).toEqual([])
  expect(found[0]).toEqual({ text: '/', times: 7 })
  expect(found.map((one) => one.text)).toEqual(expect.arrayContaining(['✓', 'A', 'L', 'DNA', 'apols', 'sick', '0', 'n/a', 'hol', 'P'])) // prettier-ignore
  expect(notes.join(' ')).toContain('1 comment was not read')
})

test('nobody who was in the old workbook is in its layout', async () => {
  const layout = await aLayout(await aCounty())
  expect(JSON.stringify(layout)).not.toMatch(/Hartshorn|Bancroft|Raval|07700|4410237|Jo P|Amir|Autumn 2026/)
})

test('a group is written with the same headings, cell by cell and in the same row', async () => {
  const county = await aCounty()
  const { groupId } = await aGroup(county)
  const layout = await aLayout(county)
  const { page, row } = await made(county, groupId, layout.id)
  expect(row(4)).toEqual(layout.content.columns.map((one) => one.heading))
  expect([page.name, row(1), row(2)]).toEqual(['Feeling Safe', ['Feeling Safe'], ['Venue:', null, null, null, null, 'Facilitators:']]) // prettier-ignore
})

test('its marks are those of the old workbook, its totals are numbers, and a blank stays a blank', async () => {
  const county = await aCounty()
  const { groupId } = await aGroup(county)
  const { row, page } = await made(county, groupId, (await aLayout(county)).id)
  expect(row(5).slice(0, 3)).toEqual([1, 'Sam Ahmed', new Date('2018-05-04T00:00:00Z')])
  expect([row(5)[10], row(5)[11], row(5)[12], row(5)[17], row(5)[18]]).toEqual(['/', 'apols', null, 1, 50])
  expect([row(6)[10], row(6)[11] ?? null, row(6)[17]]).toEqual(['A', null, 0])
  expect([row(7)[0], row(7)[10], row(7)[11]]).toEqual(['TOTAL attending', 1, 0])
  page.eachRow((line) => line.eachCell((cell) => expect(cell.type).not.toBe(exceljs.ValueType.Formula)))
})

test('sessions on other days are headed in the way of the old headings; fewer keep the columns, more are added', async () => {
  const county = await aCounty()
  const layout = await aLayout(county)
  const headings = async (some: readonly string[]) => {
    const { groupId } = await aRegister(county, { dates: some, people: [], name: `Group ${some.length}` })
    return (await made(county, groupId, layout.id)).row(4).slice(10, -3)
  }
  expect(await headings(['2026-11-03', '2026-11-10', '2026-11-17'])).toEqual(['Wk1 3/11', 'Wk2 10.11', 'Wk 3 (17th Nov)', 'wk4', 'HALF TERM', 'Wk5', 'Wk6']) // prettier-ignore
  const eight = [...dates, '2026-11-03', '2026-11-10']
  expect((await headings(eight)).slice(-3)).toEqual(['Wk6', 'Wk7', 'Wk8'])
})

test('what stands for a mark is asked and never guessed', async () => {
  const county = await aCounty()
  const marks = theirMarks.filter((one) => one.code !== 'N')
  await expect(aLayout(county, { marks })).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('N (did not attend') }) // prettier-ignore
  await aLayout(county)
  await expect(aLayout(county)).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('a mark that came into use since stops the file, and says where to say what it is', async () => {
  const county = await aCounty()
  const { groupId } = await aGroup(county)
  const layout = await aLayout(county)
  await county.api.registers.createCode({ code: 'I', label: 'Ill', attended: false, expected: true, contact: false, apology: true, minutes: null }) // prettier-ignore
  const grant = county.grant(join(county.folder, 'x.xlsx'))
  await expect(county.api.exports.oldWorkbook({ groupId, layoutId: layout.id, grant })).rejects.toMatchObject({ message: expect.stringContaining('I (ill)') }) // prettier-ignore
})

test('phones leave only where ringing is safe, and text that looks like a formula stays text', async () => {
  const county = await aCounty()
  const { groupId } = await aGroup(county)
  const { id } = await aPerson(county, { firstName: '=1+1', lastName: 'Zed', phone: '07700 900111' })
  await enrol(county, groupId, id)
  const { row } = await made(county, groupId, (await aLayout(county)).id)
  expect([row(7)[1], row(7)[6] ?? null]).toEqual(['=1+1 Zed', null])
})

test('a tracker is written one row for each mark', async () => {
  const county = await aCounty()
  const { groupId } = await aGroup(county)
  const { content } = await learnt(county, 'old-tracker')
  const layout = await county.api.exports.saveOldLayout({ name: 'Tracker', content: { ...content, marks: theirMarks } }) // prettier-ignore
  const { row, page } = await made(county, groupId, layout.id)
  expect(row(1)).toEqual(content.columns.map((one) => one.heading))
  expect(page.actualRowCount).toBe(1 + 4)
  const line = row(2)
  expect([line[2], line[5], line[6], line[9], line[10], line[14]]).toEqual(['Feeling Safe', 1, new Date('2026-09-15T00:00:00Z'), 'Ahmed', 'Sam', '/']) // prettier-ignore
})

test('layouts are taught by those who make files of the county; whoever makes files of a group uses them', async () => {
  const county = await aCounty()
  const layout = await aLayout(county)
  const facilitator = await county.as('facilitator')
  expect(await facilitator.exports.oldLayouts({})).toMatchObject([{ name: 'Shelthorpe register' }])
  const grant = county.grant(join(county.folder, 'f.xlsx'))
  await expect(facilitator.exports.changeOldLayout({ ...layout, retired: true })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
  await expect(facilitator.exports.learnOldLayout({ grant })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  const changed = await county.api.exports.changeOldLayout({ ...layout, retired: true })
  expect(changed).toMatchObject({ retired: true, version: 2 })
  await expect(county.api.exports.changeOldLayout({ ...layout, name: 'Late' })).rejects.toMatchObject({ code: 'CHANGED' }) // prettier-ignore
})
