import { describe, expect, test } from 'vitest'
import { reportAskedSchema } from '../../../shared/reports/asked.ts'
import type { Report, ReportLine } from '../../../shared/reports/report.ts'
import {
  byMonth,
  hoursOf,
  linesOf,
  shares,
  totalOf,
  type Level,
} from '../../../shared/usage/figures.rules.ts'
import type { Use } from '../../../shared/usage/usage.contract.ts'
import { aBooking, aRoom } from '../../support/booking-factories.ts'
import { aGroup } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { openBuilding } from '../../support/place-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aCounty, type Api, type TestCounty } from '../../support/test-county.ts'

const autumn = { from: '2026-10-01', to: '2026-11-30' }
const ask = (more: object) => reportAskedSchema.parse({ report: 'buildings', ...autumn, ...more })
const run = async (api: Api, more: object): Promise<Report> => (await api.reports.run(ask(more))).report

/** The figures of a line by their keys. */
function figuresOf(report: Report, line: ReportLine, table = 0): Record<string, number | null> {
  const columns = report.tables[table]?.columns ?? []
  return Object.fromEntries(line.cells.map((cell, i) => [columns[i]?.key, cell.value]))
}

/** What the screen of how buildings are used says of the same rooms and days. */
const asOnScreen = (use: Use) => ({
  open: hoursOf(use.open),
  booked: hoursOf(use.booked),
  used: hoursOf(use.used),
  attended: hoursOf(use.attended),
  outside: hoursOf(use.outside),
  'booked-share': shares(use).booked,
  'used-share': shares(use).used,
  'attended-share': shares(use).attended,
  noShows: use.noShows,
  people: use.people,
  seats: shares(use).seats,
})

/** Two buildings in two halves of the county, a hall in two parts, and three bookings of which one was a session. */
async function twoBuildings() {
  const county = await aCounty()
  const [east, west] = await localities(county)
  const wigston = await county.api.buildings.create({ name: 'Wigston', localityId: east })
  const blaby = await county.api.buildings.create({ name: 'Blaby', localityId: west })
  for (const { id } of [wigston, blaby]) await openBuilding(county, id)
  const hall = await aRoom(county, { buildingId: wigston.id, capacity: 60 })
  const front = await aRoom(county, { buildingId: wigston.id, name: 'Front half', partOfId: hall.id, capacity: 30 }) // prettier-ignore
  await aRoom(county, { buildingId: wigston.id, name: 'Back half', partOfId: hall.id, capacity: 30 })
  const quiet = await aRoom(county, { buildingId: blaby.id, name: 'Quiet room', capacity: 4 })
  await aBooking(county, front.id, { date: '2026-11-24', from: '10:00', to: '11:30' })
  const group = await aGroup(county, { roomId: hall.id, firstDate: '2026-11-24', sessions: 1, startTime: '13:00', endTime: '14:30' }) // prettier-ignore
  const { id: personId } = await aPerson(county)
  await enrol(county, group.id, personId)
  const { id: sessionId } = at(group.sessions, 0)
  county.setNow('2026-11-24T15:00:00.000Z')
  await county.api.registers.mark({ sessionId, personId, code: 'P' })
  await county.api.registers.complete({ sessionId })
  county.setNow('2026-11-26T09:00:00.000Z')
  return { county, group, quiet, wigston, blaby, hall }
}

async function localities({ api }: TestCounty) {
  const all = await api.buildings.listLocalities({})
  return ['east', 'west'].map((half) => all.find((one) => one.half === half)?.id ?? null)
}

describe('the report of buildings', () => {
  test.each(['building', 'locality', 'half'] as const)(
    'says of every %s what the screen of use says',
    async (by) => {
      const { county } = await twoBuildings()
      const usage = await county.api.usage.report({ from: '2026-10', to: '2026-11' })
      const report = await run(county.api, { by })
      const screen = linesOf(usage, by satisfies Level)
      const lines = report.tables[0]?.lines ?? []
      expect(lines).toHaveLength(screen.length)
      const told = lines.map((line) => figuresOf(report, line))
      expect(told).toEqual(expect.arrayContaining(screen.map((line) => asOnScreen(line.use))))
      expect(report.tables[0]?.total && figuresOf(report, report.tables[0].total)).toEqual(asOnScreen(totalOf(usage))) // prettier-ignore
    },
  )

  test('says of every month and of every room what the screen of use says', async () => {
    const { county } = await twoBuildings()
    const usage = await county.api.usage.report({ from: '2026-10', to: '2026-11' })
    const report = await run(county.api, { by: 'month' })
    expect(report.tables[0]?.lines.map((line) => [line.key, figuresOf(report, line)])).toEqual(
      byMonth(usage).map(({ month, use }) => [month, asOnScreen(use)]),
    )
    const rooms = new Map(linesOf(usage, 'room').map((line) => [line.key, asOnScreen(line.use)]))
    const told = report.tables[1]?.lines.map((line) => [line.key, figuresOf(report, line, 1)] as const)
    expect(new Map(told)).toEqual(rooms)
  })

  test('counts the days of the period and no others', async () => {
    const { county } = await twoBuildings()
    const booked = async (from: string, to: string) => {
      const report = await run(county.api, { from, to })
      const [line] = report.tables[0]?.lines ?? []
      return line && figuresOf(report, line)['booked']
    }
    // Both halves for the session, one for the other booking.
    expect(await booked('2026-11-24', '2026-11-24')).toBe(4.5)
    expect(await booked('2026-11-23', '2026-11-23')).toBe(0)
    expect(await booked('2026-11-25', '2026-11-25')).toBe(0)
  })

  test('narrows what is booked to programmes, and leaves the hours open as they are', async () => {
    const { county, group } = await twoBuildings()
    const all = await run(county.api, {})
    const some = await run(county.api, { programmeIds: [group.programmeId] })
    const of = (report: Report) => report.tables[0]?.lines.map((line) => figuresOf(report, line))[0]
    expect(of(all)).toMatchObject({ booked: 4.5, attended: 3 })
    expect(of(some)).toMatchObject({ booked: 3, attended: 3, open: of(all)?.['open'] })
    expect(some.tables[0]?.notes.join(' ')).toContain('Only bookings of the programmes')
  })

  test('narrows the rooms to a building, a locality or a half', async () => {
    const { county, blaby } = await twoBuildings()
    const names = async (more: object) => (await run(county.api, more)).tables[1]?.lines.map((line) => line.name) // prettier-ignore
    expect(await names({ buildingIds: [blaby.id] })).toEqual(['Quiet room, Blaby'])
    expect(await names({ half: 'west' })).toEqual(['Quiet room, Blaby'])
  })

  test('names the rooms that stood empty, and puts them first', async () => {
    const { county, quiet } = await twoBuildings()
    const before = await run(county.api, {})
    expect(before.finding).toMatch(/1 of 3 rooms was never booked: Quiet room, Blaby\.$/)
    expect(before.tables[1]?.lines[0]?.key).toBe(quiet.id)
    await aBooking(county, quiet.id, { date: '2026-11-27', from: '10:00', to: '11:30' })
    expect((await run(county.api, {})).finding).toMatch(/none of 3 rooms stood empty throughout\.$/)
  })

  test('says where nobody has said when a building is open, instead of a share of nothing', async () => {
    const county = await aCounty()
    const room = await aRoom(county)
    await aBooking(county, room.id)
    const report = await run(county.api, { by: 'building' })
    const [line] = report.tables[0]?.lines ?? []
    expect(line?.name).toMatch(/\(no opening hours set\)$/)
    expect(line && figuresOf(report, line)).toMatchObject({ open: null, booked: null, 'booked-share': null })
    expect(report.finding).toContain('Nobody has said when these buildings are open')
  })
})
