/** What a row of a hand-over is: one person at one session, or one person in one group. */
export const handoverRows = ['attendance', 'enrolment'] as const
export type HandoverRows = (typeof handoverRows)[number]
export const handoverRowLabels: Readonly<Record<HandoverRows, string>> = {
  attendance: 'One line for each person at each session',
  enrolment: 'One line for each person in each group',
}

type Kind = 'text' | 'date' | 'time' | 'number' | 'yes-no'
interface Field {
  readonly label: string
  readonly kind: Kind
  /** Only where a row is of this kind; left out, always. */
  readonly only?: HandoverRows
}

/**
 * What may stand in a column. No address, no number to ring, no alert and no free words: whoever takes the file in has
 * those from where they belong, and a file that is lost must not lead anybody to a door.
 */
export const handoverFields = {
  fixed: { label: 'Always the same words', kind: 'text' },
  'mosaic-id': { label: 'Mosaic reference', kind: 'text' },
  reference: { label: 'Reference of another system', kind: 'text' },
  'last-name': { label: 'Last name', kind: 'text' },
  'first-name': { label: 'First name', kind: 'text' },
  'date-of-birth': { label: 'Date of birth', kind: 'date' },
  programme: { label: 'Programme', kind: 'text' },
  group: { label: 'Group', kind: 'text' },
  building: { label: 'Building', kind: 'text' },
  locality: { label: 'Locality', kind: 'text' },
  role: { label: 'Takes part as', kind: 'text' },
  'session-date': { label: 'Date of the session', kind: 'date', only: 'attendance' },
  'session-start': { label: 'Start of the session', kind: 'time', only: 'attendance' },
  'session-end': { label: 'End of the session', kind: 'time', only: 'attendance' },
  mark: { label: 'Mark, in words', kind: 'text', only: 'attendance' },
  attended: { label: 'Attended', kind: 'yes-no', only: 'attendance' },
  'group-from': { label: 'First session', kind: 'date', only: 'enrolment' },
  'group-to': { label: 'Last session', kind: 'date', only: 'enrolment' },
  'referred-on': { label: 'Referred on', kind: 'date', only: 'enrolment' },
  'enrolled-on': { label: 'Enrolled on', kind: 'date', only: 'enrolment' },
  status: { label: 'How they stand', kind: 'text', only: 'enrolment' },
  'status-on': { label: 'Since', kind: 'date', only: 'enrolment' },
  expected: { label: 'Sessions expected at', kind: 'number', only: 'enrolment' },
  'sessions-attended': { label: 'Sessions attended', kind: 'number', only: 'enrolment' },
  completed: { label: 'Completed', kind: 'yes-no', only: 'enrolment' },
  'outcomes-matched': { label: 'Measures matched', kind: 'number', only: 'enrolment' },
  'outcomes-improved': { label: 'Measures improved', kind: 'number', only: 'enrolment' },
} as const satisfies Record<string, Field>
export type HandoverField = keyof typeof handoverFields

// The keys of an object are text to TypeScript, and these are the keys of this one.
export const handoverFieldKeys = Object.keys(handoverFields) as [HandoverField, ...HandoverField[]]

/** Whether a column may stand in a file of such rows. */
export function fits(field: HandoverField, rows: HandoverRows): boolean {
  const { only }: Field = handoverFields[field]
  return only === undefined || only === rows
}
