import { expect, test } from 'vitest'
import { aProgramme, aWorker } from '../../support/group-factories.ts'
import { aCounty } from '../../support/test-county.ts'

test('what somebody is trained in is recorded with its dates, and read for one or for all', async () => {
  const county = await aCounty()
  const [jo, amir] = [await aWorker(county), await aWorker(county, 'Amir Khan')]
  const { id: programmeId } = await aProgramme(county)
  const trained = { programmeId, trainedOn: '2025-01-10', expiresOn: '2027-01-09' }
  expect(await county.api.staff.setTraining({ staffId: jo.id, training: [trained] })).toEqual([{ staffId: jo.id, ...trained }]) // prettier-ignore
  expect(await county.api.staff.listTraining({})).toEqual([{ staffId: jo.id, ...trained }])
  expect(await county.api.staff.listTraining({ staffId: amir.id })).toEqual([])
  expect(await county.api.staff.setTraining({ staffId: jo.id, training: [] })).toEqual([])
})

test('training that expires before its day is refused; the same day is fine', async () => {
  const county = await aCounty()
  const { id: staffId } = await aWorker(county)
  const { id: programmeId } = await aProgramme(county)
  const until = (expiresOn: string) =>
    county.api.staff.setTraining({ staffId, training: [{ programmeId, trainedOn: '2026-01-10', expiresOn }] })
  await expect(until('2026-01-09')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  expect(await until('2026-01-10')).toHaveLength(1)
})

test('only those who keep the list of staff record training', async () => {
  const county = await aCounty()
  const { id: staffId } = await aWorker(county)
  const facilitator = await county.as('facilitator')
  await expect(facilitator.staff.setTraining({ staffId, training: [] })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
})
