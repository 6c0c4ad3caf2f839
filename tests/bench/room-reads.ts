import type { Building } from '../../shared/buildings/buildings.contract.ts'
import { weekly, type Rule } from '../../shared/series/rule.ts'
import { addDays, mondayOf } from '../../shared/time/civil.ts'
import type { Api } from '../support/test-county.ts'
import type { Read } from './reads.ts'

/** What the room side asks: searches of a whole run, the boards, the closure desk, and the use of buildings. */
export function roomReads(building: Building, today: string): Read[] {
  const monday = mondayOf(today)
  const sunday = addDays(monday, 6)
  const find = (rule: Rule) => (a: Api) =>
    a.rooms.find({ rule, people: 14, beside: 'Crèche', stepFree: true, near: building.id })
  const tuesdays = (sessions: number): Rule =>
    weekly({ firstDate: '2027-01-12', weekday: 2, startTime: '10:00', endTime: '12:00', sessions })
  const week = { kind: 'days', from: monday, to: sunday } as const
  const waysOn = async (a: Api) => {
    const [taken] = await a.bookings.listBetween({ from: today, to: today, buildingId: building.id })
    if (taken === undefined) throw new Error('The building has a booking today')
    const { roomId, startsAt, endsAt } = taken
    return a.bookings.waysOn({ roomIds: [roomId], startsAt, endsAt, people: 12 })
  }
  return [
    { name: 'Find a room for 10 weeks', budget: 300, run: find(tuesdays(10)) },
    { name: 'Find a room for 52 weeks', budget: 300, run: find(tuesdays(52)) },
    { name: 'Ways on from a room that is taken', budget: 200, run: waysOn },
    { name: 'Board, a day of 21 buildings', budget: 200, run: (a) => board(a, today, today) },
    {
      name: 'Board, a week of a building',
      budget: 200,
      run: (a) => board(a, monday, sunday, building.id),
    },
    {
      name: 'Calendar, a year of the county',
      budget: null,
      run: (a) => a.bookings.listBetween({ from: '2026-01-01', to: '2026-12-31' }),
    },
    {
      name: 'Closure desk, a week of a building',
      budget: 200,
      run: (a) =>
        a.closures.previewDesk({ places: [{ buildingId: building.id }], when: week, reason: 'Boiler' }),
    },
    {
      name: 'Closure desk, a week of the county',
      budget: null,
      run: (a) => a.closures.previewDesk({ everywhere: true, when: week, reason: 'Snow' }),
    },
    {
      name: 'Use of buildings, three months',
      budget: 200,
      run: (a) => a.usage.report({ from: '2026-09', to: '2026-11' }),
    },
    {
      name: 'Use of buildings, a year',
      budget: null,
      run: (a) => a.usage.report({ from: '2025-12', to: '2026-11' }),
    },
  ]
}

/** All that a board is drawn from. */
const board = (a: Api, from: string, to: string, buildingId: Building['id'] | null = null) =>
  Promise.all([
    a.buildings.list({}),
    a.bookings.listBetween({ from, to, buildingId, includeCancelled: true }),
    a.buildings.openHours({ from, to, buildingId }),
    a.closures.between({ from, to, buildingId }),
  ])
