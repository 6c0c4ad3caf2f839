import { z } from 'zod'
import { alertNoteId, mustNotMeetId, personId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { fullText, line } from '../text.ts'
import { localDate } from '../time/civil.ts'

/** What everybody who sees a person may know of an alert. */
export const alertStandingSchema = z.strictObject({
  marker: z.boolean(),
  /** Who leads the groups they are in today; whom to speak to. */
  leaders: z.array(z.string()),
  /** Whether the person asking may read what it is about: see alerts.rules.ts. */
  maySee: z.boolean(),
})

const written = { onDate: localDate, untilDate: localDate.nullable(), writtenBy: z.string(), version: z.int() } // prettier-ignore

export const alertSchema = z.strictObject({ id: alertNoteId, note: z.string(), ...written })
export type Alert = z.infer<typeof alertSchema>
export const keptApartSchema = z.strictObject({
  id: mustNotMeetId,
  other: z.strictObject({ id: personId, name: z.string() }),
  reason: z.string(),
  ...written,
})
export type KeptApart = z.infer<typeof keptApartSchema>

/** All of these refuse, with NOT_ALLOWED and whom to speak to, everybody but those of alerts.rules.ts. */
export const alertsOperations = {
  /** What a person's alerts are about and whom they must not meet, what has ended as well. Every look is in the audit trail. */
  alerts: query({
    permission: 'people.view',
    label: 'See what an alert is about',
    logView: true,
    input: z.strictObject({ id: personId }),
    output: z.strictObject({ notes: z.array(alertSchema), mustNotMeet: z.array(keptApartSchema) }),
  }),
  /** Writes what an alert is about, and sets the marker that everybody sees. */
  addAlert: command({
    permission: 'people.edit',
    label: 'Write an alert',
    input: z.strictObject({
      id: personId,
      note: fullText('Write what the lead must know.', 2000),
      onDate: localDate,
    }),
    output: z.strictObject({ id: alertNoteId }),
  }),
  /** Ends an alert; it stays to be read. The marker goes with the last one, unless it is to stay. */
  endAlert: command({
    permission: 'people.edit',
    label: 'End an alert',
    input: z.strictObject({
      id: alertNoteId,
      version: z.int(),
      onDate: localDate,
      keepMarker: z.boolean().default(false),
    }),
    output: z.null(),
  }),
  /** Two people who must not be in one group or one building at once. */
  addMustNotMeet: command({
    permission: 'people.edit',
    label: 'Say who must not meet',
    input: z.strictObject({
      id: personId,
      otherId: personId,
      reason: line('Say why they must not meet.', 500),
      onDate: localDate,
    }),
    output: z.strictObject({ id: mustNotMeetId }),
  }),
  endMustNotMeet: command({
    permission: 'people.edit',
    label: 'Say that two people may meet again',
    input: z.strictObject({ id: mustNotMeetId, version: z.int(), onDate: localDate }),
    output: z.null(),
  }),
} as const
