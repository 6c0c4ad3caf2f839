import { count } from '../text.ts'
import type { RoomUse, Use } from '../usage/usage.contract.ts'
import { percentOf, together } from '../usage/usage.rules.ts'
import { splits, type ReportAsked, type Split } from './asked.ts'
import { columnOf, lineWith, tableOf, type FigureOf } from './made-table.rules.ts'
import type { Behind, MadeLine, MadeReport, MadeTable } from './making.ts'
import { lineFinder, splitHeadings, type Places, type SplitLine } from './splits.rules.ts'

/** One room in one stretch of the period: a month, or what the lines of the report are. */
export interface RoomStretch {
  readonly room: Omit<RoomUse, 'use'>
  /** Which stretch, in words, and its first day. */
  readonly line: SplitLine
  readonly from: string
  readonly use: Use
}

/** What the report of buildings is made of, filtered already. */
export interface BuildingRows {
  readonly stretches: readonly RoomStretch[]
  /** Whether only the bookings of some programmes are counted. */
  readonly someProgrammes: boolean
}

const what = ({ room, line }: RoomStretch) => `${room.roomName}, ${room.buildingName}: ${line.name}`
const behind = (one: RoomStretch, amount: number, counts = true): Behind => ({
  what: what(one),
  on: one.from,
  amount,
  counts,
  link: `/settings/buildings/${one.room.buildingId}`,
})

type Minutes = 'open' | 'booked' | 'used' | 'attended' | 'outside'
const hours = (key: Minutes, name: string, definition: string): FigureOf<RoomStretch> => ({
  key,
  name,
  unit: 'hours',
  adds: true,
  people: false,
  definition,
  of: (rows) => rows.filter((one) => one.use[key] > 0).map((one) => behind(one, one.use[key])),
})

/** Of each room the part and the rest of the whole, in hours: what a share is made of. */
const share = (
  key: string,
  name: string,
  definition: string,
  of: (use: Use) => readonly [part: number, whole: number],
): FigureOf<RoomStretch> => ({
  key,
  name,
  unit: 'percent',
  adds: false,
  people: false,
  definition,
  of: (rows) =>
    rows.flatMap((one) => {
      const [part, whole] = of(one.use)
      return [behind(one, part), behind(one, whole - part, false)].filter((row) => row.amount !== 0)
    }),
})
const inHours = (part: number, whole: number) => [part / 60, whole / 60] as const

const counted = (key: 'noShows' | 'people', name: string, people: boolean, definition: string): FigureOf<RoomStretch> => ({
  key,
  name,
  unit: 'count',
  adds: true,
  people,
  definition,
  of: (rows) => rows.filter((one) => one.use[key] > 0).map((one) => behind(one, one.use[key])),
}) // prettier-ignore

/** The figures of the use of rooms, as the screen of how buildings are used defines them (its version 1). */
export const buildingFigures: readonly FigureOf<RoomStretch>[] = [
  hours('open', 'Hours open', 'The opening hours of the building, with its dated changes and bank holidays, without the time the room was closed.'),
  hours('booked', 'Hours booked', 'Time in opening hours for which the room, or a room that shares its floor, was booked for certain. Bookings that nobody came to count; cancelled and pencilled-in ones do not. Time that two bookings share counts once.'),
  hours('used', 'Hours used', 'Booked time whose register was taken, or where somebody checked in; until the room was given back, if that was earlier. Up to yesterday.'),
  hours('attended', 'Hours attended', 'Used time of sessions at which somebody is marked as having come. Up to yesterday.'),
  share('booked-share', 'Booked', 'Hours booked as a share of the hours open.', (use) => inHours(use.booked, use.open)),
  share('used-share', 'Used', 'Hours used as a share of the hours open up to yesterday.', (use) => inHours(use.used, use.openSoFar)),
  share('attended-share', 'Attended', 'Hours attended as a share of the hours open up to yesterday.', (use) => inHours(use.attended, use.openSoFar)),
  hours('outside', 'Hours outside', 'Booked time when the building is not open, or the room was closed. It is in no share.'),
  counted('noShows', 'Nobody came', false, 'Bookings that nobody came to.'),
  counted('people', 'Attendances', true, 'People marked as having come to sessions with a register, in rooms whose largest safe number is known. One person at three sessions is three.'),
  share('seats', 'Seats filled', 'Attendances over the largest safe number for the room, at each session with a register.', (use) => [use.people, use.seats]),
] // prettier-ignore

/** Of time; where nobody has said when a building is open they are not nought but unknown. */
const ofTime = new Set<string>(['open', 'booked', 'used', 'attended'])

const known = (rows: readonly RoomStretch[]) => rows.some((one) => one.room.hoursKnown)

/** A line of rooms whose opening hours nobody has set says so, and must not look like one that stood empty. */
function saidUnknown(line: MadeLine, rows: readonly RoomStretch[]): MadeLine {
  if (rows.length === 0 || known(rows)) return line
  return {
    ...line,
    name: `${line.name} (no opening hours set)`,
    cells: line.cells.map((cell, at) => (ofTime.has(buildingFigures[at]?.key ?? '') ? { ...cell, value: null } : cell)), // prettier-ignore
  }
}

/** The places as rooms have them: what a group is to other reports, a building is to this one. */
export const placesOfRooms = (places: Places): Places => ({
  ...places,
  elsewhere: new Map(),
  groups: new Map([...places.buildings].map(([id, { name }]) => [id, { name, programmeId: '', buildingId: id }])), // prettier-ignore
})

/** Rooms have no programme; they stand by building where nobody says otherwise. */
export const splitsOfRooms: readonly Split[] = ['building', ...splits.filter((by) => by !== 'building' && by !== 'programme')] // prettier-ignore

const inTime = new Set<ReportAsked['by']>(['month', 'term', 'quarter', 'year'])

function mainTable({ stretches, someProgrammes }: BuildingRows, asked: ReportAsked, places: Places): MadeTable {
  const { by } = asked
  const find = lineFinder(by, placesOfRooms(places))
  const lineOf = (one: RoomStretch) => (inTime.has(by) ? one.line : find({ groupId: one.room.buildingId, on: one.from }))
  const rows = stretches.filter((one) => one.room.counted)
  const table = tableOf({
    key: 'use',
    title: 'How rooms were used',
    lineHeading: splitHeadings[by],
    figures: buildingFigures,
    rows,
    lineOf,
    notes: [
      'A hall that is let by halves is counted by its halves, so that its floor counts once.',
      ...(someProgrammes ? ['Only bookings of the programmes that were chosen. The hours open are those of all rooms.'] : []),
    ],
  })
  const byKey = Map.groupBy(rows, (row) => lineOf(row).key)
  return {
    ...table,
    lines: table.lines.map((line) => saidUnknown(line, byKey.get(line.key) ?? [])),
    total: table.total && saidUnknown(table.total, rows),
  }
} // prettier-ignore

interface Room {
  readonly room: RoomStretch['room']
  readonly rows: readonly RoomStretch[]
  readonly use: Use
}

const roomsOf = (stretches: readonly RoomStretch[]): Room[] =>
  [...Map.groupBy(stretches, (one) => one.room.roomId).values()].flatMap((rows) => {
    const [first] = rows
    return first ? [{ room: first.room, rows, use: together(rows.map((one) => one.use)) }] : []
  })

/** Those with the least of their open hours booked come first; those without opening hours last. */
const emptiness = ({ use }: Room) => percentOf(use.booked, use.open) ?? Infinity

/** Every room by itself, the emptiest first: a room that is let in parts among them, so nothing here adds up. */
function roomTable(rooms: readonly Room[]): MadeTable {
  const figures = buildingFigures.map((figure) => ({ ...figure, adds: false }))
  const sorted = rooms.toSorted(
    (a, b) => emptiness(a) - emptiness(b) || nameOf(a).localeCompare(nameOf(b), 'en-GB'),
  )
  return {
    key: 'rooms',
    title: 'Room by room, the emptiest first',
    lineHeading: 'Room',
    columns: figures.map(columnOf),
    lines: sorted.map((one) => saidUnknown(lineWith(figures, { key: one.room.roomId, name: nameOf(one) }, one.rows), one.rows)), // prettier-ignore
    total: null,
    notes: ['The line of a hall that is let by halves says how often any of it was booked; it is in no total.'], // prettier-ignore
  }
}

const nameOf = ({ room }: Room) => `${room.roomName}, ${room.buildingName}`
const NAMED = 3

/** Which rooms stand empty. */
function findingOf(rooms: readonly Room[], someProgrammes: boolean): string {
  const open = rooms.filter(({ room, use }) => room.counted && use.open > 0)
  if (open.length === 0) return 'Nobody has said when these buildings are open, so nothing can be measured.'
  const use = together(open.map((one) => one.use))
  const by = someProgrammes ? ' by these programmes' : ''
  const share = `Rooms were booked${by} for ${percentOf(use.booked, use.open) ?? 0}% of the hours they were open`
  const empty = open.filter((one) => one.use.booked === 0).toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en-GB')) // prettier-ignore
  if (empty.length === 0) return `${share}, and none of ${count(open.length, 'room')} stood empty throughout.`
  const names = empty.slice(0, NAMED).map(nameOf).join('; ')
  const more = empty.length > NAMED ? ` and ${empty.length - NAMED} more` : ''
  return `${share}. ${empty.length} of ${count(open.length, 'room')} ${empty.length === 1 ? 'was' : 'were'} never booked: ${names}${more}.`
}

/** How rooms were used, and which of them stand empty. */
export function buildingsReport(rows: BuildingRows, asked: ReportAsked, places: Places): MadeReport {
  const rooms = roomsOf(rows.stretches)
  return {
    finding: findingOf(rooms, rows.someProgrammes),
    chart: { kind: 'bars', table: 'use', columns: ['booked-share', 'used-share', 'attended-share'], breaks: [] }, // prettier-ignore
    tables: [mainTable(rows, asked, places), roomTable(rooms)],
  }
}
