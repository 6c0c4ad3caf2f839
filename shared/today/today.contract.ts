import { z } from 'zod'
import { buildingId, groupId, roomId, sessionId } from '../ids.ts'
import { query } from '../operation.ts'
import { localDate, localDateTime } from '../time/civil.ts'
import { registerStates } from '../groups/groups.contract.ts'

const use = z.strictObject({
  title: z.string(),
  startsAt: localDateTime,
  endsAt: localDateTime,
  sessionId: sessionId.nullable(),
})

export const todaySchema = z.strictObject({
  date: localDate,
  now: localDateTime,
  /** Each room: what is in it and until when, and what follows. Rooms in use or to be used today first. */
  rooms: z.array(
    z.strictObject({
      roomId,
      roomName: z.string(),
      buildingName: z.string(),
      now: use.nullable(),
      next: use.nullable(),
    }),
  ),
  /** Today's sessions and older ones whose register is owed, oldest first; facilitators see only their own. */
  registers: z.array(
    z.strictObject({
      sessionId,
      groupId,
      groupName: z.string(),
      roomName: z.string().nullable(),
      buildingName: z.string().nullable(),
      startsAt: localDateTime,
      endsAt: localDateTime,
      state: z.enum(registerStates),
      marked: z.int(),
      expected: z.int(),
      overdue: z.boolean(),
    }),
  ),
  /** What waits for a person, each with the place to do it. */
  needs: z.array(
    z.strictObject({
      kind: z.enum([
        'registers-overdue',
        'too-few-adults',
        'offer-lapsing',
        'absences',
        'falling',
        'under-strength',
        'bookings-to-decide',
        'bookings-lapsing',
        'bookings-refused',
        'closure-hits',
        'no-facilitator',
        'one-stream',
        'provisional-people',
        'after-measures-missing',
        'after-measures-due',
        'no-term-dates',
        'dates-on-holidays',
        'no-people',
        'ending-soon',
      ]),
      title: z.string(),
      detail: z.string(),
      action: z.string(),
      /** A route of the program. */
      to: z.string(),
    }),
  ),
  /** Whether the county has any building and any group at all, for the empty states. */
  hasBuildings: z.boolean(),
  hasGroups: z.boolean(),
})
export type Today = z.infer<typeof todaySchema>

export const todayContract = {
  overview: query({
    permission: 'signed-in',
    label: 'See today',
    input: z.strictObject({ buildingId: buildingId.nullish() }),
    output: todaySchema,
  }),
} as const
