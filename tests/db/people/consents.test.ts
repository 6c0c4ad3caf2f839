import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../shared/ids.ts'
import type { ConsentKind } from '../../../shared/people/consents.rules.ts'
import { aConsent, aFamily, aPerson } from '../../support/people-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const consentOf = async ({ api }: TestCounty, id: PersonId, kind: ConsentKind = 'photos') => {
  const { consents } = await api.people.get({ id })
  const one = consents.find((consent) => consent.kind === kind)
  if (!one) throw new Error('There is no such consent.')
  return one
}

describe('a consent', () => {
  test('that nobody asked for is not asked, of every kind', async () => {
    const county = await aCounty()
    const { id } = await aPerson(county)
    const { consents } = await county.api.people.get({ id })
    expect(consents.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'taking-part not-asked',
      'photos not-asked',
      'first-aid not-asked',
      'sharing not-asked',
      'outings not-asked',
    ])
  })

  test('has who gave it, when, and who wrote it down', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    await aConsent(county, mia)
    expect((await consentOf(county, mia.id)).current).toMatchObject({ answer: 'yes', onDate: '2026-11-02', givenBy: 'Asha Patel', recordedBy: 'Ada Administrator' }) // prettier-ignore
    expect((await consentOf(county, mia.id, 'outings')).state).toBe('not-asked')
  })

  test('is taken back by a later no, and what was said before stays', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    await aConsent(county, mia)
    await aConsent(county, mia, { answer: 'no', onDate: '2026-11-20' })
    const { state, lines } = await consentOf(county, mia.id)
    expect([state, lines.map((line) => line.answer)]).toEqual(['no', ['no', 'yes']])
  })

  test('answered twice on one day is what was said last', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    for (const answer of ['no', 'yes', 'no'] as const) await aConsent(county, mia, { answer })
    expect((await consentOf(county, mia.id)).state).toBe('no')
  })

  test('is recorded for the children of a family and several kinds at once', async () => {
    const county = await aCounty()
    const { mia, leo } = await aFamily(county)
    const ids = await aConsent(county, mia, { personIds: [mia.id, leo.id, mia.id], kinds: ['outings', 'photos'] }) // prettier-ignore
    expect(ids).toHaveLength(4)
    expect((await consentOf(county, leo.id, 'outings')).state).toBe('yes')
  })

  test('runs out, and is warned of before', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    await aConsent(county, mia, { untilDate: '2026-12-31' })
    expect((await consentOf(county, mia.id)).state).toBe('yes')
    county.setNow('2026-12-31T09:00:00.000Z')
    expect((await consentOf(county, mia.id)).state).toBe('runs-out')
    county.setNow('2027-01-01T09:00:00.000Z')
    expect((await consentOf(county, mia.id)).state).toBe('run-out')
  })
})

describe('a consent is refused', () => {
  const wrongs: [Partial<Parameters<typeof aConsent>[2]>, string][] = [
    [{ onDate: '2026-11-24' }, '24 November 2026 is still to come. Enter the day on which the answer was given.'],
    [{ answer: 'no', untilDate: '2026-12-01' }, 'A no holds until there is another answer. Leave out its last day.'],
    [{ untilDate: '2026-11-01' }, 'The last day is before the day it was given. Check the two dates.'],
    [{ givenBy: ' ' }, 'Say who gave the answer.'],
    [{ kinds: [] }, 'Choose what was asked.'],
  ] // prettier-ignore
  test.each(wrongs)('when it says %j', async (details, message) => {
    const county = await aCounty()
    const mia = await aPerson(county)
    await expect(aConsent(county, mia, details)).rejects.toMatchObject({ code: 'INVALID_INPUT', message })
    expect((await consentOf(county, mia.id)).state).toBe('not-asked')
  })

  test('but not when it was given today, nor for one day only', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    await aConsent(county, mia, { onDate: '2026-11-23', untilDate: '2026-11-23' })
    expect((await consentOf(county, mia.id)).state).toBe('runs-out')
  })
})
