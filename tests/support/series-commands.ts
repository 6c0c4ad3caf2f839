import { aRoom } from './booking-factories.ts'
import { aRoomElsewhere } from './group-factories.ts'
import type { Case } from './command-case.ts'
import { at } from './register-factories.ts'
import { aBookedRun, anUntidyRun, bookingOf, seriesOf } from './series-edit-factories.ts'
import type { AskedEdit } from './series-edit-factories.ts'
import { aRun } from './series-factories.ts'
import type { TestCounty } from './test-county.ts'

/** A change to be made as it was previewed before. */
async function previewed({ api }: TestCounty, asked: AskedEdit) {
  const { seen } = await api.series.previewEdit(asked)
  return () => api.series.edit({ ...asked, seen })
}

/** One case, or several, of each command that changes a series that stands. */
export const seriesEditCommands: Readonly<Record<string, Case>> = {
  'series.book': async (county) => {
    const hall = await aRoomElsewhere(county)
    const creche = await aRoom(county, { name: 'Crèche', buildingId: hall.buildingId })
    const edits = [{ date: '2026-12-08', choice: 'skip' as const }]
    return () => county.api.series.book(aRun([hall.id, creche.id], { edits }))
  },
  'series.edit': async (county) => {
    const { group, hall } = await anUntidyRun(county)
    const { id: roomId } = await aRoom(county, { name: 'Room 2', buildingId: hall.buildingId })
    const change = {
      weekday: 1,
      startTime: '13:00',
      endTime: '14:30',
      roomId,
      people: 9,
      note: 'Ring the bell',
    }
    return previewed(county, { bookingId: bookingOf(group, 4), scope: 'all', change })
  },
  'series.edit: longer, in another building': async (county) => {
    const { group } = await anUntidyRun(county)
    const { id: roomId } = await aRoomElsewhere(county)
    const change = { roomId, ends: { kind: 'after', sessions: 12 } } as const
    return previewed(county, { bookingId: bookingOf(group, 7), scope: 'following', change })
  },
  'series.edit: shorter': async (county) => {
    const { group } = await anUntidyRun(county)
    const change = { ends: { kind: 'on', date: '2026-12-05' }, reason: 'Fewer families' } as const
    return previewed(county, { bookingId: bookingOf(group, 4), scope: 'all', change })
  },
  'series.edit: one booking of a run': async (county) => {
    const hall = await aRoom(county)
    const room2 = await aRoom(county, { name: 'Room 2', buildingId: hall.buildingId })
    const { ids } = await aBookedRun(county, [hall.id, room2.id])
    const change = { date: '2026-12-03', title: 'Health visitors', private: true }
    return previewed(county, { bookingId: at(ids, 0), scope: 'this', change })
  },
  'series.end': async (county) => {
    const { group } = await anUntidyRun(county)
    const seriesId = seriesOf(county, group.id)
    return () => county.api.series.end({ seriesId, after: '2026-11-30', reason: 'Funding ended' })
  },
  'series.addSkipped': async (county) => {
    const hall = await aRoom(county)
    const edits = [{ date: '2026-12-08', choice: 'skip' as const }]
    const { seriesId } = await aBookedRun(county, [hall.id], { edits })
    const [skipped] = await county.api.series.listSkipped({ seriesId })
    return () => county.api.series.addSkipped({ skipId: skipped?.id ?? '' })
  },
  'series.keepDate': async (county) => {
    const hall = await aRoom(county)
    const { ids } = await aBookedRun(county, [hall.id])
    return () => county.api.series.keepDate({ bookingId: at(ids, 0), version: 1 })
  },
}
