import { expect, test } from 'vitest'
import { aChildWhoCame, aTry, mondays } from '../../support/call-factories.ts'
import { aGroup, aWorker } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { enrol } from '../../support/register-factories.ts'
import { aCounty, type Api } from '../../support/test-county.ts'

const cards = async (api: Api) => (await api.today.overview({})).needs

test('people to call are one card that counts them, names nobody, and leads to them', async () => {
  const county = await aCounty()
  const { personId } = await aChildWhoCame(county, 'PPPNN')
  const of = async (api = county.api) => (await cards(api)).filter((need) => need.kind === 'absences')
  const card = {
    kind: 'absences',
    title: '1 person to call who stopped coming',
    detail: 'The first is in Bounce Back, last missed on Mon 16 Nov.',
    action: 'Start calling',
    to: '/calls/absences',
  } // prettier-ignore
  expect(await of()).toEqual([card])
  await aChildWhoCame(county, 'PPPNN', mondays, 'Brown')
  expect(await of()).toEqual([{ ...card, title: '2 people to call who stopped coming' }])
  expect(JSON.stringify(await cards(county.api))).not.toContain('Ahmed')
  expect(await of(await county.as('facilities'))).toEqual([])
  expect(await of(await county.as('facilitator', { name: 'Of no group' }))).toEqual([])
  await aTry(county, { personId, at: '2026-11-20T10:00', outcome: 'reached' })
  expect(await of()).toEqual([card])
})

test('too few adults stand before all else, and a group with nobody has one card and not two', async () => {
  const county = await aCounty()
  const facilitatorIds = [(await aWorker(county)).id]
  const group = await aGroup(county, { firstDate: '2026-11-24', facilitatorIds, capacity: 10 })
  const kinds = async () => (await cards(county.api)).map((need) => need.kind)
  expect((await kinds())[0]).toBe('too-few-adults')
  expect(await kinds()).toContain('no-people')
  expect(await kinds()).not.toContain('under-strength')
  const { id } = await aPerson(county)
  await enrol(county, group.id, id)
  expect(await kinds()).not.toContain('no-people')
  expect(await kinds()).toContain('under-strength')
})
