import { describe, expect, test } from 'vitest'
import type { Person } from '../../../shared/people/people.contract.ts'
import { anAlert } from '../../support/alert-factories.ts'
import { rowsOf } from '../../support/dump.ts'
import { bothEnrolled, mergeTwo, personOf, two } from '../../support/merge-factories.ts'
import { aPerson, anAdult } from '../../support/people-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aMark } from '../../support/rows.ts'
import { aCounty } from '../../support/test-county.ts'

/** What a change of details takes. */
const without = ({ familyId: _familyId, familyName: _familyName, provisional: _provisional, ...person }: Person) => person // prettier-ignore

describe('making two records of one again', () => {
  test('gives each what was theirs, and leaves what happened since with the one that was kept', async () => {
    const county = await aCounty()
    const both = await two(county, {}, { phone: '07700 900456', mosaicId: '7' })
    const { sessions } = await bothEnrolled(county, both)
    await aMark(county, sessions[0], both.goneId, 'P')
    county.setNow('2026-11-30T09:00:00.000Z')
    const { mergeId } = await mergeTwo(county.api, both.keptId, both.goneId)
    expect(await county.api.people.merges({ id: both.goneId })).toMatchObject([{ id: mergeId, name: 'Amelia Patel', by: 'Ada Administrator' }]) // prettier-ignore
    county.setNow('2026-12-01T09:00:00.000Z')
    await county.api.registers.mark({ sessionId: at(sessions, 2), personId: both.keptId, code: 'N' })
    const person = await personOf(county, both.keptId)
    await county.api.people.update({ ...without(person), phone: '07700 900999', family: { kind: 'none' } })
    const { words } = await county.api.people.unmerge({ id: mergeId })
    expect(words).toEqual([
      'What was recorded since stays with Mia Patel: 1 mark. Put right what is Amelia Patel’s.',
      'Details of Mia Patel that were changed since stay as they are.',
    ])
    expect(await personOf(county, both.keptId)).toMatchObject({ mosaicId: null, phone: '07700 900999' })
    expect(await personOf(county, both.goneId)).toMatchObject({ mosaicId: '7', phone: '07700 900456' })
    const marks = rowsOf(county.file, 'SELECT person_id, code FROM mark ORDER BY session_id')
    expect(marks).toEqual([{ person_id: both.goneId, code: 'P' }, { person_id: both.keptId, code: 'N' }]) // prettier-ignore
    expect(await county.api.people.merges({ id: both.keptId })).toEqual([])
    await expect(county.api.people.unmerge({ id: mergeId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('keeps a “no” that was said since, for both: nobody knows which of them said it', async () => {
    const county = await aCounty()
    const yes = {
      phone: '07700 900123',
      address: '1 High Street',
      safeToCall: 'yes',
      safeToWrite: 'yes',
    } as const
    const both = await two(county, {}, { ...yes, safeToText: 'yes' })
    const { mergeId } = await mergeTwo(county.api, both.keptId, both.goneId)
    const person = await personOf(county, both.keptId)
    await county.api.people.update({ ...without(person), safeToCall: 'no', family: { kind: 'none' } })
    await county.api.people.unmerge({ id: mergeId })
    expect(await personOf(county, both.keptId)).toMatchObject({ safeToCall: 'no' })
    expect(await personOf(county, both.goneId)).toMatchObject({ phone: '07700 900123', safeToCall: 'no', safeToText: 'yes', safeToWrite: 'yes' }) // prettier-ignore
  })

  test('leaves a “yes” of one beside a “no” that the other had said before', async () => {
    const county = await aCounty()
    const both = await two(county, { phone: '07700 900123', safeToCall: 'no' }, { phone: '07700 900456', safeToCall: 'yes' }) // prettier-ignore
    const { mergeId } = await mergeTwo(county.api, both.keptId, both.goneId)
    await county.api.people.unmerge({ id: mergeId })
    expect(await personOf(county, both.goneId)).toMatchObject({ phone: '07700 900456', safeToCall: 'yes' })
  })

  test('begins with the newest', async () => {
    const county = await aCounty()
    const both = await two(county)
    const third = await aPerson(county, { firstName: 'Millie' })
    const first = await mergeTwo(county.api, both.keptId, both.goneId)
    county.setNow('2026-12-01T09:00:00.000Z')
    const second = await mergeTwo(county.api, third.id, both.keptId)
    await expect(county.api.people.unmerge({ id: first.mergeId })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Mia Patel was taken together with this person afterwards. Nothing was changed. Take that back first.',
    }) // prettier-ignore
    // Both addresses go to the one record that there is.
    expect((await county.api.people.get({ id: both.goneId })).person.id).toBe(third.id)
    await county.api.people.unmerge({ id: second.mergeId })
    await county.api.people.unmerge({ id: first.mergeId })
    expect((await county.api.people.search({})).total).toBe(3)
  })

  test('begins with the newest also of two that were taken together at one moment', async () => {
    const county = await aCounty()
    const both = await two(county)
    const third = await aPerson(county, { firstName: 'Millie' })
    const first = await mergeTwo(county.api, both.keptId, both.goneId)
    await mergeTwo(county.api, third.id, both.keptId)
    await expect(county.api.people.unmerge({ id: first.mergeId })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('keeps the marker of each whose alert stands, one written since among them', async () => {
    const county = await aCounty()
    const both = await two(county)
    await anAlert(county, { id: both.goneId })
    const { mergeId } = await mergeTwo(county.api, both.keptId, both.goneId)
    await anAlert(county, { id: both.keptId }, 'Mum may come too')
    await county.api.people.unmerge({ id: mergeId })
    expect(await personOf(county, both.keptId)).toMatchObject({ alert: true })
    expect(await personOf(county, both.goneId)).toMatchObject({ alert: true })
  })

  test('leaves no marker with one who has no alert', async () => {
    const county = await aCounty()
    const both = await two(county)
    await anAlert(county, { id: both.goneId })
    const { mergeId } = await mergeTwo(county.api, both.keptId, both.goneId)
    await county.api.people.unmerge({ id: mergeId })
    expect(await personOf(county, both.keptId)).toMatchObject({ alert: false })
  })

  test('says that somebody they must not meet, and an adult, were recorded since', async () => {
    const county = await aCounty()
    const both = await two(county)
    const { id: otherId } = await aPerson(county, { firstName: 'Dan' })
    const { mergeId } = await mergeTwo(county.api, both.keptId, both.goneId)
    county.setNow('2026-11-23T10:00:00.000Z')
    await county.api.people.addMustNotMeet({
      id: both.keptId,
      otherId,
      reason: 'Court order',
      onDate: '2026-11-23',
    })
    await anAdult(county, { id: both.keptId })
    const { words } = await county.api.people.unmerge({ id: mergeId })
    expect(words).toEqual([
      'What was recorded since stays with Mia Patel: 1 person they must not meet and 1 adult. Put right what is Amelia Patel’s.',
    ])
  })

  test('is refused when the Mosaic ID has been given to somebody else', async () => {
    const county = await aCounty()
    const both = await two(county, {}, { mosaicId: '7' })
    const { mergeId } = await mergeTwo(county.api, both.keptId, both.goneId)
    const person = await personOf(county, both.keptId)
    await county.api.people.update({ ...without(person), mosaicId: null, family: { kind: 'none' } })
    await aPerson(county, { firstName: 'Leo', mosaicId: '7' })
    await expect(county.api.people.unmerge({ id: mergeId })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'The two records cannot be made two again, because the Mosaic ID has been given to somebody else since. Nothing was changed.',
    }) // prettier-ignore
  })
})
