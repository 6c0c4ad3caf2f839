import { expect, test } from 'vitest'
import { aGroupAsked } from '../../support/feedback-factories.ts'
import { at } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty } from '../../support/test-county.ts'
import {
  accepting,
  aWorkbook,
  cellAt,
  columnOf,
  compared,
  edited,
  lines,
  madeWorkbook,
  pageOf,
} from '../../support/workbook-factories.ts'

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
  const { subject } = await putRows(county, (tx) => tx.selectFrom('audit_entry').select('subject').where('id', '=', entry.id).executeTakeFirstOrThrow()) // prettier-ignore
  expect(JSON.parse(subject ?? '')).toEqual({ groupId, fileId: answer.fileId, marks: 2, goals: 1, readings: 1, forms: 0 }) // prettier-ignore
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

test('a refusal tells an assistant nothing of what stands in the places that they do not see', async () => {
  const { county, groupId, back } = await aWorkbook()
  const assistant = await county.as('assistant')
  const { fileId, differences } = await back((file) => {
    cellAt(file, 'Goals', 'Sam Ahmed', 'goal 1').value = 'A guess'
    cellAt(file, 'Outcomes', 'Sam Brown', 'after').value = 7
    cellAt(file, 'Outcomes', 'Sam Brown', 'after on').value = '20 Nov 2026'
  })
  const guesses = accepting(differences).map((one) => ({
    ...one,
    seen: { ...one.seen, value: 'Another guess' },
  }))
  expect(guesses.map((one) => one.sheet).toSorted()).toEqual(['goals', 'outcomes'])
  for (const guess of guesses) {
    const refusal = await assistant.imports.applyWorkbook({ groupId, fileId, changes: [guess] }).then(() => null, (error: unknown) => error) // prettier-ignore
    expect(refusal).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(String(refusal)).not.toMatch(/Sleep|it is now/)
  }
})

test('numbers of forms without a name come back and are counted up, down and to none', async () => {
  const county = await aCounty()
  const { groupId, overall } = await aGroupAsked(county)
  const place = { groupId, sessionId: null, measureId: overall.id, item: 0 }
  await county.api.outcomes.countFeedback({ ...place, value: 4, add: 3 })
  await county.api.outcomes.countFeedback({ ...place, value: 3, add: 2 })
  const labels = new Map(overall.details.answers.map((one) => [one.value, one.label]))
  const path = await edited(await madeWorkbook(county, groupId), (file) => {
    const page = pageOf(file, 'Feedback')
    const write = (value: number, forms: number | string) =>
      page.eachRow((row) => {
        if (row.getCell(1).text === 'Overall rating' && row.getCell(4).text === labels.get(value))
          row.getCell(columnOf(page, 'people')).value = forms
      })
    write(4, 5)
    write(3, 0)
    write(2, '1.5')
  })
  const { fileId, differences } = await compared(county, groupId, path)
  expect(differences.map((one) => [one.state, one.was.value, one.file.value])).toEqual([
    ['offer', 3, 5],
    ['offer', 2, null],
    ['refused', null, 1.5],
  ])
  await county.api.imports.applyWorkbook({ groupId, fileId, changes: accepting(differences) })
  const { tallies } = await county.api.outcomes.feedback({ groupId })
  expect(tallies).toMatchObject([{ value: 4, people: 5 }])
})

test('forms that move from one answer to another are never more in between than were asked', async () => {
  const county = await aCounty()
  const { groupId, overall } = await aGroupAsked(county)
  const place = { groupId, sessionId: null, measureId: overall.id }
  await county.api.outcomes.setFeedbackAsked({ ...place, people: 5 })
  await county.api.outcomes.countFeedback({ ...place, item: 0, value: 4, add: 2 })
  await county.api.outcomes.countFeedback({ ...place, item: 0, value: 3, add: 3 })
  const words = new Map(overall.details.answers.map((one) => [one.value, one.label]))
  const write = (page: ReturnType<typeof pageOf>, value: number, forms: number) =>
    page.eachRow((row) => {
      if (row.getCell(1).text === 'Overall rating' && row.getCell(4).text === words.get(value))
        row.getCell(columnOf(page, 'people')).value = forms
    })
  const path = await edited(await madeWorkbook(county, groupId), (file) => {
    const page = pageOf(file, 'Feedback')
    write(page, 4, 4)
    write(page, 3, 1)
  })
  const { fileId, differences } = await compared(county, groupId, path)
  await county.api.imports.applyWorkbook({ groupId, fileId, changes: accepting(differences) })
  const { tallies } = await county.api.outcomes.feedback({ groupId })
  expect(tallies.map((one) => [one.value, one.people]).toSorted()).toEqual([[3, 1], [4, 4]]) // prettier-ignore
})

test('answers keep the words that they had when they were given', async () => {
  const county = await aCounty()
  const { groupId, overall } = await aGroupAsked(county)
  const place = { groupId, sessionId: null, measureId: overall.id, item: 0 }
  await county.api.outcomes.countFeedback({ ...place, value: 4, add: 2 })
  const [best] = overall.details.answers
  const { edition: _edition, ...fields } = overall
  const answers = [{ value: 0, label: 'No' }, { value: 4, label: 'Other words' }] // prettier-ignore
  await county.api.outcomes.updateMeasure({ ...fields, minimum: 0, details: { ...fields.details, answers } })
  const said: string[] = []
  await edited(await madeWorkbook(county, groupId), (file) =>
    pageOf(file, 'Feedback').eachRow((row) => {
      if (row.getCell(1).text === 'Overall rating' && row.getCell(6).value === 2)
        said.push(row.getCell(4).text)
    }),
  )
  expect(said).toEqual([best?.label])
})
