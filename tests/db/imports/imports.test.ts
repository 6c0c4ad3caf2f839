import { describe, expect, test } from 'vitest'
import type { GroupId } from '../../../shared/ids.ts'
import type { ColumnKind } from '../../../shared/imports/imports.contract.ts'
import { aList, listColumns, manyPeople } from '../../support/list-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aGroupWithSessions } from '../../support/rows.ts'
import { aCounty } from '../../support/test-county.ts'

const mia = ['Mia', 'Patel', '12/3/2015', '2219048']

async function aGroup() {
  const county = await aCounty()
  const { groupId } = await aGroupWithSessions(county, { dates: ['2026-12-01'] })
  const list = (...people: readonly (readonly string[])[]) => aList(groupId, ...people)
  const states = async (...people: readonly (readonly string[])[]) =>
    (await county.api.imports.preview(list(...people))).map((row) => row.state)
  const apply = (people: readonly (readonly string[])[], decisions: Parameters<typeof county.api.imports.apply>[0]['decisions'] = []) => county.api.imports.apply({ ...list(...people), decisions }) // prettier-ignore
  const roster = () => county.api.enrolments.roster({ groupId })
  return { county, api: county.api, groupId, list, states, apply, roster }
}

describe('the preview of a list', () => {
  test('saves nothing', async () => {
    const { api, states, roster } = await aGroup()
    expect(await states(mia)).toEqual(['new'])
    expect([(await api.people.search({})).total, await roster()]).toEqual([0, []])
  })

  test.each([
    ['the Mosaic ID and name', mia, 'matched'],
    ['the Mosaic ID and another last name', ['Mia', 'Shah', '', '2219048'], 'matched'],
    ['the name and date of birth', ['MIA', 'Pa tel', '12/3/2015', ''], 'matched'],
    ['the name she is known by', ['Amelia', 'Patel', '12/3/2015', ''], 'matched'],
    ['the name alone', ['Mia', 'Patel', '', ''], 'possible'],
    ['the name and another date of birth', ['Mia', 'Patel', '13/3/2015', ''], 'possible'],
    ['the Mosaic ID of somebody with another name', ['Leo', 'Shah', '12/3/2015', '2219048'], 'possible'],
    ['the Mosaic ID and another date of birth', ['Mia', 'Patel', '3/12/2015', '2219048'], 'possible'],
    ['the name and birth with another Mosaic ID', ['Mia', 'Patel', '12/3/2015', '1'], 'possible'],
    ['a twin', ['Leo', 'Patel', '12/3/2015', ''], 'new'],
  ] as const)('by %s', async (_what, row, state) => {
    const { county, states } = await aGroup()
    await aPerson(county, { firstName: 'Amelia', knownAs: 'Mia', mosaicId: '2219048' })
    expect(await states(row)).toEqual([state])
  }) // prettier-ignore

  test('says of a name alone whose it is, and that it is not enough', async () => {
    const { county, api, list } = await aGroup()
    const person = await aPerson(county)
    const [row] = await api.imports.preview(list(['Mia', 'Patel', '', '']))
    expect(row?.reasons).toEqual(['There is a Mia Patel already, born 12 March 2015. A name alone is not enough to tell.']) // prettier-ignore
    expect(row?.matches).toMatchObject([{ kind: 'name-only', person: { id: person.id } }])
  })

  test('keeps rows that cannot be used as they were, with the reason', async () => {
    const { api, list } = await aGroup()
    const [row] = await api.imports.preview(list(['Mia', 'Patel', '31/02/2015', '']))
    expect(row).toMatchObject({ row: 2, state: 'problem', person: null, cells: ['Mia', 'Patel', '31/02/2015', ''], reasons: ['31/02/2015 is not a date that exists.'] }) // prettier-ignore
  })

  test('uses a person who is in the list twice once', async () => {
    const { api, list } = await aGroup()
    const rows = await api.imports.preview(list(mia, ['mia', 'patel', '12 Mar 2015', ''], ['Ana', 'Ray', '', '2219048'])) // prettier-ignore
    expect(rows.map((row) => [row.state, ...row.reasons])).toEqual([
      ['new'],
      ['problem', 'Row 2 has the same name and date of birth.'],
      ['problem', 'Row 2 has the same Mosaic ID.'],
    ])
  })

  test('asks about the same name twice when a date of birth is missing, and not when there are two', async () => {
    const { states } = await aGroup()
    expect(await states(['Mia', 'Patel', '12/3/15', ''], ['Mia', 'Patel', '', ''])).toEqual([
      'new',
      'possible',
    ])
    expect(await states(['Mia', 'Patel', '', ''], ['Mia', 'Patel', '12/3/15', ''])).toEqual([
      'new',
      'possible',
    ])
    expect(await states(['Mia', 'Patel', '12/3/15', ''], ['Mia', 'Patel', '1/1/14', ''])).toEqual([
      'new',
      'new',
    ])
  })

  test('knows who is in the group, waiting for it, or has left it', async () => {
    const { county, api, groupId, list } = await aGroup()
    for (const [firstName, status] of [['Ada', 'enrolled'], ['Bea', 'waiting'], ['Cy', 'enrolled']] as const) {
      const { id } = await aPerson(county, { firstName })
      const { enrolmentId } = await api.enrolments.enrol({ groupId, personId: id, status, onDate: '2026-11-02' })
      if (firstName === 'Cy') await api.enrolments.change({ enrolmentId, version: 1, status: 'withdrawn', onDate: '2026-11-09' }) // prettier-ignore
    } // prettier-ignore
    const rows = await api.imports.preview(list(...['Ada', 'Bea', 'Cy'].map((name) => [name, 'Patel', '12/3/2015', '']))) // prettier-ignore
    expect(rows.map((row) => [row.state, ...row.reasons])).toEqual([
      ['enrolled'],
      ['matched', 'Already in this group: waiting since 2 November 2026.'],
      ['enrolled', 'Already in this group: withdrawn on 9 November 2026. To bring them back, change their line in the group.'], // prettier-ignore
    ])
  })
})

test('the preview of 10,000 rows against 10,000 people takes about a second', async () => {
  const { states, apply } = await aGroup()
  const people = manyPeople(10_000)
  await apply(people)
  const start = performance.now()
  expect(new Set(await states(...people))).toEqual(new Set(['enrolled']))
  // A generous bound: this machine may be busy. `npm run bench` measures.
  expect(performance.now() - start).toBeLessThan(3000)
})

describe('enrolling a list', () => {
  test('adds the new, matches the known, and keeps the rest with their reasons', async () => {
    const { county, api, groupId, apply, roster } = await aGroup()
    await aPerson(county, { firstName: 'Leo', mosaicId: '7' })
    const result = await apply([
      mia,
      ['Leo', 'Patel', '', '7'],
      ['Ana', 'Ray', '31/02/2015', ''],
      ['', '', '', ''],
    ])
    expect(result).toEqual({ added: 1, matched: 1, filled: 0, alreadyEnrolled: 0, leftOut: 1 })
    expect((await roster()).map((row) => [row.name, row.status, row.since])).toEqual([
      ['Leo Patel', 'enrolled', '2026-11-23'],
      ['Mia Patel', 'enrolled', '2026-11-23'],
    ])
    expect(await api.imports.listLeftOut({ groupId })).toMatchObject([
      { fileName: null, row: 4, cells: ['Ana', 'Ray', '31/02/2015', ''], reason: '31/02/2015 is not a date that exists.' }, // prettier-ignore
    ])
  })

  test('twice adds nobody and keeps no row twice', async () => {
    const { api, groupId, apply, roster } = await aGroup()
    const list = [mia, ['Ana', 'Ray', '1/2/2014', ''], ['Bo', 'Ray', '31/02/2015', '']]
    await apply(list)
    expect(await apply(list)).toEqual({ added: 0, matched: 0, filled: 0, alreadyEnrolled: 2, leftOut: 1 })
    expect([(await roster()).length, (await api.people.search({})).total]).toEqual([2, 2])
    expect(await api.imports.listLeftOut({ groupId })).toHaveLength(1)
  })

  test('leaves an undecided row out, and keeps it', async () => {
    const { county, api, groupId, apply } = await aGroup()
    await aPerson(county)
    expect(await apply([['Mia', 'Patel', '', '']])).toMatchObject({ added: 0, matched: 0, leftOut: 1 })
    expect((await api.imports.listLeftOut({ groupId }))[0]?.reason).toMatch(/^Not decided\./)
  })

  test('does what was decided: the same person, or another', async () => {
    const { county, apply, roster } = await aGroup()
    const known = await aPerson(county)
    const row = [['Mia', 'Patel', '', '']]
    expect(await apply(row, [{ row: 2, choice: 'same', personId: known.id }])).toMatchObject({ matched: 1 })
    expect(await apply(row, [{ row: 2, choice: 'same', personId: known.id }])).toMatchObject({ matched: 0, alreadyEnrolled: 1 }) // prettier-ignore
    expect(await apply(row, [{ row: 2, choice: 'new' }])).toMatchObject({ added: 1 })
    expect(await roster()).toHaveLength(2)
  })

  test('never adds a second person with one Mosaic ID, whatever was decided', async () => {
    const { county, apply } = await aGroup()
    await aPerson(county, { mosaicId: '7' })
    const result = await apply([['Leo', 'Shah', '', '7']], [{ row: 2, choice: 'new' }])
    expect(result).toMatchObject({ added: 0, leftOut: 1 })
  })

  test('does not enrol as the same person somebody the row cannot be', async () => {
    const { county, apply } = await aGroup()
    await aPerson(county)
    const other = await aPerson(county, { firstName: 'Leo' })
    const result = await apply([['Mia', 'Patel', '', '']], [{ row: 2, choice: 'same', personId: other.id }])
    expect(result).toMatchObject({ matched: 0, leftOut: 1 })
  })

  test('brings people waiting for a place into the group, after their last line', async () => {
    const { county, api, groupId, apply, roster } = await aGroup()
    const { id } = await aPerson(county, { mosaicId: '2219048' })
    await api.enrolments.enrol({ groupId, personId: id, status: 'waiting', onDate: '2026-11-23' })
    expect(await apply([mia])).toMatchObject({ matched: 1 })
    expect(await roster()).toMatchObject([{ status: 'enrolled', since: '2026-11-23', version: 2 }])
  })

  test('is refused whole for a group that has been cancelled', async () => {
    const county = await aCounty()
    const { groupId } = await aGroupWithSessions(county, { cancelled: true })
    await expect(county.api.imports.apply({ ...aList(groupId, mia), decisions: [] })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect((await county.api.people.search({})).total).toBe(0)
  })

  test('is taken back whole by one undo, and done again by a redo', async () => {
    const { county, api, groupId, apply, roster } = await aGroup()
    const { id: personId } = await aPerson(county, { mosaicId: '2219048' })
    await api.enrolments.enrol({ groupId, personId, status: 'waiting', onDate: '2026-11-02' })
    await apply([mia, ['Ana', 'Ray', '1/2/2014', ''], ['Bo', 'Ray', '31/02/2015', '']])
    const undoLast = async () => api.audit.undo({ id: (await api.audit.nextUndo({})).undo?.id ?? '' })
    await undoLast()
    expect(await roster()).toMatchObject([{ name: 'Mia Patel', status: 'waiting' }])
    expect([(await api.people.search({})).total, await api.imports.listLeftOut({ groupId })]).toEqual([1, []])
    const { redo } = await api.audit.nextUndo({})
    await api.audit.undo({ id: redo?.id ?? '' })
    expect((await roster()).map((row) => row.status)).toEqual(['enrolled', 'enrolled'])
  })
})

describe('what a list knows of a known person and the record lacks', () => {
  const withPhone = (groupId: GroupId, ...people: readonly (readonly string[])[]) => ({
    ...aList(groupId, ...people),
    columns: [...listColumns, 'phone', 'allergies'] satisfies ColumnKind[],
  })
  const row = ['Mia', 'Patel', '12/3/2015', '2219048', '07700 900123', 'Nuts']

  test('is said before it is filled in, is filled in with the enrolment, and is taken back by its undo', async () => {
    const { county, api, groupId } = await aGroup()
    const { id } = await aPerson(county, { allergies: 'Penicillin' })
    const list = withPhone(groupId, row)
    expect(await api.imports.preview(list)).toMatchObject([
      { state: 'matched', fills: [{ personId: id, fields: ['mosaicId', 'phone'] }] },
    ])
    expect(await api.imports.apply({ ...list, decisions: [] })).toMatchObject({ matched: 1, filled: 1 })
    const person = async () => (await api.people.get({ id })).person
    expect(await person()).toMatchObject({ mosaicId: '2219048', phone: '07700 900123', safeToCall: 'not-asked', allergies: 'Penicillin' }) // prettier-ignore
    await api.audit.undo({ id: (await api.audit.nextUndo({})).undo?.id ?? '' })
    expect(await person()).toMatchObject({ mosaicId: null, phone: null, allergies: 'Penicillin' })
  })

  test('never takes the place of what is there', async () => {
    const { county, api, groupId } = await aGroup()
    const { id } = await aPerson(county, {
      mosaicId: '2219048',
      phone: '0116 496 0000',
      allergies: 'None known',
    })
    const list = withPhone(groupId, row)
    expect((await api.imports.preview(list))[0]?.fills).toEqual([])
    expect(await api.imports.apply({ ...list, decisions: [] })).toMatchObject({ matched: 1, filled: 0 })
    expect((await api.people.get({ id })).person).toMatchObject({ phone: '0116 496 0000', version: 1 })
  })

  test('is filled in for whom a person decided on, but never with a Mosaic ID that is somebody else’s', async () => {
    const { county, api, groupId } = await aGroup()
    const { id } = await aPerson(county)
    await aPerson(county, { lastName: 'Shah', dateOfBirth: null, mosaicId: '2219048' })
    const list = withPhone(groupId, row)
    expect((await api.imports.preview(list))[0]?.state).toBe('possible')
    await api.imports.apply({ ...list, decisions: [{ row: 2, choice: 'same', personId: id }] })
    expect((await api.people.get({ id })).person).toMatchObject({ mosaicId: null, phone: '07700 900123' })
  })

  test('is left alone when the row is left out', async () => {
    const { county, api, groupId } = await aGroup()
    const { id } = await aPerson(county)
    const decisions = [{ row: 2, choice: 'leave-out' as const }]
    await api.imports.apply({ ...withPhone(groupId, row), decisions })
    expect((await api.people.get({ id })).person).toMatchObject({ phone: null, version: 1 })
  })
})
