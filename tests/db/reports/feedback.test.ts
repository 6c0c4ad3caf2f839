import { expect, test } from 'vitest'
import type { MeasureId, SessionId } from '../../../shared/ids.ts'
import { aGroupAsked } from '../../support/feedback-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

async function reported() {
  const county = await aCounty()
  const group = await aGroupAsked(county)
  const { outcomes, reports } = county.api
  const give = (measureId: MeasureId, sessionId: SessionId | null, value: number, add: number, item = 0) =>
    outcomes.countFeedback({ groupId: group.groupId, sessionId, measureId, item, value, add })
  const run = async (more: object = {}) => {
    const asked = { report: 'feedback' as const, from: '2026-11-01', to: '2026-11-30', ...more }
    const { report } = await reports.run(asked)
    const cells = report.tables.map((table) => [
      table.title,
      ...(table.lines[0]?.cells.slice(0, 4).map((cell) => cell.value) ?? []),
    ])
    return { asked, report, cells }
  }
  return { county, group, give, run }
}

test('answers by name and forms without one are counted together, of those who came', async () => {
  const { county, group, give, run } = await reported()
  const [monday] = group.sessions
  if (monday === undefined) throw new Error('no session')
  for (const personId of group.people)
    await county.api.registers.mark({ sessionId: monday, personId, code: 'P' })
  const place = { groupId: group.groupId, sessionId: monday, measureId: group.session.id }
  await county.api.outcomes.answerFeedback({ ...place, personId: at(group.people, 0), item: 0, value: 4 })
  await give(group.session.id, monday, 3, 1)
  // Asked 3, answered 2, two thirds, one of them excellent.
  expect((await run()).cells).toEqual([['Rating of the session', 3, 2, 66.7, 1]])
})

test('feedback on a whole group is of the day of its last session so far', async () => {
  const { group, give, run } = await reported()
  await give(group.overall.id, null, 4, 5)
  expect((await run({ from: '2026-11-23', to: '2026-11-23' })).cells).toEqual([['Overall rating', 5, 5, 100, 5]]) // prettier-ignore
  expect((await run({ from: '2026-11-24' })).cells).toEqual([])
  expect((await run({ to: '2026-11-22' })).report.finding).toBe('No feedback was recorded in this period.')
})

test('behind a figure stand its answers, forms without a name among them', async () => {
  const { county, group, give, run } = await reported()
  await give(group.overall.id, null, 4, 5)
  const { asked, report } = await run()
  const [table] = report.tables
  const behind = await county.api.reports.behind({ asked, table: table?.key ?? '', line: 'all', column: 'answer-4' }) // prettier-ignore
  expect(behind.rows).toMatchObject([{ amount: 5, personId: null, what: expect.stringContaining('Excellent') }]) // prettier-ignore
})

test('answers given before a change of the answers stay with the edition they were of', async () => {
  const { county, group, give, run } = await reported()
  await give(group.overall.id, null, 4, 5)
  const { edition: _edition, ...fields } = group.overall
  const answers = [{ value: 1, label: 'Yes' }, { value: 0, label: 'No' }] // prettier-ignore
  await county.api.outcomes.updateMeasure({ ...fields, minimum: 0, maximum: 1, details: { ...fields.details, answers } }) // prettier-ignore
  await expect(give(group.overall.id, null, 1, 1)).rejects.toMatchObject({ code: 'CONFLICT' })
  const { report } = await run()
  expect(report.tables.map((table) => [table.title, table.columns[3]?.name])).toEqual([['Overall rating', 'Excellent']]) // prettier-ignore
})
