import exceljs from 'exceljs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { measureFields } from '../../support/outcome-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'
import {
  aWorkbook,
  cellAt,
  columnOf,
  compared,
  edited,
  lines,
  pageOf,
} from '../../support/workbook-factories.ts'

test('a workbook that comes back as it left has no difference, and everything in it was compared', async () => {
  const { back } = await aWorkbook()
  const answer = await back(() => {})
  expect(answer).toMatchObject({ differences: [], said: [], bothSame: 0, madeBy: 'Ada Administrator' })
  // 3 people by 3 sessions, 3 by 3 goals, and 4 time points of a goal and of a scale of 3 people.
  expect(answer.compared).toBe(9 + 9 + 4 + 12)
})

test('what was changed in the file only is offered, with what was, what the file says and what stands', async () => {
  const { back, session } = await aWorkbook()
  const answer = await back((file) => {
    cellAt(file, 'Register', 'Sam Brown', session(1)).value = ' l '
    cellAt(file, 'Goals', 'Sam Brown', 'goal 1').value = 'Read a story'
    cellAt(file, 'Outcomes', 'Sam Brown', 'before').value = 12.5
    cellAt(file, 'Outcomes', 'Sam Brown', 'before on').value = new Date('2026-11-20T00:00:00Z')
    cellAt(file, 'Outcomes', 'Sam Clarke', 'not done').value = 'After: Ill; Follow-up: No reply'
    cellAt(file, 'Outcomes', 'Sam Clarke', 'after on').value = '20/11/2026'
    cellAt(file, 'Outcomes', 'Sam Clarke', 'follow-up on').value = 46346
  })
  expect(lines(answer)).toEqual([
    'offer: Sam Brown, 23 November 2026: - > L > -',
    'offer: Sam Brown, Test goals, Goal 1: - > Read a story > -',
    'offer: Sam Brown, Sleep, before: - > 12.5 > -',
    'offer: Sam Clarke, Sleep, after: - > Ill > -',
    'offer: Sam Clarke, Sleep, follow-up: - > No reply > -',
  ])
  expect(answer.differences.at(-1)).toMatchObject({ file: { on: '2026-11-20' }, notes: [expect.stringContaining('20 November 2026')] }) // prettier-ignore
})

test('a change here only is shown and kept; the same change in both is nothing; two different ones are a conflict', async () => {
  const { county, groupId, people, path, session } = await aWorkbook()
  const mark = (who: number, code: string) =>
    county.api.registers.mark({ sessionId: session(1), personId: at(people, who), code })
  await edited(path, (file) => {
    cellAt(file, 'Register', 'Sam Brown', session(1)).value = 'L'
    cellAt(file, 'Register', 'Sam Clarke', session(1)).value = 'N'
  })
  await mark(0, 'L')
  await mark(1, 'L')
  await mark(2, 'P')
  const answer = await compared(county, groupId, path)
  expect(lines(answer)).toEqual([
    'conflict: Sam Clarke, 23 November 2026: - > N > P',
    'here-only: Sam Ahmed, 23 November 2026: P > P > L',
  ])
  expect(answer.bothSame).toBe(1)
})

test('what cannot be read is said and never offered', async () => {
  const { back, session } = await aWorkbook()
  const answer = await back((file) => {
    cellAt(file, 'Register', 'Sam Brown', session(1)).value = '✓'
    cellAt(file, 'Register', 'Sam Clarke', session(1)).value = 1
    cellAt(file, 'Register', 'Sam Clarke', session(2)).value = 'P'
    cellAt(file, 'Outcomes', 'Sam Brown', 'before').value = '7-8'
    // What Excel makes of 7/10.
    const turned = cellAt(file, 'Outcomes', 'Sam Brown', 'after')
    turned.value = new Date('2026-10-07T00:00:00Z')
    turned.style = { ...turned.style, numFmt: 'dd/mm/yyyy' }
    cellAt(file, 'Outcomes', 'Sam Clarke', 'before').value = 31
    cellAt(file, 'Outcomes', 'Sam Clarke', 'before on').value = new Date('2026-11-20T00:00:00Z')
    cellAt(file, 'Outcomes', 'Sam Clarke', 'after').value = 5
    cellAt(file, 'Outcomes', 'Sam Clarke', 'follow-up').value = 5
    cellAt(file, 'Outcomes', 'Sam Clarke', 'follow-up on').value = new Date('2026-12-24T00:00:00Z')
    cellAt(file, 'Outcomes', 'Sleep', 'not done').value = 'moved'
  })
  const problems = new Map(answer.differences.map((one) => [`${one.who}, ${one.what}`, one.problem]))
  expect(answer.differences.every((one) => one.state === 'refused')).toBe(true)
  expect(problems.get('Sam Brown, 23 November 2026')).toContain('“✓” is not a mark')
  expect(problems.get('Sam Clarke, 23 November 2026')).toContain('“1” is not a mark')
  expect(problems.get('Sam Clarke, 30 November 2026')).toContain('Until then only apologies')
  expect(problems.get('Sam Brown, Sleep, before')).toContain('“7-8” is not a number')
  expect(problems.get('Sam Brown, Sleep, after')).toContain('7 October 2026 is a date')
  expect(problems.get('Sam Clarke, Sleep, before')).toContain('0 to 30')
  expect(problems.get('Sam Clarke, Sleep, after')).toContain('There is no day')
  expect(problems.get('Sam Clarke, Sleep, follow-up')).toContain('in the future')
  expect(problems.get('Sam Ahmed, Sleep, after')).toContain('does not say when')
})

test('a blank is not 0, 0 is not a blank, and a cell that was emptied is said to take something away', async () => {
  const { back } = await aWorkbook()
  const answer = await back((file) => {
    const cell = cellAt(file, 'Outcomes', 'Sam Ahmed', 'before', 1)
    expect([cell.value, cellAt(file, 'Outcomes', 'Sam Brown', 'before').value]).toEqual([0, null])
    cell.value = null
  })
  expect(lines(answer)).toEqual(['offer: Sam Ahmed, Test goals, goal 1, before: 0 > - > 0'])
  expect(answer.differences[0]).toMatchObject({ clears: true })
})

test('a formula is taken as its result, and said to be one', async () => {
  const { back, session } = await aWorkbook()
  const answer = await back((file) => {
    cellAt(file, 'Register', 'Sam Brown', session(1)).value = { formula: 'C2', result: 'P' }
  })
  expect(lines(answer)).toEqual(['offer: Sam Brown, 23 November 2026: - > P > -'])
  expect(answer.differences[0]?.notes).toEqual(['A formula: its result was taken.'])
})

test('rows that were sorted, columns that were moved and columns put between change nothing', async () => {
  const { back } = await aWorkbook()
  const answer = await back((file) => {
    const page = pageOf(file, 'Register')
    const [second, fourth] = [page.getRow(2).values, page.getRow(4).values]
    page.getRow(2).values = fourth
    page.getRow(4).values = second
    page.spliceColumns(3, 0, ['Own notes', 'x', 'y'])
  })
  expect(answer).toMatchObject({ differences: [], said: [] })
})

test('rows sorted without what is hidden beside them are left alone, by name: nobody gets another’s marks', async () => {
  const { back } = await aWorkbook()
  const answer = await back((file) => {
    const page = pageOf(file, 'Register')
    for (const column of [2, 3, 4]) {
      const [second, third] = [page.getCell(2, column).value, page.getCell(3, column).value]
      page.getCell(2, column).value = third
      page.getCell(3, column).value = second
    }
  })
  expect(answer.differences).toEqual([])
  expect(answer.said).toEqual([
    expect.stringContaining('row 2 was that of Sam Ahmed'),
    expect.stringContaining('row 3 was that of Sam Brown'),
  ])
})

test('a deleted row or column takes nothing away; a row typed in adds nobody; both are said', async () => {
  const { back, session } = await aWorkbook()
  const answer = await back((file) => {
    const page = pageOf(file, 'Register')
    page.getRow(3).values = []
    page.getCell(12, 2).value = 'Zoe New'
    page.getCell(12, 3).value = 'P'
    page.spliceColumns(columnOf(page, session(2)), 1)
    file.removeWorksheet(pageOf(file, 'Goals').id)
  })
  expect(answer.differences).toEqual([])
  expect(answer.said).toEqual([
    'Register: the column 30 November 2026 is gone from the file. Nothing in it was changed.',
    'Register: the row of Sam Brown is gone from the file. Nothing was taken away here.',
    'Register: row 12 (Zoe New) was typed in by hand. It was left out: people and sessions are added in Gather.', // prettier-ignore
    'The sheet Goals is not in the file. Nothing of it was changed.',
  ])
})

test('a copied row is used when both say the same, and left alone when they do not', async () => {
  const { back, session } = await aWorkbook()
  const copy = (file: exceljs.Workbook, from: number, to: number) => {
    const page = pageOf(file, 'Register')
    page.getRow(from).eachCell((cell, column) => (page.getCell(to, column).value = cell.value))
  }
  const same = await back((file) => copy(file, 2, 14))
  expect(same).toMatchObject({ differences: [], said: ['Register: Sam Ahmed is there more than once, and the same each time.'] }) // prettier-ignore
  const other = await back((file) => {
    const page = pageOf(file, 'Register')
    page.getCell(14, columnOf(page, session(1))).value = 'N'
  })
  expect(other.differences).toEqual([])
  expect(other.said[0]).toContain('rows 2 and 14, with different answers')
})

test('who joined since the file was made is not in it, and that is said', async () => {
  const { county, groupId, path } = await aWorkbook()
  const { id } = await aPerson(county, { lastName: 'Zola' })
  await enrol(county, groupId, id)
  const answer = await compared(county, groupId, path)
  expect(answer.differences).toEqual([])
  expect(answer.said[0]).toBe('Register: 1 person came to the group since the file was made. The file says nothing of them.') // prettier-ignore
})

test('a file of another group, of another county, or that is no workbook of ours is said to be so', async () => {
  const { county, path } = await aWorkbook()
  const other = await aRegister(county, { name: 'Other', people: ['Zed'] })
  const refused = (groupId: typeof other.groupId, file: string, message: string, where = county) =>
    expect(compared(where, groupId, file)).rejects.toMatchObject({ code: 'FILE', message: expect.stringContaining(message) }) // prettier-ignore
  await refused(other.groupId, path, 'workbook of another group')
  const elsewhere = await aCounty()
  const there = await aRegister(elsewhere)
  await refused(there.groupId, path, 'not made in this county', elsewhere)
  const plain = join(county.folder, 'plain.xlsx')
  const file = new exceljs.Workbook()
  file.addWorksheet('Register').addRow(['Name', 'P'])
  await file.xlsx.writeFile(plain)
  await refused(other.groupId, plain, 'not a workbook that Gather made')
  writeFileSync(plain, 'Name,Mark\nSam,P\n')
  await refused(other.groupId, plain, 'Save the workbook as .xlsx')
})

test('a number is held against the edition of the measure that it was taken by', async () => {
  const { county, scale, back } = await aWorkbook()
  await county.api.outcomes.updateMeasure({ ...measureFields(scale), maximum: 5 })
  const { differences } = await back((file) => {
    cellAt(file, 'Outcomes', 'Sleep', 'before').value = 12
    cellAt(file, 'Outcomes', 'Sleep', 'before', 1).value = 12
    cellAt(file, 'Outcomes', 'Sleep', 'before on', 1).value = '20/11/2026'
  })
  expect(differences.map((one) => [one.state, one.was.value === null])).toEqual([['offer', false], ['refused', true]]) // prettier-ignore
})
