import { describe, expect, test } from 'vitest'
import type { AppError } from '../../shared/errors.ts'
import { enrolmentId, groupId, localityId, personId } from '../../shared/ids.ts'
import { aBooking, aRoom } from '../support/booking-factories.ts'
import { aCounty, type Api } from '../support/test-county.ts'

const named = (api: Api, firstName: string, lastName = 'Patel') =>
  api.people.create({ firstName, lastName, dateOfBirth: '2015-03-12', family: { kind: 'none' } })

describe('names are kept as they were typed', () => {
  test.each([
    ['an apostrophe', 'Conor', "O'Neill"],
    ['a curly apostrophe', 'Conor', 'O’Neill'],
    ['accents', 'Seán', 'Ó Néill'],
    ['a hyphen', 'Zoë-Mae', 'Smith-Jones'],
    ['another script', '美玲', '陈'],
    ['an emoji', 'Ava 🌈', 'Patel'],
    ['what a spreadsheet would calculate', '=HYPERLINK("http://x","y")', '+1'],
    ['what a database would obey', "Robert'); DROP TABLE person;--", 'Tables'],
    ['a hundred letters', 'A'.repeat(100), 'Patel'],
  ])('%s', async (_words, firstName, lastName) => {
    const { api } = await aCounty()
    const { id } = await named(api, firstName, lastName)
    expect((await api.people.get({ id })).person).toMatchObject({ firstName, lastName })
  })

  test('O’Neill, O’NEILL and Ó Néill find one another, and the near miss does not', async () => {
    const { api } = await aCounty()
    await named(api, 'Conor', "O'Neill")
    for (const text of ['ONEILL', 'o’neill', 'Ó Néill', 'conor oneill', 'O Neill'])
      expect([text, (await api.people.search({ text })).total]).toEqual([text, 1])
    expect((await api.people.search({ text: 'Oneal' })).total).toBe(0)
  })
})

describe('what cannot be right is refused in words, and nothing is kept of it', () => {
  test.each([
    ['a name of 300 letters', { firstName: 'A'.repeat(300), lastName: 'Patel' }, '100 letters'],
    ['no name at all', { firstName: '   ', lastName: 'Patel' }, 'first name'],
    ['31 February', { firstName: 'Mia', lastName: 'Patel', dateOfBirth: '2015-02-31' }, 'does not exist'],
    ['a birth next year', { firstName: 'Mia', lastName: 'Patel', dateOfBirth: '2027-11-24' }, ''],
    ['a birth in 1815', { firstName: 'Mia', lastName: 'Patel', dateOfBirth: '1815-01-01' }, ''],
    ['a name with a hidden control character', { firstName: 'Mia\u0007', lastName: 'Patel' }, 'hidden'],
  ])('%s', async (_words, person, says) => {
    const { api } = await aCounty()
    const trail = await api.audit.list({})
    await expect(api.people.create({ ...person, family: { kind: 'none' } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining(says),
    })
    expect((await api.people.search({})).total).toBe(0)
    expect(await api.audit.list({})).toEqual(trail)
  })

  test.each([
    ['ends before it starts', '10:00', '09:00'],
    ['ends when it starts', '10:00', '10:00'],
    ['ends at a time there is not', '10:00', '24:30'],
  ])('a booking that %s', async (_words, from, to) => {
    const county = await aCounty()
    const room = await aRoom(county)
    await expect(aBooking(county, room.id, { from, to })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(await county.api.bookings.listBetween({ from: '2026-11-01', to: '2026-12-31' })).toEqual([])
  })

  test('a booking on a day there is not', async () => {
    const county = await aCounty()
    const room = await aRoom(county)
    await expect(aBooking(county, room.id, { date: '2027-02-29' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  test('the shortest booking there is, a minute, is no mistake', async () => {
    const county = await aCounty()
    const room = await aRoom(county)
    expect(await aBooking(county, room.id, { from: '10:00', to: '10:01' })).toMatchObject({
      endsAt: '2026-11-24T10:01',
    })
  })
})

describe('a request that no screen makes is still answered in words', () => {
  test('a field that is missing, or is none, is named', async () => {
    const { host, session } = await aCounty()
    const said = async (input: unknown) => {
      const reply = await host.call(session, 'people', 'findMatches', input)
      return reply.ok ? null : reply.error.message
    }
    expect(await said({ firstName: 'Mia' })).toBe('lastName is missing or of the wrong kind.')
    expect(await said({ firstName: 'Mia', lastName: 'Patel', shoe: 4 })).toBe(
      'There is no field called shoe here.',
    )
    expect(await said('Mia')).toBe('The request could not be read.')
  })

  test('years of bookings at once are refused, and a year with its weeks is not', async () => {
    const { api } = await aCounty()
    await expect(api.bookings.listBetween({ from: '2026-01-01', to: '2027-02-06' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: 'Ask for a year or less at once.',
    })
    expect(await api.bookings.listBetween({ from: '2026-01-01', to: '2027-02-05' })).toEqual([])
  })

  test('something that belongs to nothing there is said not to be found', async () => {
    const { api } = await aCounty()
    const nowhere = localityId.parse('01999999-0000-7000-8000-000000000000')
    await expect(api.buildings.create({ name: 'Hub', localityId: nowhere })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await api.buildings.list({})).toEqual([])
  })
})

describe('no list and no key is longer than anybody could mean', () => {
  const id = '01a207a2-3280-7035-ac33-4aa34c6e5316'
  test.each<[string, (api: Api) => Promise<unknown>]>([
    ['a figure', (api) => api.reports.rowsBehind({ groupId: groupId.parse(id), figure: 'x'.repeat(101) })],
    ['kinds of consent', (api) => api.people.recordConsent({ personIds: [personId.parse(id)], kinds: Array(20).fill('photos'), answer: 'yes', onDate: '2026-11-23', givenBy: 'Asha' })], // prettier-ignore
    ['those passed over', (api) => api.enrolments.offer({ enrolmentId: enrolmentId.parse(id), version: 1, onDate: '2026-11-23', expiresOn: '2026-11-30', skips: Array(5001).fill({ enrolmentId: enrolmentId.parse(id), reason: 'No answer' }) })], // prettier-ignore
    ['a question of a merge', (api) => api.people.merge({ keptId: personId.parse(id), goneId: personId.parse(id), keptVersion: 1, goneVersion: 1, answers: { ['x'.repeat(301)]: 'kept' } })], // prettier-ignore
  ])('%s', async (_words, ask) => {
    const refused = await ask((await aCounty()).api).then(() => null, (error: AppError) => error) // prettier-ignore
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', details: { fields: expect.anything() } })
  })
})
