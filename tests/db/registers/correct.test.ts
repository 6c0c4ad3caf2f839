import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../support/dump.ts'
import { aWorker } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** A register of three, all present, completed on Monday 23 November 2026. */
async function complete(county: TestCounty) {
  const run = await aRegister(county)
  const sessionId = at(run.sessions, 0)
  await county.api.registers.markRest({ sessionId, code: 'P' })
  await county.api.registers.complete({ sessionId })
  const letters = async () =>
    (await county.api.registers.open({ sessionId })).rows.map((row) => row.mark?.code ?? '·').join('')
  return { ...run, sessionId, personId: at(run.people, 0), letters }
}

test('a complete register is corrected, and shows what it was, what it is, by whom, when and why', async () => {
  const county = await aCounty()
  const { sessionId, personId, letters } = await complete(county)
  county.setNow('2026-11-24T10:00:00.000Z')
  await county.api.registers.correct({ sessionId, personId, code: 'N', reason: 'Mixed up two children' })
  expect(await letters()).toBe('NPP')
  const { corrections } = await county.api.registers.corrections({ sessionId })
  expect(corrections).toEqual([
    expect.objectContaining({
      name: 'Sam Ahmed',
      from: 'P',
      to: 'N',
      by: 'Ada Administrator',
      at: '2026-11-24T10:00:00.000Z',
      reason: 'Mixed up two children',
    }),
  ])
  expect((await county.api.registers.open({ sessionId })).state).toBe('complete')
})

test('figures follow a correction', async () => {
  const county = await aCounty()
  const { sessionId, personId, groupId } = await complete(county)
  await county.api.registers.correct({ sessionId, personId, code: 'N' })
  const { sessions } = await county.api.registers.grid({ groupId })
  expect(sessions[0]?.counts).toEqual({ expected: 3, marked: 3, attended: 2 })
  await county.api.registers.correct({ sessionId, personId, code: 'X' })
  const again = await county.api.registers.grid({ groupId })
  expect(again.sessions[0]?.counts).toEqual({ expected: 2, marked: 2, attended: 2 })
  expect(again.people.map((one) => at(one.cells, 0).corrected)).toEqual([true, false, false])
})

describe('why a mark is corrected', () => {
  test.each([
    ['2026-11-30T10:00:00.000Z', 'need not be said on the seventh day', true],
    ['2026-12-01T10:00:00.000Z', 'must be said on the eighth', false],
  ])('%s: %s', async (now, _, free) => {
    const county = await aCounty()
    const { sessionId, personId, letters } = await complete(county)
    county.setNow(now)
    const corrected = county.api.registers.correct({ sessionId, personId, code: 'N' })
    if (free) await corrected
    else await expect(corrected).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { fields: { reason: expect.stringContaining('23 November 2026') } } }) // prettier-ignore
    expect(await letters()).toBe(free ? 'NPP' : 'PPP')
    await county.api.registers.correct({ sessionId, personId, code: 'A', reason: 'She rang in the morning' })
    expect(await letters()).toBe('APP')
  })

  test('and a register completed more than a week ago is not reopened, which would ask nobody why', async () => {
    const county = await aCounty()
    const { sessionId } = await complete(county)
    county.setNow('2026-12-01T10:00:00.000Z')
    await expect(county.api.registers.reopen({ sessionId })).rejects.toMatchObject({ code: 'CONFLICT' })
    county.setNow('2026-11-30T10:00:00.000Z')
    await county.api.registers.reopen({ sessionId })
  })
})

describe('a complete register is corrected', () => {
  /** A group led by Jo with a register completed by Amir, who does not lead it. */
  async function aLedGroup(county: TestCounty) {
    const jo = await aWorker(county)
    const { groupId, sessions, people } = await aRegister(county)
    const [sessionId, personId] = [at(sessions, 0), at(people, 0)]
    await putRows(
      county,
      (tx) =>
      tx.insertInto('group_facilitator').values({ id: sessionId, group_id: groupId, staff_id: jo.id }).execute(), // prettier-ignore
    )
    const lead = await county.as('facilitator', { name: 'Jo', staffId: jo.id })
    const amir = await county.as('facilitator', { name: 'Amir' })
    await amir.registers.markRest({ sessionId, code: 'P' })
    await amir.registers.complete({ sessionId })
    return { place: { sessionId, personId, reason: 'Slip' }, lead, amir }
  }

  test('by those who lead the group and by managers, at any time', async () => {
    const county = await aCounty()
    const { place, lead } = await aLedGroup(county)
    const manager = await county.as('manager')
    county.setNow('2027-03-01T10:00:00.000Z')
    await lead.registers.correct({ ...place, code: 'N' })
    await manager.registers.correct({ ...place, code: 'L' })
  })

  test('by whoever completed it, within the week only', async () => {
    const county = await aCounty()
    const { place, amir } = await aLedGroup(county)
    await amir.registers.correct({ ...place, code: 'N' })
    county.setNow('2026-12-01T10:00:00.000Z')
    await expect(amir.registers.correct({ ...place, code: 'L' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('manager'),
    })
    expect(await amir.registers.corrections({ sessionId: place.sessionId })).toMatchObject({ mayCorrect: false, needsReason: true }) // prettier-ignore
  })

  test('by nobody else', async () => {
    const county = await aCounty()
    const { place } = await aLedGroup(county)
    for (const role of ['assistant', 'facilitator'] as const) {
      const other = await county.as(role, { name: `Other ${role}` })
      await expect(other.registers.correct({ ...place, code: 'N' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
    }
  })
})

test('somebody who came is added to a complete register, and taken off it again', async () => {
  const county = await aCounty()
  const { sessionId, letters } = await complete(county)
  const { id: personId } = await aPerson(county, { lastName: 'Walker' })
  await county.api.registers.correct({ sessionId, personId, code: 'L', minutes: 20 })
  expect(await letters()).toBe('PPPL')
  county.setNow('2026-11-23T09:05:00.000Z')
  await county.api.registers.correct({ sessionId, personId, code: null })
  expect(await letters()).toBe('PPP')
  const { corrections } = await county.api.registers.corrections({ sessionId })
  expect(corrections.map(({ from, to }) => [from, to])).toEqual([
    ['L', null],
    [null, 'L'],
  ])
})

test('a complete register keeps a mark for everyone expected', async () => {
  const county = await aCounty()
  const { sessionId, personId, letters } = await complete(county)
  await expect(county.api.registers.correct({ sessionId, personId, code: null })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('was expected'),
  })
  expect(await letters()).toBe('PPP')
})

test('minutes and a note are corrected too, and the same again is no correction', async () => {
  const county = await aCounty()
  const { sessionId, personId } = await complete(county)
  await county.api.registers.correct({ sessionId, personId, code: 'L', minutes: 10, note: 'Bus was late' })
  await county.api.registers.correct({ sessionId, personId, code: 'L', minutes: 15 })
  await county.api.registers.correct({ sessionId, personId, code: 'L' })
  const [row] = (await county.api.registers.open({ sessionId })).rows
  expect(row?.mark).toMatchObject({ code: 'L', minutes: 15, note: 'Bus was late' })
  expect((await county.api.registers.corrections({ sessionId })).corrections).toHaveLength(2)
  await expect(county.api.registers.correct({ sessionId, personId, code: 'P', minutes: 5 })).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
})

test('an open register is marked, not corrected', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const asked = { sessionId: at(sessions, 0), personId: at(people, 0), code: 'P' }
  await expect(county.api.registers.correct(asked)).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('a letter that is not in use is given in no correction', async () => {
  const county = await aCounty()
  const { sessionId, personId } = await complete(county)
  await expect(county.api.registers.correct({ sessionId, personId, code: 'Z' })).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
})

test('a correction is undone in the complete register, but no other mark of it is', async () => {
  const county = await aCounty()
  const run = await aRegister(county)
  const [sessionId, personId] = [at(run.sessions, 0), at(run.people, 0)]
  await county.api.registers.mark({ sessionId, personId, code: 'P' })
  const marked = at(await county.api.audit.list({ limit: 1 }), 0)
  await county.api.registers.markRest({ sessionId, code: 'P' })
  await county.api.registers.complete({ sessionId })
  await expect(county.api.audit.undo({ id: marked.id })).rejects.toMatchObject({ code: 'CHANGED' })
  await county.api.registers.correct({ sessionId, personId, code: 'N' })
  await county.api.audit.undo({ id: at(await county.api.audit.list({ limit: 1 }), 0).id })
  const { rows } = await county.api.registers.open({ sessionId })
  expect(rows.map((row) => row.mark?.code)).toEqual(['P', 'P', 'P'])
  expect((await county.api.registers.corrections({ sessionId })).corrections).toEqual([])
})

test('in the sample county some registers were put right, each to what stands there now', async () => {
  const county = await aCounty('sample')
  const made = rowsOf(
    county.file,
    `SELECT correction.id FROM mark_correction AS correction
     JOIN session ON session.id = correction.session_id AND session.register_completed_at < correction.at
     JOIN mark ON mark.session_id = correction.session_id AND mark.person_id = correction.person_id
     WHERE mark.code = correction.to_code AND correction.from_code <> correction.to_code`,
  )
  expect(made.length).toBeGreaterThan(2)
})
