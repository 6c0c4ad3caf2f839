import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marksWritten } from '../../../db/registers/correct-past.repository.ts'
import { openForReading } from '../../../db/open.ts'
import { openStore } from '../../../db/store.ts'
import { AppError } from '../../../shared/errors.ts'
import { addDays } from '../../../shared/time/civil.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { aMark } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const noon = (day: string) => `${day}T12:00:00.000Z`

async function aRun(county: TestCounty) {
  const run = await aRegister(county)
  const sessionId = at(run.sessions, 0)
  const place = (row: number) => ({ sessionId, personId: at(run.people, row) })
  const past = (on: string) => county.api.registers.asAt({ sessionId, on })
  const letters = async (on: string) => (await past(on)).rows.map((row) => row.mark?.code ?? '·').join('')
  return { ...run, sessionId, place, past, letters }
}

test('a register is shown as it stood at the end of any day, and what stands there now beside it', async () => {
  const county = await aCounty()
  const { sessionId, place, past, letters } = await aRun(county)
  await county.api.registers.mark({ ...place(0), code: 'P' })
  county.setNow(noon('2026-11-25'))
  await county.api.registers.markRest({ sessionId, code: 'N' })
  await county.api.registers.complete({ sessionId })
  county.setNow(noon('2026-11-27'))
  await county.api.registers.correct({ ...place(0), code: 'A' })
  // Nobody had been put in by then.
  expect(await letters('2026-11-22')).toBe('')
  expect(await letters('2026-11-23')).toBe('P··')
  expect(await letters('2026-11-24')).toBe('P··')
  expect(await letters('2026-11-25')).toBe('PNN')
  expect(await letters('2026-11-27')).toBe('ANN')
  expect(await past('2026-11-24')).toMatchObject({ state: 'started', completedAt: null })
  expect(await past('2026-11-26')).toMatchObject({ state: 'complete', completedBy: 'Ada Administrator' })
  expect((await past('2026-11-25')).rows.map((row) => row.now)).toEqual(['A', 'N', 'N'])
})

test('what was undone before the day ended is not in it, and what was undone later is', async () => {
  const county = await aCounty()
  const { place, letters } = await aRun(county)
  await county.api.registers.mark({ ...place(0), code: 'P' })
  await county.api.registers.clear(place(0))
  await county.api.registers.mark({ ...place(1), code: 'L' })
  const marked = at(await county.api.audit.list({ limit: 1 }), 0)
  county.setNow(noon('2026-11-24'))
  await county.api.audit.undo({ id: marked.id })
  expect(await letters('2026-11-23')).toBe('·L·')
  expect(await letters('2026-11-24')).toBe('···')
})

test('people are called what they were called that day, and only those known by then are on it', async () => {
  const county = await aCounty()
  const { groupId, people, past } = await aRun(county)
  county.setNow(noon('2026-11-25'))
  const { person } = await county.api.people.get({ id: at(people, 0) })
  const renamed = { firstName: 'Samira', lastName: 'Ahmed', family: { kind: 'none' } } as const
  await county.api.people.update({ id: person.id, version: person.version, ...renamed })
  const late = await aPerson(county, { firstName: 'Lou', lastName: 'Late' })
  await enrol(county, groupId, late.id, '2026-09-01')
  expect((await past('2026-11-24')).rows.map((row) => row.name)).toEqual(['Sam Ahmed', 'Sam Brown', 'Sam Clarke']) // prettier-ignore
  expect((await past('2026-11-25')).rows.map((row) => row.name)).toEqual(['Samira Ahmed', 'Sam Brown', 'Sam Clarke', 'Lou Late']) // prettier-ignore
})

test('whoever was expected by what was written then is on it, whatever date has been put right since', async () => {
  const county = await aCounty()
  const { groupId, past } = await aRun(county)
  const names = async (on: string) => (await past(on)).rows.map((row) => row.name)
  const all = ['Sam Ahmed', 'Sam Brown', 'Sam Clarke']
  county.setNow(noon('2026-11-25'))
  const { enrolmentId, version } = at(await county.api.enrolments.roster({ groupId }), 0)
  const { lines } = await county.api.enrolments.history({ enrolmentId })
  await county.api.enrolments.correctDate({
    enrolmentId,
    version,
    lineId: at(lines, 0).id,
    onDate: '2026-11-24',
  })
  expect(await names('2026-11-24')).toEqual(all)
  expect(await names('2026-11-25')).toEqual(all.slice(1))
})

test('a day ends at midnight by the clock on the wall, in summer too', async () => {
  const county = await aCounty()
  const run = await aRegister(county, { dates: ['2026-06-15'], enrolledOn: '2026-06-01' })
  const place = { sessionId: at(run.sessions, 0), personId: at(run.people, 0) }
  // Half past midnight on the 16th in Leicestershire; in UTC it is still the 15th.
  county.setNow('2027-06-15T23:30:00.000Z')
  await county.api.registers.mark({ ...place, code: 'P' })
  const codeOn = async (on: string) => (await county.api.registers.asAt({ sessionId: place.sessionId, on })).rows[0]?.mark?.code // prettier-ignore
  expect(await codeOn('2027-06-15')).toBeUndefined()
  expect(await codeOn('2027-06-16')).toBe('P')
})

test('a mark that the journal does not know stood from the moment it was made', async () => {
  const county = await aCounty('sample')
  const taken = (await county.api.registers.listBetween({ from: '2026-10-01', to: '2026-11-22' })).filter(
    (one) => one.state === 'complete' && one.marked > 3,
  )
  const { sessionId } = at(taken, 0)
  const now = await county.api.registers.open({ sessionId })
  const after = await county.api.registers.asAt({ sessionId, on: '2026-11-23' })
  expect(after.rows.map((row) => row.mark?.code).toSorted()).toEqual(now.rows.map((row) => row.mark?.code).toSorted()) // prettier-ignore
  const before = await county.api.registers.asAt({ sessionId, on: addDays(now.startsAt.slice(0, 10), -1) })
  expect(before.rows.filter((row) => row.mark !== null)).toEqual([])
})

test('how a register will stand nobody knows: a day to come is answered for today', async () => {
  const county = await aCounty()
  const { past } = await aRun(county)
  expect(await past('2027-01-01')).toEqual(await past('2026-11-23'))
})

test('each printing of a register as it stood is in the audit trail', async () => {
  const county = await aCounty()
  const { sessionId } = await aRun(county)
  await county.api.registers.asAtPaper({ sessionId, on: '2026-11-23' })
  expect(at(await county.api.audit.list({ limit: 1 }), 0).operation).toBe('registers.asAtPaper')
})

test('the marks of one session are found in the journal by its index', async () => {
  const county = await aCounty()
  const { sessionId, people } = await aRun(county)
  await aMark(county, sessionId, at(people, 0), 'P')
  const store = openStore(county.file)
  const { sql, parameters } = marksWritten(store.reader, sessionId, noon('2026-11-23')).compile()
  await store.close()
  const connection = openForReading(county.file)
  const plan = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
  connection.close()
  expect(JSON.stringify(plan)).toMatch(
    /SEARCH journal USING INDEX journal_mark.*SEARCH audit_entry USING INDEX/,
  )
})

type Act =
  | { do: 'mark'; row: number; code: string }
  | { do: 'clear' | 'correct'; row: number; code: string }
  | { do: 'complete' | 'reopen' | 'rest' | 'undo' | 'next-day' }
const row = fc.nat(2)
const code = fc.constantFrom('P', 'L', 'A', 'N')
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('mark' as const), row, code }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('clear' as const, 'correct' as const), row, code }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('complete' as const, 'reopen' as const, 'rest' as const, 'undo' as const) }) }, // prettier-ignore
  { weight: 4, arbitrary: fc.record({ do: fc.constant('next-day' as const) }) },
)

test('as it stood is what was on the screen at the end of each day, whatever was done since', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 25 }), async (acts) => {
      const county = await aCounty()
      const { sessionId, place, letters, past } = await aRun(county)
      const { registers, audit } = county.api
      const onScreen = async () => {
        const { rows, state } = await registers.open({ sessionId })
        return `${state} ${rows.map((one) => one.mark?.code ?? '·').join('')}`
      }
      const undo = async () => {
        const { id, label } = at(await audit.list({ limit: 1 }), 0)
        // Who belongs to the group is another history than what was marked.
        if (/register|mark/i.test(label)) await audit.undo({ id })
      }
      const seen = new Map<string, string>()
      let day = '2026-11-23'
      for (const one of acts) {
        seen.set(day, await onScreen())
        try {
          if (one.do === 'next-day') {
            day = addDays(day, 1)
            county.setNow(noon(day))
          } else if (one.do === 'mark') await registers.mark({ ...place(one.row), code: one.code })
          else if (one.do === 'clear') await registers.clear(place(one.row))
          else if (one.do === 'correct')
            await registers.correct({ ...place(one.row), code: one.code, reason: 'Slip' }) // prettier-ignore
          else if (one.do === 'rest') await registers.markRest({ sessionId, code: 'N' })
          else if (one.do === 'undo') await undo()
          else await registers[one.do]({ sessionId })
        } catch (error) {
          // Refused, as it may be; a fault is a fault.
          if (!(error instanceof AppError) || error.code === 'FAULT') throw error
        }
        seen.set(day, await onScreen())
      }
      for (const [on, expected] of seen)
        expect([on, `${(await past(on)).state} ${await letters(on)}`]).toEqual([on, expected])
    }),
    { numRuns: 15 },
  )
}, 90_000)
