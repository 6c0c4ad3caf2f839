import { describe, expect, test } from 'vitest'
import { reportAskedSchema } from '../../../shared/reports/asked.ts'
import type { Kind } from '../../../shared/reports/data-quality.rules.ts'
import type { Report } from '../../../shared/reports/report.ts'
import { rowsOf } from '../../support/dump.ts'
import { aWaiting } from '../../support/enrolment-factories.ts'
import { aWorker } from '../../support/group-factories.ts'
import { aMeasure } from '../../support/outcome-factories.ts'
import { aConsent, aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, type Api, type TestCounty } from '../../support/test-county.ts'

const term = { from: '2026-09-01', to: '2026-12-18' }
const ask = (more: object) => reportAskedSchema.parse({ report: 'data-quality', ...term, ...more })
const run = async ({ api }: { api: Api }, more: object = {}): Promise<Report> =>
  (await api.reports.run(ask(more))).report

/** To mend, of how many looked at. */
async function told(county: { api: Api }, kind: Kind, more: object = {}) {
  const report = await run(county, more)
  const line = report.tables.flatMap((table) => table.lines).find((one) => one.key === kind)
  return [line?.cells[0]?.value, line?.cells[1]?.value]
}

async function behind({ api }: { api: Api }, table: string, line: string, column: string) {
  const { rows } = await api.reports.behind({ asked: ask({}), table, line, column })
  return rows
}

/** A register that was completed by everybody coming. */
async function taken(county: TestCounty, register: Awaited<ReturnType<typeof aRegister>>, session = 0) {
  const sessionId = at(register.sessions, session)
  for (const personId of register.people) await county.api.registers.mark({ sessionId, personId, code: 'P' })
  await county.api.registers.complete({ sessionId })
}

describe('the report of what is missing', () => {
  test('counts registers not taken from the day after the session, and leads to each', async () => {
    const county = await aCounty()
    const register = await aRegister(county, { dates: ['2026-11-16', '2026-11-20', '2026-11-22', '2026-11-23', '2026-11-24'], didNotRun: ['2026-11-20'] }) // prettier-ignore
    expect(await told(county, 'registers')).toEqual([2, 2])
    await taken(county, register)
    expect(await told(county, 'registers')).toEqual([1, 2])
    const [row] = await behind(county, 'work', 'registers', 'to-mend')
    expect(row).toMatchObject({ on: '2026-11-22', link: `/registers/${at(register.sessions, 2)}` })
    expect(await told(county, 'registers', { from: '2026-11-23' })).toEqual([0, 0])
    expect(await told(county, 'registers', { to: '2026-11-16' })).toEqual([0, 1])
  })

  test('asks who delivered a session only once its register is complete', async () => {
    const county = await aCounty()
    const register = await aRegister(county, { dates: ['2026-11-16', '2026-11-17'] })
    expect(await told(county, 'delivered')).toEqual([0, 0])
    await taken(county, register)
    expect(await told(county, 'delivered')).toEqual([1, 1])
  })

  test('finds groups that nobody leads, and shows gaps by who leads', async () => {
    const county = await aCounty()
    const register = await aRegister(county, { dates: ['2026-11-16'] })
    expect(await told(county, 'leaders')).toEqual([1, 1])
    const worker = await aWorker(county)
    await putRows(county, (tx) =>
      tx.insertInto('group_facilitator').values({ id: worker.id, group_id: register.groupId, staff_id: worker.id }).execute(),
    ) // prettier-ignore
    expect(await told(county, 'leaders')).toEqual([0, 1])
    const leaders = (await run(county)).tables.find((table) => table.key === 'leaders')
    expect(leaders?.lines.map((line) => line.name)).toEqual(['Jo Price'])
  })

  test('finds before measures missing once a group has begun, and after measures once it has ended', async () => {
    const county = await aCounty()
    const { groupId, people } = await aRegister(county, { dates: ['2026-11-16', '2026-11-22'], people: ['Ahmed', 'Brown'] }) // prettier-ignore
    expect(await told(county, 'before')).toEqual([0, 0])
    const measure = await aMeasure(county, groupId, { kind: 'scale', goalLimit: 0 })
    expect(await told(county, 'before')).toEqual([2, 2])
    // Who has no before cannot be matched any more, and owes no after.
    expect(await told(county, 'after')).toEqual([0, 0])
    const place = { groupId, personId: at(people, 0), measureId: measure.id, item: 0, takenOn: '2026-11-22' }
    await county.api.outcomes.setReading({ ...place, timePoint: 'before', value: 3, notDoneReason: null })
    expect(await told(county, 'before')).toEqual([1, 2])
    expect(await told(county, 'after')).toEqual([1, 1])
    await county.api.outcomes.setReading({ ...place, timePoint: 'after', value: null, notDoneReason: 'Left early' }) // prettier-ignore
    expect(await told(county, 'after')).toEqual([0, 1])
    county.setNow('2026-11-22T09:00:00.000Z')
    expect(await told(county, 'after')).toEqual([0, 0])
  })

  test('asks for a second look where before and after are of one day, and not where a day lies between', async () => {
    const county = await aCounty()
    const { groupId, people } = await aRegister(county, { dates: ['2026-11-16', '2026-11-22'], people: ['Ahmed', 'Brown'] }) // prettier-ignore
    const measure = await aMeasure(county, groupId, { kind: 'scale', goalLimit: 0 })
    const set = (person: number, timePoint: 'before' | 'after', takenOn: string) =>
      county.api.outcomes.setReading({ groupId, personId: at(people, person), measureId: measure.id, item: 0, takenOn, timePoint, value: 5, notDoneReason: null }) // prettier-ignore
    await set(0, 'before', '2026-11-16')
    await set(0, 'after', '2026-11-17')
    await set(1, 'before', '2026-11-16')
    expect(await told(county, 'readings')).toEqual([0, 2])
    await set(1, 'after', '2026-11-16')
    expect(await told(county, 'readings')).toEqual([1, 2])
    const [row] = await behind(county, 'people', 'readings', 'to-mend')
    expect(row).toMatchObject({ personId: at(people, 1), link: `/groups/${groupId}/outcomes` })
  })

  test('looks at the record of everybody in a register, enrolled or waiting, each person once', async () => {
    const county = await aCounty()
    const one = await aRegister(county, { dates: ['2026-11-16'], people: ['Ahmed'] })
    const two = await aRegister(county, { dates: ['2026-11-17'], people: ['Brown'], name: 'Club' })
    await enrol(county, two.groupId, at(one.people, 0))
    await aWaiting(county, two.groupId, 'Cat')
    await aPerson(county, { firstName: 'Nowhere', dateOfBirth: null })
    const { id } = await aPerson(county, { firstName: 'Undated', dateOfBirth: null, mosaicId: '777' })
    await enrol(county, one.groupId, id)
    expect(await told(county, 'birth')).toEqual([1, 4])
    expect(await told(county, 'mosaic')).toEqual([3, 4])
    expect(await told(county, 'consent')).toEqual([4, 4])
    await aConsent(county, { id }, { answer: 'no' })
    expect(await told(county, 'consent')).toEqual([3, 4])
    const [row] = await behind(county, 'people', 'birth', 'to-mend')
    expect(row).toMatchObject({ personId: id, link: `/people/${id}` })
  })

  test('finds people added in a hurry, those in no group among them', async () => {
    const county = await aCounty()
    const { sessions } = await aRegister(county, { dates: ['2026-11-23'], people: [] })
    await county.api.registers.addWalkIn({ sessionId: at(sessions, 0), who: { kind: 'new', person: { firstName: 'Zed', lastName: 'Walker' } } }) // prettier-ignore
    expect((await told(county, 'provisional'))[0]).toBe(1)
  })

  test('finds the very same name with the same birth, phone or family, until somebody says that they are two', async () => {
    const county = await aCounty()
    const register = await aRegister(county, { people: [] })
    const mia = await aPerson(county)
    await enrol(county, register.groupId, mia.id)
    const other = await aPerson(county, { lastName: 'Pátel', dateOfBirth: null, phone: '07700 900123' })
    const set = (values: { phone?: string; date_of_birth?: string | null }) =>
      putRows(county, (tx) => tx.updateTable('person').set(values).where('id', '=', mia.id).execute())
    expect(await told(county, 'twice')).toEqual([0, 1])
    await set({ phone: '07700 900124' })
    expect(await told(county, 'twice')).toEqual([0, 1])
    await set({ phone: '07700 900123' })
    expect(await told(county, 'twice')).toEqual([1, 1])
    const [row] = await behind(county, 'people', 'twice', 'to-mend')
    expect(row?.link).toBe(`/people/merge/${[mia.id, other.id].toSorted().join('/')}`)
    await county.api.people.notTheSame({ id: mia.id, otherId: other.id })
    expect(await told(county, 'twice')).toEqual([0, 1])
  })

  test('shows the same by building, and a person on two lines once in the total', async () => {
    const county = await aCounty()
    const one = await aRegister(county, { dates: ['2026-11-16'], people: ['Ahmed'] })
    const two = await aRegister(county, { dates: ['2026-11-17'], people: [], name: 'Club' })
    await enrol(county, two.groupId, at(one.people, 0))
    const report = await run(county, { by: 'programme' })
    const places = report.tables.find((table) => table.key === 'places')
    const consent = places?.columns.findIndex((column) => column.key === 'consent') ?? -1
    expect(places?.lines.map((line) => line.cells[consent]?.value)).toEqual([1, 1])
    expect(places?.total?.cells[consent]?.value).toBe(1)
  })

  test('says in one sentence what is most to mend, and that nothing is', async () => {
    const county = await aCounty()
    expect((await run(county)).finding).toBe('There was nothing to look at.')
    await aRegister(county, { dates: ['2026-11-16'] })
    expect((await run(county)).finding).toBe(
      'Most to mend: 3 people without a Mosaic ID of 3, then 3 people not asked for consent of 3.',
    )
  })

  test('comes to the same in plain loops over the rows of the sample county', async () => {
    const county = await aCounty('sample')
    const rows = (query: string) => rowsOf(county.file, query)
    const inPeriod = rows('SELECT * FROM session').filter(
      (session) => String(session['starts_at']) >= term.from && String(session['starts_at']) < '2026-11-23' && session['did_not_run'] === 0,
    ) // prettier-ignore
    let owed = 0
    for (const session of inPeriod) if (session['register_completed_at'] === null) owed += 1
    expect(await told(county, 'registers')).toEqual([owed, inPeriod.length])
    const delivered = new Set(rows('SELECT session_id FROM session_staff').map((row) => row['session_id']))
    const unsaid = inPeriod.filter((s) => s['register_completed_at'] !== null && !delivered.has(s['id']))
    expect((await told(county, 'delivered'))[0]).toBe(unsaid.length)
    const hurried = rows('SELECT * FROM person WHERE provisional = 1 AND merged_into_id IS NULL')
    expect((await told(county, 'provisional'))[0]).toBe(hurried.length)
  })
})
