import { expect, test } from 'vitest'
import type { Figure } from '../../../shared/reports/reports.contract.ts'
import { aMeasure } from '../../support/outcome-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const values = (figures: readonly Figure[]) => Object.fromEntries(figures.map((f) => [f.name, f.value]))

test('the figures of a group count what its registers and readings say', async () => {
  const county = await aCounty()
  const { api } = county
  const dates = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']
  const { groupId, sessions, people } = await aRegister(county, { dates, didNotRun: ['2026-11-09'] })
  const family = await aPerson(county, { firstName: 'Fay', family: { kind: 'new', name: 'Patel' } })
  await enrol(county, groupId, family.id)
  const [first, , third] = sessions
  if (!first || !third) throw new Error('There are five sessions.')
  await api.registers.mark({ sessionId: first, personId: at(people, 0), code: 'N' })
  await api.registers.mark({ sessionId: first, personId: at(people, 1), code: 'A' })
  await api.registers.mark({ sessionId: first, personId: at(people, 2), code: 'X' })
  await api.registers.markRest({ sessionId: first, code: 'P' })
  await api.registers.addWalkIn({ sessionId: first, who: { kind: 'new', person: { firstName: 'Wyn', lastName: 'Walk' } } }) // prettier-ignore
  await api.registers.complete({ sessionId: first })
  // Started and not complete: its marks count for nothing yet.
  await api.registers.markRest({ sessionId: third, code: 'P' })
  const measure = await aMeasure(county, groupId)
  const set = (who: number, timePoint: 'before' | 'after', value: number) =>
    api.outcomes.setReading({ groupId, personId: at(people, who), measureId: measure.id, timePoint, item: 1, value, takenOn: '2026-11-23' }) // prettier-ignore
  await set(0, 'before', 3)
  await set(0, 'after', 5)
  await set(1, 'before', 4)
  const summary = await api.reports.groupSummary({ groupId })
  expect(summary.definitionsVersion).toBe(1)
  expect(values(summary.figures)).toEqual({
    'People enrolled': 4,
    Families: 1,
    'Sessions planned': 4,
    'Sessions delivered': 1,
    'Sessions that did not run': 1,
    'Registers owed': 2,
    Attendances: 2,
    'People who came': 2,
    Expected: 4,
    'Attendance rate': 50,
    'Attended or sent apologies': 75,
    'People with a before measure': 2,
    'People with an after measure': 1,
    'People matched': 1,
  })
})

test('somebody waiting, or enrolled only from tomorrow, is not yet enrolled', async () => {
  const county = await aCounty()
  const { groupId } = await aRegister(county, { people: [] })
  const [waiting, tomorrow] = [await aPerson(county), await aPerson(county, { dateOfBirth: null })]
  await county.api.enrolments.enrol({ groupId, personId: waiting.id, status: 'waiting', onDate: '2026-11-01' }) // prettier-ignore
  await enrol(county, groupId, tomorrow.id, '2026-11-24')
  const summary = () => county.api.reports.groupSummary({ groupId })
  expect(values((await summary()).figures)['People enrolled']).toBe(0)
  county.setNow('2026-11-24T00:00:00.000Z')
  expect(values((await summary()).figures)['People enrolled']).toBe(1)
})

test('a group that is not there is said to be so', async () => {
  const { api } = await aCounty()
  await expect(
    api.reports.groupSummary({ groupId: '01900000-0000-7000-8000-000000000000' as never }), // as: no such group
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
