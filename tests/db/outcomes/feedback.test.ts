import { expect, test } from 'vitest'
import { aGroupAsked } from '../../support/feedback-factories.ts'
import { aMeasure } from '../../support/outcome-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

async function asked() {
  const county = await aCounty()
  const group = await aGroupAsked(county)
  const { outcomes } = county.api
  const { groupId } = group
  const whole = { groupId, sessionId: null, measureId: group.overall.id }
  const count = (value: number, add: number, place: object = {}) =>
    outcomes.countFeedback({ ...whole, item: 0, value, add, ...place })
  const sheet = () => outcomes.feedback({ groupId })
  return { county, outcomes, group, whole, count, sheet }
}

test('feedback on a session is asked at each that ran, and on the whole group at its end', async () => {
  const { sheet, group } = await asked()
  const { measures, occasions } = await sheet()
  expect(measures.map((m) => [m.measure.name, m.atSessions, m.atEnd])).toEqual([
    ['Overall rating', false, true],
    ['Rating of the session', true, false],
    ['Three listening questions', false, true],
  ])
  // The session of next week has not been yet.
  expect(occasions.map((one) => [one.sessionId, one.number])).toEqual([
    [null, null],
    [at(group.sessions, 1), 2],
    [at(group.sessions, 0), 1],
  ])
})

test('whoever came is taken for asked, each person once for the whole group', async () => {
  const { county, sheet, group } = await asked()
  const [ahmed, brown] = [at(group.people, 0), at(group.people, 1)]
  for (const sessionId of group.sessions.slice(0, 2))
    await county.api.registers.mark({ sessionId, personId: ahmed, code: 'P' })
  await county.api.registers.mark({ sessionId: at(group.sessions, 0), personId: brown, code: 'P' })
  const { occasions } = await sheet()
  expect(occasions.map((one) => one.came.length)).toEqual([2, 1, 2])
})

test('forms without a name are counted answer by answer, up and down', async () => {
  const { count, sheet, whole } = await asked()
  expect(await count(4, 29)).toEqual({ people: 29 })
  expect(await count(4, 1)).toEqual({ people: 30 })
  expect(await count(3, 9)).toEqual({ people: 9 })
  expect(await count(4, -1)).toEqual({ people: 29 })
  await expect(count(3, -10)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await count(3, -9)
  const { sessionId, measureId } = whole
  expect((await sheet()).tallies).toEqual([{ sessionId, measureId, item: 0, value: 4, people: 29 }])
})

test('only the answers of the measure are counted, and only to its statements', async () => {
  const { count, group } = await asked()
  await expect(count(5, 1)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(count(4, 1, { item: 1 })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const listening = { measureId: group.listening.id }
  expect(await count(2, 16, { ...listening, item: 1 })).toEqual({ people: 16 })
  await expect(count(2, 1, { ...listening, item: 0 })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('no more can have answered than were asked', async () => {
  const { outcomes, count, whole, sheet } = await asked()
  await outcomes.setFeedbackAsked({ ...whole, people: 3 })
  await count(4, 2)
  await count(3, 1)
  await expect(count(1, 1)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('3 people were asked') }) // prettier-ignore
  await expect(outcomes.setFeedbackAsked({ ...whole, people: 2 })).rejects.toMatchObject({ code: 'CONFLICT' })
  await outcomes.setFeedbackAsked({ ...whole, people: null })
  expect(await count(1, 1)).toEqual({ people: 1 })
  expect((await sheet()).asked).toEqual([])
})

test('an answer by name is one person’s, of the day of its session, and can be taken back', async () => {
  const { outcomes, group, sheet } = await asked()
  const [personId, sessionId] = [at(group.people, 0), at(group.sessions, 0)]
  const place = { groupId: group.groupId, sessionId, measureId: group.session.id, personId, item: 0 }
  await outcomes.answerFeedback({ ...place, value: 3 })
  await outcomes.answerFeedback({ ...place, value: 4 })
  expect((await sheet()).answers).toEqual([{ sessionId, measureId: group.session.id, personId, item: 0, value: 4 }]) // prettier-ignore
  const readings = (await outcomes.sheet({ groupId: group.groupId })).readings
  expect(readings).toMatchObject([{ sessionId, takenOn: '2026-11-16', value: 4, timePoint: 'during' }])
  await outcomes.answerFeedback({ ...place, value: null })
  expect((await sheet()).answers).toEqual([])
})

test('feedback is of sessions of the group that have run, and of measures of feedback', async () => {
  const { county, outcomes, count, group, whole } = await asked()
  const rating = { measureId: group.session.id }
  await expect(count(4, 1, { ...rating, sessionId: at(group.sessions, 2) })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  expect(await count(4, 1, { ...rating, sessionId: at(group.sessions, 1) })).toEqual({ people: 1 })
  const goals = await aMeasure(county, group.groupId)
  await expect(count(4, 1, { measureId: goals.id, item: 1 })).rejects.toMatchObject({ message: expect.stringContaining('no feedback') }) // prettier-ignore
  const stranger = at((await outcomes.listMeasures({})).filter((m) => m.name === 'Wellbeing scale 0 to 10'), 0) // prettier-ignore
  await expect(outcomes.setFeedbackAsked({ ...whole, measureId: stranger.id, people: 1 })).rejects.toMatchObject({ message: expect.stringContaining('does not use') }) // prettier-ignore
})

test('the answers of one occasion are of one edition of the measure, by name or without', async () => {
  const { county, outcomes, group, whole, count } = await asked()
  const answer = (who: number, value: number) => outcomes.answerFeedback({ ...whole, personId: at(group.people, who), item: 0, value }) // prettier-ignore
  await answer(0, 4)
  const { edition: _edition, ...fields } = group.overall
  const answers = fields.details.answers.map(({ value, label }) => ({ value: fields.maximum + fields.minimum - value, label })).slice(0, 3) // prettier-ignore
  await county.api.outcomes.updateMeasure({ ...fields, details: { ...fields.details, answers } })
  await expect(answer(1, 1)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('earlier edition') }) // prettier-ignore
  await expect(count(1, 1)).rejects.toMatchObject({ code: 'CONFLICT' })
  // Who has answered may still correct it, in the words of then.
  await answer(0, 3)
  const { report } = await county.api.reports.run({
    report: 'feedback',
    from: '2026-11-01',
    to: '2026-11-30',
  })
  expect(report.tables.map((table) => [table.title, table.lines[0]?.cells[1]?.value])).toEqual([['Overall rating', 1]]) // prettier-ignore
})

test('no undo leaves more who answered than were asked, from either side', async () => {
  const { county, outcomes, whole, count } = await asked()
  const undoLast = async () => (await county.api.audit.nextUndo({})).undo?.id
  const undo = async (id: Awaited<ReturnType<typeof undoLast>>) => county.api.audit.undo({ id: id ?? '' })
  await outcomes.setFeedbackAsked({ ...whole, people: 2 })
  await outcomes.setFeedbackAsked({ ...whole, people: 8 })
  const raised = await undoLast()
  await count(4, 5)
  await expect(undo(raised)).rejects.toMatchObject({ code: 'CHANGED', message: expect.stringContaining('more would have answered') }) // prettier-ignore
  await count(4, -3)
  const taken = await undoLast()
  await outcomes.setFeedbackAsked({ ...whole, people: 3 })
  await expect(undo(taken)).rejects.toMatchObject({ code: 'CHANGED' })
  await outcomes.setFeedbackAsked({ ...whole, people: 5 })
  await undo(taken)
  expect(await count(4, -1)).toEqual({ people: 4 })
})
