import { z } from 'zod'
import { enrolmentStatuses } from '../enrolments/enrolments.contract.ts'
import { participantRoles } from '../enrolments/participants.rules.ts'
import { buildingId, groupId, sessionId } from '../ids.ts'
import { query } from '../operation.ts'
import { codeSchema, markCode } from '../registers/mark-code.ts'
import { localDate, localDateTime } from '../time/civil.ts'
import { reachWays } from './paper-reach.rules.ts'

/** What heads any paper of a session: by the public title, because paper lies about. */
const headingFields = {
  sessionId,
  publicTitle: z.string(),
  startsAt: localDateTime,
  endsAt: localDateTime,
  roomName: z.string().nullable(),
  buildingName: z.string().nullable(),
  facilitators: z.array(z.string()),
}
export type PaperHeading = z.infer<z.ZodObject<typeof headingFields>>

/** Who may take a child home, as far as paper may say: those who may by name, and of those who must not only that there are any. */
const collectionFields = { mayCollect: z.array(z.string()), mustNotCollect: z.boolean() }

/** A register on paper: only what may lie on a table. No number, no mark of another day, nothing of what an alert is about. */
export const registerPaperSchema = z.strictObject({
  ...headingFields,
  sessionNumber: z.int().nullable(),
  sessionCount: z.int(),
  /** Three words to find it again by. */
  code: z.string(),
  rows: z.array(
    z.strictObject({
      /** As on the screen. */
      number: z.int(),
      name: z.string(),
      age: z.string().nullable(),
      /** Speak to the lead before the session. */
      alert: z.boolean(),
      allergies: z.string().nullable(),
      ...collectionFields,
      mark: markCode.nullable(),
    }),
  ),
  /** Volunteers by name: they take no row, because they are no attendance. */
  helpers: z.array(z.string()),
  /** Those in use. */
  codes: z.array(codeSchema),
})
export type RegisterPaper = z.infer<typeof registerPaperSchema>
export type RegisterPaperRow = RegisterPaper['rows'][number]

/** Who signs in and out at a door. It lies open there, so nothing but names is on it. */
export const signInSheetSchema = z.strictObject({
  ...headingFields,
  /** Those of one family together; a person without a family is one. */
  families: z.array(z.strictObject({ people: z.array(z.string()) })),
})
export type SignInSheet = z.infer<typeof signInSheetSchema>

export const nameLabelsSchema = z.strictObject({
  ...headingFields,
  labels: z.array(
    z.strictObject({
      firstName: z.string(),
      /** Only where it was asked for. */
      lastName: z.string().nullable(),
    }),
  ),
})
export type NameLabels = z.infer<typeof nameLabelsSchema>

const emergencyContactSchema = z.strictObject({
  name: z.string(),
  relation: z.string().nullable(),
  /** Only where it is safe to ring. */
  phone: z.string().nullable(),
  /** Why there is no number. */
  why: z.string().nullable(),
})
export type EmergencyContact = z.infer<typeof emergencyContactSchema>

/** Everybody expected in a building on a day, for whoever stands outside it with a fire bag. */
export const contactSheetSchema = z.strictObject({
  date: localDate,
  buildingId,
  buildingName: z.string(),
  address: z.string().nullable(),
  sessions: z.array(
    z.strictObject({
      ...headingFields,
      /** Who works there: those who deliver it, or else who lead the group. Volunteers too. */
      adults: z.array(z.strictObject({ name: z.string(), phone: z.string().nullable() })),
      people: z.array(
        z.strictObject({
          name: z.string(),
          role: z.enum(participantRoles),
          age: z.string().nullable(),
          alert: z.boolean(),
          allergies: z.string().nullable(),
          accessNeeds: z.string().nullable(),
          ...collectionFields,
          contacts: z.array(emergencyContactSchema),
        }),
      ),
    }),
  ),
})
export type ContactSheet = z.infer<typeof contactSheetSchema>
export type ContactSheetPerson = ContactSheet['sessions'][number]['people'][number]

/** Of whom a letter or text list is: those of a group in one of these states today. */
export const reachAsked = z.strictObject({
  groupId,
  way: z.enum(reachWays),
  status: z.enum(enrolmentStatuses).default('enrolled'),
})
export type ReachAsked = z.infer<typeof reachAsked>

/** Whom to write to or to text. Who is left out is named with the reason, and never with a number or an address. */
export const reachListSchema = z.strictObject({
  groupName: z.string(),
  publicTitle: z.string(),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      familyName: z.string().nullable(),
      /** Whom it goes to: the person, or an adult of theirs. */
      toName: z.string().nullable(),
      /** The number, the address, or the email. */
      to: z.string().nullable(),
      leftOutBecause: z.string().nullable(),
    }),
  ),
})
export type ReachList = z.infer<typeof reachListSchema>
export type ReachRow = ReachList['rows'][number]

/** What is printed of people. Each time is in the audit trail: a sheet of names can be left on a table. */
export const paperPeopleContract = {
  /** A session's register for paper, in the order and with the numbers of the screen. */
  registerPaper: query({
    permission: 'registers.view',
    label: 'Print a register',
    logView: true,
    input: z.strictObject({ sessionId }),
    output: registerPaperSchema,
  }),
  /** Who is expected at a session, a family together, to sign in and out. */
  signInSheet: query({
    permission: 'registers.view',
    label: 'Print a sign-in sheet',
    logView: true,
    input: z.strictObject({ sessionId }),
    output: signInSheetSchema,
  }),
  /** The first names of those expected at a session and of those who deliver it; last names only where asked for. */
  nameLabels: query({
    permission: 'registers.view',
    label: 'Print name labels',
    logView: true,
    input: z.strictObject({ sessionId, lastNames: z.boolean().default(false) }),
    output: nameLabelsSchema,
  }),
  /**
   * For each building, who is expected in it on a day: of one, or of all where somebody is. An assistant's are those of
   * their own buildings (NOT_ALLOWED otherwise): it holds more numbers than any other paper.
   */
  contactSheets: query({
    permission: 'people.view',
    label: 'Print a contact sheet',
    logView: true,
    input: z.strictObject({ date: localDate, buildingId: buildingId.nullish() }),
    output: z.array(contactSheetSchema),
  }),
  /** Whom of a group, or of its waiting list, to write to or to text, by what each said is safe. */
  reachList: query({
    permission: 'people.view',
    label: 'List whom to write to or text',
    logView: true,
    input: reachAsked,
    output: reachListSchema,
  }),
} as const
