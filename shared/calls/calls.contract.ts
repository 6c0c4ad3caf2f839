import { z } from 'zod'
import { contactSubjects } from '../contacts/contact.ts'
import { buildingId, groupId, personId, sessionId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { thresholdsSchema } from './thresholds.ts'

/** What somebody or something needs a call for, the most pressing first. */
export const callKinds = [
  'too-few-adults',
  'offer-lapsing',
  'absences',
  'register-not-taken',
  'falling',
  'under-strength',
] as const
export type CallKind = (typeof callKinds)[number]

/** Kinds that are about no person: they are answered, and not called about. */
export const answeredKinds = ['too-few-adults', 'register-not-taken', 'under-strength'] as const

export const reachSchema = z.strictObject({
  name: z.string(),
  /** `Mother`, `Leads the group`; null for the person themselves. */
  relation: z.string().nullable(),
  /** Only where it is safe; else null, and `noCall` says why in words. */
  call: z.string().nullable(),
  text: z.string().nullable(),
  email: z.string().nullable(),
  write: z.string().nullable(),
  noCall: z.string().nullable(),
  /** Who answers in which language, where an interpreter is needed. */
  interpreter: z.string().nullable(),
})
export type Reach = z.infer<typeof reachSchema>

export const callSchema = z.strictObject({
  kind: z.enum(callKinds),
  /** What an answer is about: an enrolment's, a group's or a session's id. */
  subjectId: z.string(),
  /** A name, of the person or of the group, by the title that others may read. */
  title: z.string(),
  /** Why, in words. */
  why: z.string(),
  /** The day it is about: of the last absence, the session, the offer's last day. */
  on: localDate,
  person: z
    .strictObject({ id: personId, name: z.string(), age: z.string().nullable(), alert: z.boolean() })
    .nullable(),
  groupId,
  groupName: z.string(),
  sessionId: sessionId.nullable(),
  /** What a try to reach them is logged under; null where there is nobody to be reached. */
  about: z.enum(contactSubjects).nullable(),
  reach: z.array(reachSchema),
  /** The last try about this, in words. */
  lastTried: z.string().nullable(),
  /** A route of the program: where it is put right. */
  to: z.string(),
})
export type Call = z.infer<typeof callSchema>

export const callsContract = {
  /**
   * Who needs a call now, the most pressing first: facilitators see the groups that they lead, everybody else the
   * building they look at. What was answered is not there until its day.
   */
  list: query({
    permission: 'people.view',
    label: 'See who needs a call',
    input: z.strictObject({ buildingId: buildingId.nullish() }),
    output: z.array(callSchema),
  }),
  /** What was said about something that is about no person: it goes until a day. Calls to people are logged as contacts. */
  answer: command({
    permission: 'registers.edit',
    label: 'Answer what waits about a group',
    input: z.strictObject({
      kind: z.enum(answeredKinds),
      subjectId: z.uuid(),
      answer: line('Say what was decided.', 300),
      /** The first day on which it may come back; after today, and within a year. */
      until: localDate,
    }),
    output: z.null(),
  }),
  thresholds: query({
    permission: 'settings.view',
    label: 'See who needs a call from when on',
    input: z.strictObject({}),
    output: thresholdsSchema,
  }),
  changeThresholds: command({
    permission: 'programmes.edit',
    label: 'Change who needs a call from when on',
    input: thresholdsSchema,
    output: thresholdsSchema,
  }),
} as const
