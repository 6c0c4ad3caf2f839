import exceljs from 'exceljs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'
import {
  accepting,
  aGroupWithEverything,
  cellAt,
  columnOf,
  compared,
  edited,
  inLine,
  madeWorkbook,
  pageOf,
} from '../../support/workbook-factories.ts'

/** A group, its workbook as it left, and what changing it and bringing it back says. */
async function aWorkbook() {
  const county = await aCounty()
  const group = await aGroupWithEverything(county)
  const path = await madeWorkbook(county, group.groupId)
  const back = async (change: (file: exceljs.Workbook) => void) => {
    await edited(path, change)
    return compared(county, group.groupId, path)
  }
  const markNow = async (session: number, name: string) => {
    const grid = await county.api.registers.grid({ groupId: group.groupId })
    return grid.people.find((one) => one.name === name)?.cells[session]?.code
  }
  return { county, ...group, path, back, markNow, session: (n: number) => at(group.sessions, n) }
}

const lines = ({ differences }: Awaited<ReturnType<typeof compared>>) => differences.map(inLine)

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

test('accepted changes are made by the rules of their screens, in one step that one undo takes back', async () => {
  const { county, groupId, back, session, markNow, scale, people } = await aWorkbook()
  const answer = await back((file) => {
    cellAt(file, 'Register', 'Sam Brown', session(0)).value = 'P'
    cellAt(file, 'Register', 'Sam Brown', session(1)).value = 'L'
    cellAt(file, 'Goals', 'Sam Ahmed', 'goal 2').value = 'Walk to school'
    cellAt(file, 'Outcomes', 'Sam Brown', 'after').value = 7
    cellAt(file, 'Outcomes', 'Sam Brown', 'after on').value = '20 Nov 2026'
  })
  expect(lines(answer)).toHaveLength(4)
  const changes = accepting(answer.differences)
  expect(await county.api.imports.applyWorkbook({ groupId, fileId: answer.fileId, changes, reason: null })).toEqual({ changed: 4 }) // prettier-ignore
  expect([await markNow(0, 'Sam Brown'), await markNow(1, 'Sam Brown')]).toEqual(['P', 'L'])
  const { corrections } = await county.api.registers.corrections({ sessionId: session(0) })
  expect(corrections).toMatchObject([{ name: 'Sam Brown', from: 'L', to: 'P' }])
  const sheet = await county.api.outcomes.sheet({ groupId })
  expect(sheet.readings).toContainEqual(expect.objectContaining({ personId: at(people, 1), measureId: scale.id, timePoint: 'after', value: 7, takenOn: '2026-11-20' })) // prettier-ignore
  expect(sheet.goals.map((one) => one.text)).toContain('Walk to school')
  const entry = at(await county.api.audit.list({ limit: 1 }), 0)
  expect(entry.label).toBe('Make the changes of a workbook')
  await county.api.audit.undo({ id: entry.id })
  expect([await markNow(0, 'Sam Brown'), await markNow(1, 'Sam Brown')]).toEqual(['L', null])
  expect((await county.api.outcomes.sheet({ groupId })).goals).toHaveLength(1)
})

test('after they are made, the same file has no difference that is not made', async () => {
  const { county, groupId, path, back, session } = await aWorkbook()
  const answer = await back((file) => (cellAt(file, 'Register', 'Sam Brown', session(1)).value = 'L'))
  const changes = accepting(answer.differences)
  await county.api.imports.applyWorkbook({ groupId, fileId: answer.fileId, changes })
  expect(await compared(county, groupId, path)).toMatchObject({ differences: [], bothSame: 1 })
})

test('a place that was changed since the comparison is refused by name, and nothing at all is saved', async () => {
  const { county, groupId, back, session, markNow, people } = await aWorkbook()
  const answer = await back((file) => {
    cellAt(file, 'Register', 'Sam Brown', session(1)).value = 'L'
    cellAt(file, 'Register', 'Sam Clarke', session(1)).value = 'L'
  })
  await county.api.registers.mark({ sessionId: session(1), personId: at(people, 2), code: 'N' })
  const changes = accepting(answer.differences)
  await expect(county.api.imports.applyWorkbook({ groupId, fileId: answer.fileId, changes })).rejects.toMatchObject({ code: 'CHANGED', message: expect.stringContaining('Sam Clarke, 23 November 2026, has been changed') }) // prettier-ignore
  expect(await markNow(1, 'Sam Brown')).toBe(null)
})

test('a register that has been complete for more than a week asks for a reason, and takes it', async () => {
  const { county, groupId, back, session, path } = await aWorkbook()
  await back((file) => (cellAt(file, 'Register', 'Sam Brown', session(0)).value = 'P'))
  county.setNow('2026-12-07T09:00:00.000Z')
  const answer = await compared(county, groupId, path)
  expect(answer.differences).toMatchObject([{ state: 'offer', needsReason: true }])
  const make = (reason: string | null) =>
    county.api.imports.applyWorkbook({ groupId, fileId: answer.fileId, changes: accepting(answer.differences), reason }) // prettier-ignore
  await expect(make(null)).rejects.toMatchObject({ message: expect.stringContaining('Say why') })
  await make('The paper said otherwise')
  const { corrections } = await county.api.registers.corrections({ sessionId: session(0) })
  expect(corrections).toMatchObject([{ reason: 'The paper said otherwise' }])
})

test('an assistant, who sees no outcomes, is shown none of them, and can change none', async () => {
  const { county, groupId, path, back, session } = await aWorkbook()
  const assistant = await county.as('assistant')
  const all = await back((file) => {
    cellAt(file, 'Register', 'Sam Brown', session(1)).value = 'L'
    cellAt(file, 'Goals', 'Sam Brown', 'goal 1').value = 'Secret'
  })
  const theirs = await compared(county, groupId, path, assistant)
  expect(JSON.stringify(theirs)).not.toMatch(/Secret|Sleep/)
  expect(lines(theirs)).toEqual(['offer: Sam Brown, 23 November 2026: - > L > -'])
  await expect(assistant.imports.applyWorkbook({ groupId, fileId: all.fileId, changes: accepting(all.differences) })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
  const facilities = await county.as('facilities')
  await expect(compared(county, groupId, path, facilities)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})
