import type { z } from 'zod'
import { takesOutright } from '../../shared/bookings/outright.rules.ts'
import type { Obstacle } from '../../shared/bookings/obstacles.contract.ts'
import type { RoomId } from '../../shared/ids.ts'
import { toFoundRoom, type Telling } from '../../shared/rooms/answer.rules.ts'
import { distanceFrom } from '../../shared/rooms/distance.rules.ts'
import type { Draft } from '../../shared/rooms/combine.rules.ts'
import type { RoomFacts } from '../../shared/rooms/fit.rules.ts'
import { rankRooms } from '../../shared/rooms/rank.rules.ts'
import type { roomsContract } from '../../shared/rooms/rooms.contract.ts'
import { planDates } from '../../shared/series/plan.rules.ts'
import type { Rule } from '../../shared/series/rule.ts'
import { at, dateOf } from '../../shared/time/civil.ts'
import { overlaps } from '../../shared/time/interval.ts'
import type { Who } from '../../shared/users/scope.rules.ts'
import { findObstacles, wantedIn } from '../bookings/obstacles.repository.ts'
import { listClosed } from '../closures/closed.repository.ts'
import type { QueryContext } from '../context.ts'
import { listBankHolidays, listTerms, toTerm } from '../settings/calendar.repository.ts'
import type { Db } from '../store.ts'
import { findPlace, listRoomPlaces, type RoomPlace } from './places.repository.ts'

type Find = z.output<typeof roomsContract.find.input>

/** Every room for the dates of a rule, best first, each with what stands in its way. */
export async function findRooms({ db, actor }: QueryContext, asked: Find) {
  const { rows, warnings } = await datesOfRule(db, asked.rule)
  const dates = rows.filter((row) => row.state === 'keep').map((row) => dateOf(row.startsAt))
  const places = await listRoomPlaces(db)
  const there = [...places.values()].filter(
    ({ building }) => !asked.buildingId || building.id === asked.buildingId,
  )
  const inTheWay = await obstaclesOn(db, there, asked.rule, dates)
  const telling: Telling = {
    wishes: { ...asked, people: asked.people ?? null },
    near: await findPlace(db, asked.near ?? null),
    placeOf: (room) => placedIn(places, room.id).place,
    obstaclesOf: (room, date) => inTheWay(room.id, date),
    toAskFor: (room) => isToAskFor(actor, placedIn(places, room.id)),
  }
  const answers = ranked(there, dates, telling)
  return {
    dates,
    leftOut: rows.flatMap(({ date, kind, reason }) =>
      kind === null ? [] : [{ date, kind, reason: reason ?? '' }],
    ),
    warnings: [...warnings],
    answers: answers.slice(0, asked.most).map((draft) => toFoundRoom(draft, telling)),
    more: Math.max(0, answers.length - asked.most),
  }
}

function ranked(rooms: readonly RoomPlace[], dates: readonly string[], telling: Telling): Draft[] {
  const { wishes, near, placeOf, obstaclesOf } = telling
  const isFree = (room: RoomFacts, date: string) => obstaclesOf(room, date).length === 0
  return rankRooms(
    rooms.map(({ facts }) => facts),
    { wishes, dates, isFree },
    (room) => distanceFrom(near, placeOf(room)).order,
  )
}

const isToAskFor = (who: Who, { room: { needsApproval }, building: { id, half } }: RoomPlace): boolean =>
  !takesOutright(who, { buildingId: id, half, needsApproval }, false)

function placedIn(places: ReadonlyMap<RoomId, RoomPlace>, id: RoomId): RoomPlace {
  const found = places.get(id)
  if (found === undefined) throw new Error('A room was found that is not among those looked at.')
  return found
}

/** The dates of the rule. What is closed everywhere is left out of the rule; what is closed in one place is in its way. */
async function datesOfRule(db: Db, rule: Rule) {
  const calendar = { terms: (await listTerms(db)).map(toTerm), bankHolidays: await listBankHolidays(db) }
  const closed = rule.skipClosures ? await listClosed(db, at(rule.firstDate, '00:00'), END_OF_TIME) : []
  const everywhere = closed.filter((one) => one.everywhere)
  return planDates(rule, [], calendar, ({ startsAt, endsAt }) => {
    const time = { start: startsAt, end: endsAt }
    const shut = everywhere.find((one) => overlaps({ start: one.startsAt, end: one.endsAt }, time))
    return shut === undefined ? null : shut.reason
  })
}
const END_OF_TIME = '2200-01-01T00:00'

/** How many rooms by dates are asked about at once: as many as one query takes. */
const ASKED_AT_ONCE = 4000

/** What is in the way of each room on each date, in a fixed number of queries for as many as are asked at once. */
async function obstaclesOn(
  db: Db,
  rooms: readonly RoomPlace[],
  { startTime, endTime }: Rule,
  dates: readonly string[],
): Promise<(room: RoomId, date: string) => readonly Obstacle[]> {
  const wanted = rooms.flatMap(({ room, building }) =>
    dates.map((date) =>
      wantedIn(
        { id: room.id, name: room.name, building_id: building.id, building_name: building.name },
        { ...room, startsAt: at(date, startTime), endsAt: at(date, endTime) },
        { key: keyOf(room.id, date) },
      ),
    ),
  )
  const found = new Map<string, Obstacle[]>()
  for (let start = 0; start < wanted.length; start += ASKED_AT_ONCE)
    for (const [key, some] of await findObstacles(db, wanted.slice(start, start + ASKED_AT_ONCE)))
      found.set(key, some)
  return (room, date) => found.get(keyOf(room, date)) ?? []
}

const keyOf = (room: RoomId, date: string) => `${room} ${date}`
