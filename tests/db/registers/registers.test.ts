import { expect, test } from 'vitest'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const TODAY = '2026-11-23'

test('a register that is opened and left is still not taken, and nobody is present', async () => {
  const county = await aCounty()
  const { sessions } = await aRegister(county)
  const sessionId = at(sessions, 0)
  await county.api.registers.open({ sessionId })
  const register = await county.api.registers.open({ sessionId })
  expect(register.state).toBe('due')
  expect(register.rows.map((row) => row.mark)).toEqual([null, null, null])
  expect(register.rows.map((row) => [row.number, row.name])).toEqual([
    [1, 'Sam Ahmed'],
    [2, 'Sam Brown'],
    [3, 'Sam Clarke'],
  ])
})

test('a mark is kept with when and by whom, and starts the register', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const sessionId = at(sessions, 0)
  const answer = await county.api.registers.mark({ sessionId, personId: at(people, 1), code: 'L' })
  expect(answer.mark).toMatchObject({ code: 'L', markedBy: 'Ada Administrator' })
  const register = await county.api.registers.open({ sessionId })
  expect(register.state).toBe('started')
  expect(register.rows.map((row) => row.mark?.code ?? '')).toEqual(['', 'L', ''])
})

test('marking again changes the mark and never makes a second', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const [sessionId, personId] = [at(sessions, 0), at(people, 0)]
  await county.api.registers.mark({ sessionId, personId, code: 'P' })
  await county.api.registers.mark({ sessionId, personId, code: 'N' })
  const { rows } = await county.api.registers.open({ sessionId })
  expect(rows.filter((row) => row.mark !== null).map((row) => row.mark?.code)).toEqual(['N'])
})

test('clearing goes back to not recorded, which is not absent', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const [sessionId, personId] = [at(sessions, 0), at(people, 0)]
  await county.api.registers.mark({ sessionId, personId, code: 'P' })
  await county.api.registers.clear({ sessionId, personId })
  const register = await county.api.registers.open({ sessionId })
  expect(register.state).toBe('due')
  expect(at(register.rows, 0).mark).toBeNull()
})

test('five marked present and everyone else absent: four absent marks are stored', async () => {
  const county = await aCounty()
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I']
  const { sessions, people } = await aRegister(county, { people: names })
  const sessionId = at(sessions, 0)
  for (const personId of people.slice(0, 5))
    await county.api.registers.mark({ sessionId, personId, code: 'P' })
  const refused = county.api.registers.complete({ sessionId })
  await expect(refused).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { unmarked: ['Sam F', 'Sam G', 'Sam H', 'Sam I'] },
  })
  expect(await county.api.registers.markRest({ sessionId, code: 'N' })).toEqual({ marked: 4 })
  await county.api.registers.complete({ sessionId })
  const register = await county.api.registers.open({ sessionId })
  expect(register).toMatchObject({ state: 'complete', completedBy: 'Ada Administrator' })
  expect(register.rows.map((row) => row.mark?.code).join('')).toBe('PPPPPNNNN')
})

test('everyone else absent is one step to undo', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const sessionId = at(sessions, 0)
  await county.api.registers.mark({ sessionId, personId: at(people, 0), code: 'P' })
  await county.api.registers.markRest({ sessionId, code: 'N' })
  const { undo } = await county.api.audit.nextUndo({})
  if (!undo) throw new Error('There should be something to undo.')
  await county.api.audit.undo({ id: undo.id })
  const { rows } = await county.api.registers.open({ sessionId })
  expect(rows.map((row) => row.mark?.code ?? '')).toEqual(['P', '', ''])
})

test('a complete register is changed only after it is opened again', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const [sessionId, personId] = [at(sessions, 0), at(people, 0)]
  await expect(county.api.registers.reopen({ sessionId })).rejects.toMatchObject({ code: 'CONFLICT' })
  await county.api.registers.markRest({ sessionId, code: 'P' })
  await county.api.registers.complete({ sessionId })
  const refused = { code: 'CONFLICT', message: expect.stringContaining('Reopen') }
  await expect(county.api.registers.mark({ sessionId, personId, code: 'N' })).rejects.toMatchObject(refused)
  await expect(county.api.registers.clear({ sessionId, personId })).rejects.toMatchObject(refused)
  await expect(county.api.registers.markRest({ sessionId, code: 'N' })).rejects.toMatchObject(refused)
  await county.api.registers.reopen({ sessionId })
  const register = await county.api.registers.open({ sessionId })
  expect(register.state).toBe('started')
  expect(register.rows.map((row) => row.mark?.code).join('')).toBe('PPP')
  await county.api.registers.mark({ sessionId, personId, code: 'N' })
})

test('a session that did not run has no register to take', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county, { didNotRun: [TODAY] })
  const sessionId = at(sessions, 0)
  const refused = { code: 'CONFLICT', message: expect.stringContaining('did not run') }
  await expect(
    county.api.registers.mark({ sessionId, personId: at(people, 0), code: 'P' }),
  ).rejects.toMatchObject(refused)
  await expect(county.api.registers.complete({ sessionId })).rejects.toMatchObject(refused)
  expect(await county.api.registers.open({ sessionId })).toMatchObject({
    state: 'did-not-run',
    sessionNumber: null,
  })
})

test('before the day only apologies can be marked, and the register cannot be completed', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county, { dates: ['2026-11-24'] })
  const [sessionId, personId] = [at(sessions, 0), at(people, 0)]
  await expect(county.api.registers.mark({ sessionId, personId, code: 'P' })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await county.api.registers.mark({ sessionId, personId, code: 'A' })
  expect((await county.api.registers.open({ sessionId })).state).toBe('not-due')
  await county.api.registers.markRest({ sessionId, code: 'A' })
  await expect(county.api.registers.complete({ sessionId })).rejects.toMatchObject({
    message: expect.stringContaining('24 November 2026'),
  })
})

test('a register of nobody cannot be completed, and says what to do', async () => {
  const county = await aCounty()
  const { sessions } = await aRegister(county, { people: [] })
  await expect(county.api.registers.complete({ sessionId: at(sessions, 0) })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('Enrol people'),
    details: { unmarked: [] },
  })
})

test('somebody enrolled only after the session, or who left before it, is not expected', async () => {
  const county = await aCounty()
  const { sessions, groupId } = await aRegister(county, { people: ['Ahmed'] })
  const sessionId = at(sessions, 0)
  const late = await aPerson(county, { firstName: 'Lou', lastName: 'Late', dateOfBirth: null })
  await enrol(county, groupId, late.id, '2026-11-24')
  expect((await county.api.registers.open({ sessionId })).rows.map((row) => row.name)).toEqual(['Sam Ahmed'])
  await expect(county.api.registers.mark({ sessionId, personId: late.id, code: 'P' })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('walk-in'),
  })
})

test('two sessions of a group on one day have a register each', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county, { dates: [TODAY, TODAY] })
  await county.api.registers.mark({ sessionId: at(sessions, 0), personId: at(people, 0), code: 'L' })
  const second = await county.api.registers.open({ sessionId: at(sessions, 1) })
  expect(at(second.rows, 0).mark).toBeNull()
})

test('the last three marks are shown oldest first, blank where nothing was recorded, and never copied', async () => {
  const county = await aCounty()
  const dates = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', TODAY]
  const { sessions, people } = await aRegister(county, { dates, didNotRun: ['2026-11-09'] })
  const personId = at(people, 0)
  await county.api.registers.mark({ sessionId: at(sessions, 0), personId, code: 'P' })
  await county.api.registers.mark({ sessionId: at(sessions, 3), personId, code: 'N' })
  const register = await county.api.registers.open({ sessionId: at(sessions, 4) })
  expect(at(register.rows, 0)).toMatchObject({ lastMarks: ['P', '', 'N'], mark: null })
  expect(register).toMatchObject({ sessionNumber: 4, sessionCount: 4 })
})

test('a phone number is shown only when calling is safe, and age is in words on the day', async () => {
  const county = await aCounty()
  const { sessions, groupId } = await aRegister(county, { people: [] })
  const add = async (lastName: string, safeToCall: 'yes' | 'no' | 'not-asked') => {
    const person = await aPerson(county, { lastName, safeToCall, phone: '0116 496 0000', dateOfBirth: '2024-08-23' }) // prettier-ignore
    await enrol(county, groupId, person.id)
  }
  await add('A', 'yes')
  await add('B', 'no')
  await add('C', 'not-asked')
  const { rows } = await county.api.registers.open({ sessionId: at(sessions, 0) })
  expect(rows.map((row) => row.phone)).toEqual(['0116 496 0000', null, null])
  expect(at(rows, 0).age).toBe('2 years 3 months')
})

test('an unknown or made-up letter is refused', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  await expect(
    county.api.registers.mark({ sessionId: at(sessions, 0), personId: at(people, 0), code: 'Z' }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('the marks are listed with what they count as', async () => {
  const { api } = await aCounty()
  const codes = await api.registers.listCodes({})
  const of = (letter: string) => codes.find((code) => code.code === letter)
  expect(of('P')).toMatchObject({ attended: true, expected: true, key: 'p' })
  expect(of('A')).toMatchObject({ attended: false, expected: true })
  expect(of('X')).toMatchObject({ attended: false, expected: false })
  for (const code of codes) if (code.attended) expect(code.expected).toBe(true)
})

test('registers of some days are listed with both ends, and how many are marked of how many', async () => {
  const county = await aCounty()
  const dates = ['2026-11-20', '2026-11-21', TODAY, '2026-11-24']
  const { sessions, people } = await aRegister(county, { dates, didNotRun: ['2026-11-21'] })
  await county.api.registers.mark({ sessionId: at(sessions, 2), personId: at(people, 0), code: 'P' })
  const list = await county.api.registers.listBetween({ from: '2026-11-21', to: TODAY })
  expect(list.map((row) => [row.startsAt, row.state, row.marked, row.expected])).toEqual([
    ['2026-11-21T10:00', 'did-not-run', 0, 0],
    [`${TODAY}T10:00`, 'started', 1, 3],
  ])
})

test('marks made before the program was closed are there when it is opened again', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const sessionId = at(sessions, 0)
  for (const personId of people.slice(0, 2))
    await county.api.registers.mark({ sessionId, personId, code: 'P' })
  await county.host.close()
  const { createHost } = await import('../../../db/host.ts')
  const again = await createHost({ file: county.file, version: '0', now: () => new Date('2026-11-23T10:00:00Z'), log: () => undefined }) // prettier-ignore
  const session = again.openSession({ take: () => null })
  session.actor = county.session.actor
  const reply = await again.call(session, 'registers', 'open', { sessionId })
  await again.close()
  expect(reply).toMatchObject({ ok: true, value: { state: 'started' } })
  expect(JSON.stringify(reply)).toContain('"code":"P"')
})
