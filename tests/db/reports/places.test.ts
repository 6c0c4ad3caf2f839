import { expect, it, onTestFinished } from 'vitest'
import { readPlaces } from '../../../db/reports/places.repository.ts'
import { openStore } from '../../../db/store.ts'
import type { Role } from '../../../shared/permissions.ts'
import { lineOf, type Places } from '../../../shared/reports/splits.rules.ts'
import { aGroup, aProgramme } from '../../support/group-factories.ts'
import { aBuilding, aRoom } from '../../support/booking-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

async function readAs(county: TestCounty, role: Role = 'administrator'): Promise<Places> {
  const store = openStore(county.file)
  onTestFinished(() => store.close())
  const actor = county.session.actor
  if (!actor) throw new Error('Somebody is signed in')
  return readPlaces(store.reader, { ...actor, role })
}

it('counts a session where it is held: in another building only if its own room is there, and never by a cancelled booking', async () => {
  const county = await aCounty()
  const home = await aRoom(county, { buildingId: (await aBuilding(county, 'Home')).id })
  const away = await aRoom(county, { buildingId: (await aBuilding(county, 'Away')).id })
  const group = await aGroup(county, { roomId: home.id, sessions: 3 })
  const sessions = group.sessions.map((one) => one.id)
  await putRows(county, async (tx) => {
    const move = (at: number) => tx.updateTable('booking').where('session_id', '=', sessions[at] ?? null)
    await move(1).set({ room_id: away.id }).execute()
    await move(2).set({ room_id: away.id, status: 'cancelled' }).execute()
  })
  const places = await readAs(county)
  const held = sessions.map(
    (sessionId) => lineOf('building', places, { groupId: group.id, sessionId, on: '2026-12-01' }).name,
  )
  expect(held).toEqual(['Home', 'Away', 'Home'])
})

it('calls a sensitive programme and its groups by their public titles for those who may not see people', async () => {
  const county = await aCounty()
  const { id } = await aProgramme(county, { name: 'You and Me, Mum', publicTitle: 'Tuesday group', sensitive: true }) // prettier-ignore
  const group = await aGroup(county, { programmeId: id, name: 'Mums in winter' })
  const named = async (role: Role) => (await readAs(county, role)).programmes.get(id)
  expect(await named('manager')).toBe('You and Me, Mum')
  expect(await named('facilities')).toBe('Tuesday group')
  expect((await readAs(county, 'facilities')).groups.get(group.id)?.name).toBe('Tuesday group')
})
