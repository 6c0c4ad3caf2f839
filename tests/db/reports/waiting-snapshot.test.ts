import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../support/dump.ts'
import { anOffer, aSmallGroup, aWaiting, refusal, versionOf } from '../../support/enrolment-factories.ts'
import { mergeTwo } from '../../support/merge-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const MONDAY = '2026-11-23'
const linesIn = ({ file }: TestCounty) =>
  rowsOf(file, 'SELECT * FROM waiting_snapshot_line ORDER BY person_id, group_id')

async function threeWaiting() {
  const county = await aCounty()
  const { id } = await aSmallGroup(county)
  const ada = await aWaiting(county, id, 'Ada', { onDate: '2026-11-02' })
  const ben = await aWaiting(county, id, 'Ben', { status: 'referred', onDate: '2026-11-20' })
  const cat = await aWaiting(county, id, 'Cat')
  return { county, groupId: id, ada, ben, cat }
}

describe('the weekly count of people waiting', () => {
  test('keeps who waits, who is only referred and who has an offer, each with the day of the referral', async () => {
    const { county, groupId, ada, ben, cat } = await threeWaiting()
    await anOffer(county, ada.enrolmentId)
    const { taken, snapshot } = await county.api.reports.takeWaitingSnapshot({})
    expect({ taken, ...snapshot }).toMatchObject({ taken: true, onDate: MONDAY, definitionsVersion: 1, takenBy: 'Ada Administrator' }) // prettier-ignore
    const lines = new Map(linesIn(county).map((line) => [line['enrolment_id'], line]))
    expect(lines.get(ada.enrolmentId)).toMatchObject({
      status: 'offered',
      since: '2026-11-02',
      group_id: groupId,
    })
    expect(lines.get(ben.enrolmentId)).toMatchObject({ status: 'referred', since: '2026-11-20' })
    expect(lines.size).toBe(3)
    expect(lines.get(cat.enrolmentId)).toMatchObject({ status: 'waiting', since: MONDAY })
    expect(snapshot.waits).toBe(2)
  })

  test('is taken once on a day, however often and by whomever it is asked for', async () => {
    const { county } = await threeWaiting()
    const first = await county.api.reports.takeWaitingSnapshot({})
    const assistant = await county.as('assistant')
    const again = await assistant.reports.takeWaitingSnapshot({})
    expect(again).toEqual({ taken: false, snapshot: first.snapshot })
    const entries = await county.api.audit.list({})
    expect(entries.filter((entry) => entry.operation === 'reports.takeWaitingSnapshot')).toHaveLength(1)
  })

  test('is for nobody who may not see people', async () => {
    const facilities = await (await aCounty()).as('facilities')
    await expect(facilities.reports.takeWaitingSnapshot({})).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(facilities.reports.waitingSnapshots({})).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test.each([
    ['the day before', '2026-11-22T23:59:00.000Z'],
    ['the day after', '2026-11-24T00:00:00.000Z'],
  ])('is refused on %s the fixed day, and nothing is filled in', async (_when, instant) => {
    const { county } = await threeWaiting()
    county.setNow(instant)
    const refused = await refusal(county.api.reports.takeWaitingSnapshot({}))
    expect(refused?.code).toBe('CONFLICT')
    expect(refused?.message).toMatch(/counted on Mondays.*Nothing was counted/)
    expect(linesIn(county)).toEqual([])
  })

  test('is taken on another day of the week where the settings say so', async () => {
    const county = await aCounty()
    await county.api.settings.update({ serviceName: 'S', buildingWord: 'B', snapshotWeekday: 3 })
    expect(await county.api.reports.waitingSnapshots({})).toMatchObject({ weekday: 3, due: false })
    expect((await refusal(county.api.reports.takeWaitingSnapshot({})))?.message).toContain('Wednesdays')
    county.setNow('2026-11-25T09:00:00.000Z')
    expect((await county.api.reports.waitingSnapshots({})).due).toBe(true)
    expect((await county.api.reports.takeWaitingSnapshot({})).taken).toBe(true)
    expect(await county.api.reports.waitingSnapshots({})).toMatchObject({ due: false, snapshots: [{ onDate: '2026-11-25', waits: 0 }] }) // prettier-ignore
  })
})

describe('what was counted stays as it was', () => {
  test('when somebody withdraws, has their date put right, or gets a place', async () => {
    const { county, ada, ben } = await threeWaiting()
    await county.api.reports.takeWaitingSnapshot({})
    const before = linesIn(county)
    const version = await versionOf(county, ben.enrolmentId)
    await county.api.enrolments.change({
      enrolmentId: ben.enrolmentId,
      version,
      status: 'withdrawn',
      onDate: '2026-11-21',
      reason: 'Moved',
    })
    const { lines, version: v } = await county.api.enrolments.history({ enrolmentId: ada.enrolmentId })
    await county.api.enrolments.correctDate({
      enrolmentId: ada.enrolmentId,
      version: v,
      lineId: at(lines, 0).id,
      onDate: '2026-10-01',
    })
    await anOffer(county, ada.enrolmentId)
    expect(linesIn(county)).toEqual(before)
    const { snapshots } = await county.api.reports.waitingSnapshots({})
    expect(snapshots).toMatchObject([{ waits: 3 }])
  })

  test('when two records are taken together, even in one group, which neither changes it nor is stopped by it', async () => {
    const { county, groupId, ada } = await threeWaiting()
    const twin = await aWaiting(county, groupId, 'Adah', { onDate: '2026-11-05' })
    await county.api.reports.takeWaitingSnapshot({})
    const before = linesIn(county)
    expect(before).toHaveLength(4)
    await mergeTwo(county.api, ada.personId, twin.personId, 'both')
    expect(linesIn(county)).toEqual(before)
  })

  test('when a referral is taken back, which is not stopped by it', async () => {
    const { county, groupId } = await threeWaiting()
    const { id: personId } = await aPerson(county, { firstName: 'Dot' })
    await county.api.enrolments.refer({ groupId, people: [{ personId }], status: 'waiting', onDate: MONDAY })
    const referral = at(await county.api.audit.list({ limit: 1 }), 0)
    await county.api.reports.takeWaitingSnapshot({})
    const before = linesIn(county)
    await county.api.audit.undo({ id: referral.id })
    expect(linesIn(county)).toEqual(before)
    expect(before).toHaveLength(4)
  })

  test('and cannot itself be undone: its entry in the audit trail has nothing to undo', async () => {
    const { county } = await threeWaiting()
    await county.api.reports.takeWaitingSnapshot({})
    const entry = at(await county.api.audit.list({ limit: 1 }), 0)
    expect(entry.operation).toBe('reports.takeWaitingSnapshot')
    expect((await refusal(county.api.audit.undo({ id: entry.id })))?.message).toContain('nothing to undo')
    expect((await county.api.audit.nextUndo({})).undo?.id).not.toBe(entry.id)
    expect(linesIn(county)).toHaveLength(3)
  })
})
