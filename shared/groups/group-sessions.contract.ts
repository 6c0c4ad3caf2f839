import { z } from 'zod'
import { familyId, groupId, personId, programmeSessionId, roomId, sessionId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { deliveryModes, sessionKinds } from '../programmes/session-kinds.ts'
import { optionalLine } from '../text.ts'
import { localDate, localTime } from '../time/civil.ts'
import { sessionSchema } from './group.schema.ts'

const people = z.array(personId).min(1, 'Choose who is invited.').max(60)
/** missed: marked as not having come. not-recorded: nothing is marked. not-expected: they had not joined, or did not count. */
export const cameKinds = ['came', 'missed', 'not-recorded', 'not-expected'] as const

/** What one session delivers, and sessions that only some are invited to. */
export const groupSessions = {
  /** What was delivered, and how. Allowed whatever the state of its register: it says nothing of who came. */
  describeSession: command({
    permission: 'groups.edit',
    label: 'Say what a session delivers',
    input: z.strictObject({
      id: sessionId,
      version: z.int(),
      /** One of the manual of the group's programme: its title is copied. */
      topicId: programmeSessionId.nullish(),
      /** In words, where it is none of the manual. */
      topic: optionalLine(160),
      mode: z.enum(deliveryModes).nullish(),
    }),
    output: sessionSchema,
  }),
  /** Who is in the group on the day of a session, and whether they came to it: whom to invite to one that makes up for it. */
  missed: query({
    permission: 'registers.view',
    label: 'See who missed a session',
    input: z.strictObject({ id: sessionId }),
    output: z.array(
      z.strictObject({ personId, name: z.string(), familyId: familyId.nullable(), came: z.enum(cameKinds) }),
    ),
  }),
  /** Who is invited to each session of a group that is for some. */
  invited: query({
    permission: 'registers.view',
    label: 'See who is invited to sessions for some',
    input: z.strictObject({ groupId }),
    output: z.array(z.strictObject({ sessionId, personId, name: z.string() })),
  }),
  /**
   * A session for some: one that makes up for another, a phone call or a home visit. Nobody else is expected. Those
   * invited are in the group on that day.
   */
  addInvited: command({
    permission: 'groups.edit',
    label: 'Add a session for some',
    input: z
      .strictObject({
        groupId,
        kind: z.enum(sessionKinds),
        makeUpForId: sessionId.nullish(),
        /** Of one that makes up for another it is that one's unless said. */
        topicId: programmeSessionId.nullish(),
        personIds: people,
        date: localDate,
        startTime: localTime,
        endTime: localTime,
        /** A call and a visit need none. */
        roomId: roomId.nullish(),
      })
      .refine((s) => s.startTime < s.endTime, {
        message: 'The end must be later than the start.',
        path: ['endTime'],
      })
      .refine((s) => typeof s.roomId === 'string' || s.kind === 'phone' || s.kind === 'home-visit', {
        message: 'Choose the room.',
        path: ['roomId'],
      }),
    output: sessionSchema,
  }),
  /** Who is invited instead. Somebody who is marked already stays invited. */
  setInvitees: command({
    permission: 'groups.edit',
    label: 'Change who is invited to a session',
    input: z.strictObject({ id: sessionId, version: z.int(), personIds: people }),
    output: sessionSchema,
  }),
} as const
