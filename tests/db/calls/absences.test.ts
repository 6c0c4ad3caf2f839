import { describe, expect, test } from 'vitest'
import {
  aSessionId,
  aTry,
  aChildWhoCame,
  callsOf,
  marked,
  mondays,
  setThresholds,
} from '../../support/call-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty } from '../../support/test-county.ts'

const names = async (county: Parameters<typeof callsOf>[0]) =>
  (await callsOf(county, 'absences')).map((call) => call.title)

describe('two absences running without contact', () => {
  test('call for a call, with the group, the last day and how often', async () => {
    const county = await aCounty()
    const { personId, groupId } = await aChildWhoCame(county, 'PPPNN')
    expect(await callsOf(county, 'absences')).toMatchObject([
      {
        title: 'Sam Ahmed',
        why: 'Missed 2 times running, the last on Mon 16 Nov. Nobody has told us why.',
        on: '2026-11-16',
        person: { id: personId, age: '8', alert: false },
        groupId,
        groupName: 'Bounce Back',
        about: 'absence',
        lastTried: null,
      },
    ])
  })

  test('one absence is not yet one, unless the setting says so', async () => {
    const county = await aCounty()
    await aChildWhoCame(county, 'PPPPN')
    expect(await names(county)).toEqual([])
    await setThresholds(county, { absences: 1 })
    expect(await callsOf(county, 'absences')).toMatchObject([{ why: 'Missed Mon 16 Nov, and nobody has told us why.' }]) // prettier-ignore
    await setThresholds(county, { absences: 2 })
    expect(await names(county)).toEqual([])
  })

  test('an apology between or after them is notice, and materials sent are contact', async () => {
    for (const letters of ['PPNAN', 'PPNNA', 'PPNNM', 'PPNMN']) {
      const county = await aCounty()
      await aChildWhoCame(county, letters)
      expect([letters, await names(county)]).toEqual([letters, []])
    }
  })

  test('what is not recorded is not an absence, and "not expected" neither', async () => {
    const county = await aCounty()
    await aChildWhoCame(county, 'PPPN ')
    expect(await names(county)).toEqual([])
    const other = await aCounty()
    await aChildWhoCame(other, 'PPPNX')
    expect(await names(other)).toEqual([])
  })

  test('a session that did not run is no absence (D77)', async () => {
    const county = await aCounty()
    const taken = await aChildWhoCame(county, 'PPPNN')
    expect(await names(county)).toEqual(['Sam Ahmed'])
    await putRows(county, (tx) =>
      tx.updateTable('session').set({ did_not_run: 1, reason: 'Snow' }).where('id', '=', at(taken.sessions, 4)).execute(),
    ) // prettier-ignore
    expect(await names(county)).toEqual([])
  })

  test('what the letters mean decides, and not the letters', async () => {
    const county = await aCounty()
    await aChildWhoCame(county, 'PPPNN')
    await putRows(county, (tx) =>
      tx.updateTable('mark_code').set({ apology: 1 }).where('id', '=', 'N').execute(),
    )
    expect(await names(county)).toEqual([])
  })

  test('who is waiting or has left is not called, and a volunteer neither', async () => {
    const county = await aCounty()
    const taken = await aRegister(county, { dates: mondays, people: ['Left', 'Volunteer', 'Child'] })
    for (const person of taken.people) await marked(county, taken.sessions, person, 'PPPNN')
    expect(await names(county)).toHaveLength(3)
    await putRows(county, async (tx) => {
      await tx.updateTable('enrolment').set({ role: 'volunteer' }).where('person_id', '=', at(taken.people, 1)).execute() // prettier-ignore
      const [left] = await tx.selectFrom('enrolment').selectAll().where('person_id', '=', at(taken.people, 0)).execute() // prettier-ignore
      if (!left) throw new Error('There is an enrolment')
      const line = { id: taken.people[0] ?? '', enrolment_id: left.id, on_date: '2026-11-20', step: 1 }
      await tx.insertInto('enrolment_event').values({ ...line, status: 'withdrawn', reason: 'Moved', reason_kind: null, expires_on: null, override_reason: null, recorded_at: null, recorded_by: null }).execute() // prettier-ignore
    })
    expect(await names(county)).toEqual(['Sam Child'])
    const waiting = await aPerson(county)
    await county.api.enrolments.enrol({ groupId: taken.groupId, personId: waiting.id, status: 'waiting', onDate: '2026-11-01' }) // prettier-ignore
    expect(await names(county)).toEqual(['Sam Child'])
  })

  test('a group that is over, cancelled or paused calls nobody', async () => {
    const over = await aCounty()
    await aChildWhoCame(over, 'PPPNN', mondays.slice(0, 5))
    expect(await names(over)).toEqual([])
    const county = await aCounty()
    const { groupId } = await aChildWhoCame(county, 'PPPNN')
    const set = (change: object) =>
      putRows(county, (tx) =>
        tx.updateTable('programme_group').set(change).where('id', '=', groupId).execute(),
      )
    await set({ paused_on: '2026-11-20', paused_reason: 'Staff ill' })
    expect(await names(county)).toEqual([])
    await set({ paused_on: null, paused_reason: null })
    expect(await names(county)).toEqual(['Sam Ahmed'])
    await set({ cancelled: 1, cancelled_reason: 'Too few' })
    expect(await names(county)).toEqual([])
  })
})

describe('what was tried', () => {
  test('having spoken to them after the last absence is the end of it, until they miss again twice', async () => {
    const county = await aCounty()
    const { personId, sessions } = await aChildWhoCame(county, 'PPPNN')
    await aTry(county, { personId, at: '2026-11-16T14:00', outcome: 'reached' })
    expect(await names(county)).toEqual([])
    const sessionToCome = async (date: string) => {
      const id = aSessionId()
      await putRows(county, async (tx) => {
        const last = await tx.selectFrom('session').selectAll().where('id', '=', at(sessions, 5)).executeTakeFirstOrThrow()
        await tx.insertInto('session').values({ ...last, id, starts_at: `${date}T10:00`, ends_at: `${date}T12:00`, register_completed_at: null }).execute()
      }) // prettier-ignore
      return id
    }
    const seventh = await sessionToCome('2026-12-07')
    await sessionToCome('2026-12-14')
    county.setNow('2026-12-08T15:00:00.000Z')
    await marked(county, sessions.slice(5), personId, 'N')
    expect(await names(county)).toEqual([])
    await marked(county, [seventh], personId, 'N')
    expect(await callsOf(county, 'absences')).toMatchObject([
      { why: 'Missed 2 times running, the last on Mon 7 Dec. Nobody has told us why.', lastTried: 'Phone, Mon 16 Nov: spoke to them' },
    ]) // prettier-ignore
  })

  test('a message left before the last absence does not answer it, and it is said', async () => {
    const county = await aCounty()
    const { personId } = await aChildWhoCame(county, 'PPPNN')
    await aTry(county, { personId, at: '2026-11-16T09:59', outcome: 'message-left' })
    expect(await callsOf(county, 'absences')).toMatchObject([
      { lastTried: 'Phone, Mon 16 Nov: left a message' },
    ])
  })

  test('having spoken to them between two absences is contact, so they are not running', async () => {
    const county = await aCounty()
    const { personId } = await aChildWhoCame(county, 'PPPNN')
    await aTry(county, { personId, at: '2026-11-16T09:59', outcome: 'reached' })
    expect(await names(county)).toEqual([])
  })

  test('no answer lets it go for the day, and it is back the next', async () => {
    const county = await aCounty()
    const { personId } = await aChildWhoCame(county, 'PPPNN')
    await aTry(county, { personId, at: '2026-11-23T09:30', outcome: 'no-answer' })
    expect(await names(county)).toEqual([])
    county.setNow('2026-11-24T09:00:00.000Z')
    expect(await callsOf(county, 'absences')).toMatchObject([{ lastTried: 'Phone, Mon 23 Nov: no answer' }])
  })

  test('what was about an offer, or about another group, is no answer to an absence', async () => {
    const county = await aCounty()
    const { personId } = await aChildWhoCame(county, 'PPPNN')
    const other = await aRegister(county, { name: 'Kites', people: [] })
    await enrol(county, other.groupId, personId)
    await aTry(county, { personId, at: '2026-11-20T09:30', outcome: 'reached', about: 'offer' })
    await aTry(county, { personId, at: '2026-11-20T09:30', outcome: 'reached', groupId: other.groupId })
    expect(await names(county)).toEqual(['Sam Ahmed'])
    await aTry(county, { personId, at: '2026-11-20T09:30', outcome: 'reached' })
    expect(await names(county)).toEqual([])
  })
})

describe('falling attendance', () => {
  const dates = ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', ...mondays]

  test('is a call of its own, with both halves in words', async () => {
    const county = await aCounty()
    await aChildWhoCame(county, 'PPPPPPANA', dates)
    expect(await callsOf(county, 'falling')).toMatchObject([
      { why: 'Came to 1 of the last 4 sessions, and to 4 of the 4 before.' },
    ])
  })

  test('somebody who missed the last two is called about that, and once', async () => {
    const county = await aCounty()
    await aChildWhoCame(county, 'PPPPPPPNN', dates)
    expect(await callsOf(county, 'falling')).toEqual([])
    expect(await names(county)).toEqual(['Sam Ahmed'])
  })

  test('how many fewer is a setting', async () => {
    const county = await aCounty()
    await aChildWhoCame(county, 'PPPPPPPPA', dates)
    expect(await callsOf(county, 'falling')).toEqual([])
    await setThresholds(county, { fallingBy: 1 })
    expect(await callsOf(county, 'falling')).toHaveLength(1)
  })
})
