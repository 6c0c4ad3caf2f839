import { describe, expect, test } from 'vitest'
import { mustNotMeetOf } from '../../../db/people/must-not-meet.repository.ts'
import { aLeadOf } from '../../support/alert-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

async function twoPeople(county: TestCounty) {
  const mia = await aPerson(county)
  const leo = await aPerson(county, { firstName: 'Leo' })
  const pair = { id: mia.id, otherId: leo.id, reason: 'A court order', onDate: '2026-11-20' }
  return { mia, leo, pair }
}

describe('two people who must not meet', () => {
  test('stand with each of them, whichever way round it was written, and once', async () => {
    const county = await aCounty()
    const { mia, leo, pair } = await twoPeople(county)
    await county.api.people.addMustNotMeet(pair)
    for (const [one, other] of [[mia, leo], [leo, mia]] as const) // prettier-ignore
      expect((await county.api.people.alerts({ id: one.id })).mustNotMeet).toMatchObject([{ other: { id: other.id }, reason: 'A court order', untilDate: null, writtenBy: 'Ada Administrator' }]) // prettier-ignore
    await expect(county.api.people.addMustNotMeet({ ...pair, id: leo.id, otherId: mia.id })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    const { id: zed } = await aPerson(county, { firstName: 'Zed' })
    const of = await putRows(county, (tx) => mustNotMeetOf(tx, [mia.id, leo.id, zed]))
    expect([of.get(mia.id)?.map((one) => one.otherId), of.get(leo.id)?.length, of.get(zed)]).toEqual([[leo.id], 1, undefined]) // prettier-ignore
  })

  test('may meet again when it has ended, which stays to be read, and may be kept apart anew', async () => {
    const county = await aCounty()
    const { mia, pair } = await twoPeople(county)
    const { id } = await county.api.people.addMustNotMeet(pair)
    await county.api.people.endMustNotMeet({ id, version: 1, onDate: '2026-11-23' })
    expect((await putRows(county, (tx) => mustNotMeetOf(tx, [mia.id]))).size).toBe(0)
    expect((await county.api.people.alerts({ id: mia.id })).mustNotMeet).toMatchObject([{ untilDate: '2026-11-23' }]) // prettier-ignore
    await expect(county.api.people.endMustNotMeet({ id, version: 2, onDate: '2026-11-23' })).rejects.toMatchObject({ code: 'CHANGED' }) // prettier-ignore
    await county.api.people.addMustNotMeet(pair)
    expect((await county.api.people.alerts({ id: mia.id })).mustNotMeet).toHaveLength(2)
  })

  test('are two, need a reason, and begin no later than today', async () => {
    const county = await aCounty()
    const { mia, pair } = await twoPeople(county)
    for (const wrong of [{ otherId: mia.id }, { reason: ' ' }, { onDate: '2026-11-24' }])
      await expect(county.api.people.addMustNotMeet({ ...pair, ...wrong })).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
  })

  test('are written and ended by who leads a group of either, and by nobody else below a manager', async () => {
    const county = await aCounty()
    const { leo, pair } = await twoPeople(county)
    const assistant = await county.as('assistant')
    await expect(assistant.people.addMustNotMeet(pair)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    const { id } = await county.api.people.addMustNotMeet(pair)
    const end = { id, version: 1, onDate: '2026-11-23' }
    await expect(assistant.people.endMustNotMeet(end)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await (await aLeadOf(county, leo)).api.people.endMustNotMeet(end)
  })

  test('cannot be brought back by an undo when they were kept apart anew', async () => {
    const county = await aCounty()
    const { pair } = await twoPeople(county)
    const { id } = await county.api.people.addMustNotMeet(pair)
    await county.api.people.endMustNotMeet({ id, version: 1, onDate: '2026-11-23' })
    const [ended] = await county.api.audit.list({ limit: 1 })
    await county.api.people.addMustNotMeet(pair)
    if (!ended) throw new Error('Nothing was written.')
    await expect(county.api.audit.undo({ id: ended.id })).rejects.toMatchObject({ code: 'CHANGED' })
  })
})
