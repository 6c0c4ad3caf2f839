import { describe, expect, test } from 'vitest'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import { aMark, putRows, theMarkCodes } from '../../support/rows.ts'
import { aMeasure } from '../../support/outcome-factories.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** Four sessions of which two are done by 23 November 2026, and three people with a before. */
async function nearItsEnd() {
  const county = await aCounty()
  const dates = ['2026-11-10', '2026-11-17', '2026-11-24', '2026-12-01']
  const { groupId, people, sessions } = await aRegister(county, { people: ['Ahmed', 'Brown', 'Clarke', 'Dean'], dates }) // prettier-ignore
  const measure = await aMeasure(county, groupId, { kind: 'scale', goalLimit: 0, name: 'Confidence' })
  const set = (person: PersonId, timePoint: 'before' | 'after', value: number | null, notDoneReason: string | null = null) => // prettier-ignore
    county.api.outcomes.setReading({ groupId, personId: person, measureId: measure.id, timePoint, item: 0, value, notDoneReason, takenOn: '2026-11-17' }) // prettier-ignore
  for (const person of people.slice(0, 3)) await set(person, 'before', 4)
  return { county, groupId, people, sessions, set }
}
const cards = async ({ api }: Pick<TestCounty, 'api'>) => (await api.today.overview({})).needs.filter((need) => need.kind.startsWith('after-measures')) // prettier-ignore
const due = ({ api }: TestCounty, groupId: GroupId) => api.outcomes.due({ groupId })

describe('a group two sessions from its end', () => {
  test('says by name whose after is to be collected, who has no before, and what the rate may become', async () => {
    const { county, groupId, people, set } = await nearItsEnd()
    await set(at(people, 0), 'after', 7)
    expect(await due(county, groupId)).toMatchObject({
      state: 'collecting', sessionsLeft: 2, lastDate: '2026-12-01',
      withBefore: 3, matched: 1, predicted: 3, lackBefore: 1, lackAfter: 2,
      people: [
        { name: 'Sam Brown', forms: [{ measureName: 'Confidence', timePoint: 'after' }] },
        { name: 'Sam Clarke', forms: [{ timePoint: 'after' }] },
        { name: 'Sam Dean', forms: [{ timePoint: 'before' }] },
      ],
    }) // prettier-ignore
    expect((await county.api.outcomes.overview({}))[0]?.due).toMatchObject({ state: 'collecting', withBefore: 3, matched: 1, predicted: 3, lackAfter: 2 }) // prettier-ignore
  })

  test('does not count on somebody who came to none of the last registers that were taken', async () => {
    const { county, groupId, people, sessions } = await nearItsEnd()
    await theMarkCodes(county)
    await aMark(county, at(sessions, 0), at(people, 0), 'P')
    await aMark(county, at(sessions, 0), at(people, 1), 'N')
    expect(await due(county, groupId)).toMatchObject({ predicted: 3 })
    await putRows(county, (tx) => tx.updateTable('session').set({ register_completed_at: '2026-11-10T12:00:00Z' }).where('id', '=', at(sessions, 0)).execute()) // prettier-ignore
    expect(await due(county, groupId)).toMatchObject({ predicted: 1, lackAfter: 3 })
  })

  test('lets go of who is said to be not done, with the reason', async () => {
    const { county, groupId, people, set } = await nearItsEnd()
    for (const person of people.slice(0, 3)) await set(person, 'after', null, 'Moved away')
    expect(await due(county, groupId)).toMatchObject({ predicted: 0, lackAfter: 0 })
    expect(await cards(county)).toEqual([])
  })

  test('has a card on Today that counts, names nobody and leads there, until the last is in', async () => {
    const { county, groupId, people, set } = await nearItsEnd()
    await set(at(people, 0), 'after', 7)
    expect(await cards(county)).toEqual([
      {
        kind: 'after-measures-due',
        title: '2 after measures to collect in Bounce Back',
        detail: 'Last session Tue 1 Dec. 1 before measure is missing too.',
        action: 'See who',
        to: `/groups/${groupId}/outcomes`,
      },
    ])
    for (const person of people.slice(1, 3)) await set(person, 'after', 7)
    expect(await cards(county)).toEqual([])
    expect(await due(county, groupId)).toMatchObject({ matched: 3, predicted: 3 })
  })

  test('is quiet a session earlier, overdue after its end, and let go after four weeks', async () => {
    const { county, groupId } = await nearItsEnd()
    const seen = async (now: string) => {
      county.setNow(now)
      return [(await due(county, groupId)).people.length, ...(await cards(county)).map((card) => card.kind)]
    }
    expect(await seen('2026-11-17T11:00:00Z')).toEqual([0])
    expect(await seen('2026-11-17T12:00:00Z')).toEqual([4, 'after-measures-due'])
    expect(await seen('2026-12-02T09:00:00Z')).toEqual([4, 'after-measures-missing'])
    expect(await seen('2026-12-29T09:00:00Z')).toEqual([4, 'after-measures-missing'])
    expect(await seen('2026-12-30T09:00:00Z')).toEqual([0])
  })

  test('is on the Today of who may record outcomes, and its list is closed to others', async () => {
    const { county, groupId } = await nearItsEnd()
    const assistant = await county.as('assistant')
    expect(await cards({ api: assistant })).toEqual([])
    await expect(assistant.outcomes.due({ groupId })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(assistant.outcomes.duePaper({ groupId })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('is on paper what it is on the screen, and each paper is in the audit trail without a name', async () => {
    const { county, groupId } = await nearItsEnd()
    expect(await county.api.outcomes.duePaper({ groupId })).toEqual(await due(county, groupId))
    const [entry] = await county.api.audit.list({ limit: 1 })
    expect(entry).toMatchObject({ operation: 'outcomes.duePaper' })
    expect(JSON.stringify(entry)).not.toMatch(/Sam|Brown/)
  })
})

test('the report of outcomes has the pairs of a group once it has ended, with the people behind each figure', async () => {
  const { county, groupId, people, set } = await nearItsEnd()
  await set(at(people, 0), 'after', 7)
  await set(at(people, 1), 'after', 4)
  const asked = { report: 'outcomes', from: '2026-10-01', to: '2026-12-31' } as const
  const table = async (key: RegExp) =>
    (await county.api.reports.run(asked)).report.tables.find((one) => key.test(one.key))
  expect((await table(/^matched$/))?.lines[0]?.cells[0]?.value).toBe(0)
  county.setNow('2026-12-02T09:00:00Z')
  const matched = await table(/^matched$/)
  const rate = matched?.columns.findIndex((one) => one.key === 'matched-rate') ?? -1
  expect(matched?.lines[0]?.cells[rate]).toMatchObject({ part: 2, whole: 3, value: 66.7 })
  expect((await table(/^change-/))?.lines[0]?.cells.map((cell) => cell.value)).toEqual([2, 1, 1, 0, 50])
  const behind = await county.api.reports.behind({ asked, table: 'matched', line: 'all', column: 'matched', skip: 0, take: 50 }) // prettier-ignore
  expect(behind.rows).toMatchObject([{ what: 'Sam Ahmed', link: `/groups/${groupId}/outcomes` }, { what: 'Sam Brown' }]) // prettier-ignore
  const { report: later } = await county.api.reports.run({ ...asked, from: '2026-12-02' })
  expect(later.tables[0]?.lines[0]?.cells[0]?.value).toBe(0)
})
