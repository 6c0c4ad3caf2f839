import { describe, expect, test } from 'vitest'
import { paperCode } from '../../../shared/exports/paper-code.rules.ts'
import { aBuilding } from '../../support/booking-factories.ts'
import { aGroup, aProgramme, aWorker } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { aCounty, type Api } from '../../support/test-county.ts'

const titles = async (api: Api, text: string) =>
  (await api.search.everything({ text })).map((hit) => `${hit.kind}: ${hit.title}`)

describe('finding anything', () => {
  test('finds a person by either name, in either order, however accents and apostrophes are typed', async () => {
    const county = await aCounty()
    await aPerson(county, { firstName: 'Aoife', lastName: 'Ó Néill', dateOfBirth: '2015-01-01' })
    await aPerson(county, { firstName: 'Leo', lastName: 'Patel', dateOfBirth: '2014-01-01' })
    for (const text of ["o'neill", 'ONEILL', 'aoife o', 'neill aoife', '  Ó Néill ', 'eil'])
      expect(await titles(county.api, text)).toEqual(['person: Aoife Ó Néill'])
    expect(await titles(county.api, 'aoife patel')).toEqual([])
  })

  test('finds a person by date of birth and by the start of a Mosaic ID', async () => {
    const county = await aCounty()
    await aPerson(county, { mosaicId: '2219048' })
    await aPerson(county, { firstName: 'Leo', dateOfBirth: '2014-01-01' })
    expect(await titles(county.api, '12/3/15')).toEqual(['person: Mia Patel'])
    expect(await titles(county.api, '22190')).toEqual(['person: Mia Patel'])
    expect(await titles(county.api, '99')).toEqual([])
  })

  test('finds groups, buildings and staff, what begins with the text first', async () => {
    const county = await aCounty()
    const programme = await aProgramme(county)
    await aBuilding(county, 'Old Oak House')
    await aWorker(county, 'Oakley Price')
    const group = await aGroup(county, { name: 'Oak group', programmeId: programme.id })
    expect(await titles(county.api, 'oak')).toEqual([
      'group: Oak group',
      'staff: Oakley Price',
      'building: Old Oak House',
    ])
    const [hit] = await county.api.search.everything({ text: 'oak gr' })
    expect(hit).toMatchObject({ to: `/groups/${group.id}`, detail: expect.stringContaining('Last session 15 Dec 2026') }) // prettier-ignore
  })

  test('signs that mean something to the database are only signs', async () => {
    const county = await aCounty()
    await aPerson(county)
    expect(await titles(county.api, '%')).toEqual([])
    expect(await titles(county.api, '_ia')).toEqual([])
    expect(await titles(county.api, '   ')).toEqual([])
  })

  test('shows people only to those who may see them', async () => {
    const county = await aCounty()
    await aPerson(county)
    await aWorker(county, 'Mia Stone')
    expect(await titles(await county.as('facilities'), 'mia')).toEqual(['staff: Mia Stone'])
    expect(await titles(await county.as('assistant'), 'mia')).toHaveLength(2)
  })

  test('shows at most eight people', async () => {
    const county = await aCounty()
    for (let n = 10; n < 20; n++) await aPerson(county, { firstName: `Sam`, dateOfBirth: `2010-01-${n}` })
    expect(await titles(county.api, 'patel')).toHaveLength(8)
  })

  test('finds a register by the three words on its paper, for those who take registers', async () => {
    const county = await aCounty()
    const { sessions } = await aRegister(county)
    const id = at(sessions, 0)
    const text = paperCode(id)
    const found = [{ kind: 'register', id, title: 'Bounce Back', to: `/registers/${id}/paper` }]
    expect(await county.api.search.everything({ text: ` ${text.toUpperCase()} ` })).toMatchObject(found)
    expect(await county.api.search.everything({ text: text.split(' ').slice(1).join(' ') })).toEqual([])
    expect(await (await county.as('facilities')).search.everything({ text })).toEqual([])
  })
})
