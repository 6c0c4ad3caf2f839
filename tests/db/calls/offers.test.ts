import { describe, expect, test } from 'vitest'
import { aTry, callsOf, setThresholds } from '../../support/call-factories.ts'
import { aGroup } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** Somebody who was offered a place on 16 November, until a day. */
async function anOffer(county: TestCounty, expires_on: string | null) {
  const group = await aGroup(county)
  const { id } = await aPerson(county)
  const { enrolmentId } = await county.api.enrolments.enrol({ groupId: group.id, personId: id, status: 'waiting', onDate: '2026-11-01' }) // prettier-ignore
  await putRows(county, (tx) =>
    tx
      .insertInto('enrolment_event')
      .values({ id, enrolment_id: enrolmentId, on_date: '2026-11-16', step: 1, status: 'offered', reason: null, reason_kind: null, expires_on, override_reason: null, recorded_at: null, recorded_by: null })
      .execute(),
  ) // prettier-ignore
  return { personId: id, enrolmentId, groupId: group.id }
}

const why = async (county: TestCounty) => (await callsOf(county, 'offer-lapsing')).map((call) => call.why)

describe('offers about to lapse', () => {
  test('are called about in a group that is paused too, and in one that is cancelled no more', async () => {
    const county = await aCounty()
    const { groupId: id } = await anOffer(county, '2026-11-25')
    const group = await county.api.groups.get({ id })
    const paused = await county.api.groups.pause({ id, version: group.version, from: '2026-11-23', reason: 'No staff' }) // prettier-ignore
    expect(await why(county)).toEqual(['The offer of a place lapses after 25 November 2026.'])
    await county.api.groups.cancel({ id, version: paused.version, reason: 'No staff' })
    expect(await why(county)).toEqual([])
  })

  test('are called about three days before their last day, and not four', async () => {
    const county = await aCounty()
    const { enrolmentId } = await anOffer(county, '2026-11-27')
    expect(await why(county)).toEqual([])
    county.setNow('2026-11-24T09:00:00.000Z')
    expect(await callsOf(county, 'offer-lapsing')).toMatchObject([
      { title: 'Mia Patel', why: 'The offer of a place lapses after 27 November 2026.', subjectId: enrolmentId, about: 'offer' },
    ]) // prettier-ignore
    await setThresholds(county, { offerDays: 2 })
    expect(await why(county)).toEqual([])
  })

  test('one that has lapsed is still told of, until somebody ends it', async () => {
    const county = await aCounty()
    await anOffer(county, '2026-11-22')
    expect(await why(county)).toEqual([
      'The offer of a place lapsed after 22 November 2026, and nobody has taken it back.',
    ])
  })

  test('one without a last day is not, and one that was taken up neither', async () => {
    const county = await aCounty()
    await anOffer(county, null)
    expect(await why(county)).toEqual([])
    const other = await aCounty()
    const { enrolmentId } = await anOffer(other, '2026-11-23')
    expect(await why(other)).toHaveLength(1)
    await putRows(other, (tx) =>
      tx.updateTable('enrolment_event').set({ status: 'enrolled', expires_on: null }).where('enrolment_id', '=', enrolmentId).where('status', '=', 'offered').execute(),
    ) // prettier-ignore
    expect(await why(other)).toEqual([])
  })

  test('having spoken to them about it is enough until it lapses; then it is not', async () => {
    const county = await aCounty()
    const { personId } = await anOffer(county, '2026-11-24')
    await aTry(county, { personId, at: '2026-11-23T09:00', outcome: 'reached', about: 'offer' })
    expect(await why(county)).toEqual([])
    county.setNow('2026-11-25T09:00:00.000Z')
    expect(await why(county)).toHaveLength(1)
  })
})
