import { z } from 'zod'
import { buildingId, roomId } from '../ids.ts'
import { query } from '../operation.ts'
import { ruleSchema } from '../series/rule.ts'
import { skipKinds } from '../series/series.contract.ts'
import { line, optionalLine } from '../text.ts'
import { localDate } from '../time/civil.ts'

/** moved: the room is taken that day, and another of its building is free. */
const foundDayStates = ['free', 'moved', 'taken'] as const

const foundDaySchema = z.strictObject({
  date: localDate,
  state: z.enum(foundDayStates),
  /** The room of that day: another of the building where it is moved. */
  roomId,
  roomName: z.string(),
  /** Whether the room that was wanted beside it is free too; true where none was wanted. */
  beside: z.boolean(),
  /** `Hall is taken from 10am to 11am by Baby massage; Room 2 is free`. */
  words: z.string(),
})
export type FoundDay = z.infer<typeof foundDaySchema>

const foundRoomSchema = z.strictObject({
  roomId,
  roomName: z.string(),
  buildingId,
  buildingName: z.string(),
  capacity: z.int().nullable(),
  /** The room to book with it, where one was wanted beside it and the building has one. */
  besideRoom: z.strictObject({ roomId, roomName: z.string() }).nullable(),
  /** One for each of `dates`, in their order. */
  days: z.array(foundDaySchema),
  /** On how many dates the room itself is free; `moved` are the dates on which another takes its place. */
  free: z.int(),
  moved: z.int(),
  total: z.int(),
  /** On how many everything asked for is there, in the room itself or the one that takes its place. */
  whole: z.int(),
  /** From the building it is to be near; null where that, or where either lies, is not known. */
  km: z.number().nullable(),
  sameLocality: z.boolean(),
  /** Whether this person asks for it, and somebody who looks after the building decides. */
  toAskFor: z.boolean(),
  /** What speaks for it, and what it costs, each as a colleague would say it. */
  fits: z.array(z.string()),
  compromises: z.array(z.string()),
})
export type FoundRoom = z.infer<typeof foundRoomSchema>

const findRoomsSchema = z.strictObject({
  /** One date is a rule that repeats once. */
  rule: ruleSchema,
  people: z.int('Enter a whole number of people.').min(1, 'Enter 1 or more people.').max(2000).nullish(),
  /** What has to be in the room, by name. */
  features: z.array(line('Enter what is to be in the room.', 60)).max(10).default([]),
  /** What another free room of the same building is to have at the same times: `Crèche`. */
  beside: optionalLine(60),
  stepFree: z.boolean().default(false),
  /** Nearer to this building is better. */
  near: buildingId.nullish(),
  /** Only in this building. */
  buildingId: buildingId.nullish(),
  most: z.int().min(1).max(500).default(40),
})

export const roomsContract = {
  /**
   * Every room for a whole run of dates, best first: most dates free, with everything asked for (a date without counts
   * half, without two things a third); then the smallest that will do; then the nearest. Where no room of a building is free throughout, one of its
   * answers moves to other rooms on the dates it is taken. Nothing is left out in silence: `more` is how many rooms
   * come after the `most` that are told. Fails with INVALID_INPUT for a rule that finds no end.
   */
  find: query({
    permission: 'bookings.view',
    label: 'Find a room for a run of dates',
    input: findRoomsSchema,
    output: z.strictObject({
      dates: z.array(localDate),
      leftOut: z.array(z.strictObject({ date: localDate, kind: z.enum(skipKinds), reason: z.string() })),
      /** What could not be checked: term dates that nobody has set. */
      warnings: z.array(z.string()),
      answers: z.array(foundRoomSchema),
      more: z.int(),
    }),
  }),
} as const
