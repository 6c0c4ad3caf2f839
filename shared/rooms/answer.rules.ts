import { obstacleInWords } from '../bookings/obstacles.rules.ts'
import type { Obstacle } from '../bookings/obstacles.contract.ts'
import { count } from '../text.ts'
import type { Draft, DraftDay } from './combine.rules.ts'
import { distanceFrom, distanceInWords, type Place } from './distance.rules.ts'
import { fitsInWords, lacksInWords, named, shortfall, type RoomFacts, type Wishes } from './fit.rules.ts'
import { countDays } from './rank.rules.ts'
import type { FoundDay, FoundRoom } from './rooms.contract.ts'

/** What an answer is told from, beside the answer itself. */
export interface Telling {
  readonly wishes: Wishes
  readonly near: Place | null
  readonly placeOf: (room: RoomFacts) => Place
  readonly obstaclesOf: (room: RoomFacts, date: string) => readonly Obstacle[]
  readonly toAskFor: (room: RoomFacts) => boolean
}

/** An answer as it is told: each date with its words, what speaks for the room and what it costs. */
export function toFoundRoom(draft: Draft, telling: Telling): FoundRoom {
  const { room, besideRoom, days } = draft
  const { near, placeOf, wishes } = telling
  const { free, moved } = countDays(draft)
  const { km, sameLocality } = distanceFrom(near, placeOf(room))
  return {
    roomId: room.id,
    roomName: room.name,
    buildingId: room.buildingId,
    buildingName: room.buildingName,
    capacity: room.capacity,
    besideRoom: besideRoom && { roomId: besideRoom.id, roomName: besideRoom.name },
    days: days.map((day) => toFoundDay(draft, day, telling)),
    free,
    moved,
    total: days.length,
    whole: days.filter((day) => day.room !== null && day.beside && shortfall(day.room, wishes) === 0).length,
    km,
    sameLocality,
    toAskFor: telling.toAskFor(room),
    fits: fitsOf(draft, telling),
    compromises: compromisesOf(draft, telling),
  }
}

function toFoundDay(draft: Draft, day: DraftDay, telling: Telling): FoundDay {
  const { room, date, beside } = day
  const state = room === null ? 'taken' : room.id === draft.room.id ? 'free' : 'moved'
  const { id, name } = room ?? draft.room
  return { date, state, roomId: id, roomName: name, beside, words: wordsOf(draft, day, telling) }
}

function wordsOf({ room: own, besideRoom }: Draft, { room, date, beside }: DraftDay, told: Telling): string {
  const why = (one: RoomFacts) => told.obstaclesOf(one, date).map(obstacleInWords).join(', and ')
  if (room === null) return why(own)
  const words = room.id === own.id ? 'free' : `${why(own)}; ${room.name} is free`
  return beside || besideRoom === null ? words : `${words}, but ${why(besideRoom)}`
}

function fitsOf({ room, besideRoom, days }: Draft, { wishes, near, placeOf }: Telling): string[] {
  const together = days.filter((day) => day.room !== null && day.beside).length
  return [
    ...fitsInWords(room, wishes),
    ...(besideRoom !== null && together > 0 ? [`${besideRoom.name} beside it`] : []),
    ...(near !== null && near.id !== room.buildingId && distanceFrom(near, placeOf(room)).sameLocality
      ? ['same locality']
      : []),
  ]
}

function compromisesOf(draft: Draft, telling: Telling): string[] {
  const { room, days } = draft
  const away = distanceInWords(telling.near, telling.placeOf(room))
  const far = distanceFrom(telling.near, telling.placeOf(room))
  return [
    ...takenInWords(days),
    ...movedInWords(draft),
    ...lacksInWords(room, telling.wishes),
    ...besideInWords(draft, telling.wishes),
    ...(away === null || (far.km === null && far.sameLocality) ? [] : [away]),
    ...(telling.toAskFor(room) ? ['has to be asked for'] : []),
  ]
}

function takenInWords(days: readonly DraftDay[]): string[] {
  const taken = days.filter((day) => day.room === null).length
  if (taken === 0) return []
  if (days.length === 1) return ['taken']
  if (taken === days.length) return [`taken on all ${days.length} dates`]
  return [`${taken} of ${days.length} dates ${taken === 1 ? 'is' : 'are'} taken`]
}

/** `in Room 2 on 2 dates`, for each room that takes its place. */
function movedInWords({ room, days }: Draft): string[] {
  const elsewhere = days.flatMap((day) => (day.room === null || day.room.id === room.id ? [] : [day.room]))
  return [...Map.groupBy(elsewhere, (one) => one.name)].map(
    ([name, dates]) => `in ${name} on ${count(dates.length, 'date')}`,
  )
}

function besideInWords({ besideRoom, days }: Draft, { beside }: Wishes): string[] {
  if (beside === null) return []
  if (besideRoom === null) return [`no ${named(beside)} beside it`]
  const had = days.filter((day) => day.room !== null)
  const without = had.filter((day) => !day.beside).length
  if (without === 0) return []
  if (without === had.length) return [`${besideRoom.name} is not free beside it`]
  return [`${besideRoom.name} is not free beside it on ${count(without, 'date')}`]
}
