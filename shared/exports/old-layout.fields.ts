import { fold } from '../text.ts'
import { readSessionHeading } from './session-heading.rules.ts'

/** What a column of an old workbook may be filled with. `session` and `mark` are where marks go. */
export const oldFields = {
  blank: 'Left blank',
  number: 'Number, from 1',
  'full-name': 'First and last name',
  'last-first': 'Last name, first name',
  'first-name': 'First name',
  'last-name': 'Last name',
  'known-as': 'Known as',
  'date-of-birth': 'Date of birth',
  'mosaic-id': 'Mosaic ID',
  phone: 'Phone, where it is safe to ring',
  allergies: 'Allergies',
  total: 'Sessions attended',
  expected: 'Sessions expected',
  percent: 'Attended in percent',
  group: 'Group',
  programme: 'Programme',
  building: 'Building',
  locality: 'Locality',
  'start-date': 'First day of the group',
  facilitators: 'Facilitators',
  'facilitator-1': 'First facilitator',
  'facilitator-2': 'Second facilitator',
  session: 'Marks of a session',
  mark: 'Mark (one row a session)',
  'session-number': 'Number of the session (one row a session)',
  'session-date': 'Day of the session (one row a session)',
} as const
export type OldField = keyof typeof oldFields
// The keys of an object are text to TypeScript.
export const oldFieldKeys = Object.keys(oldFields) as [OldField, ...OldField[]]

/** How old workbooks head their columns, folded and without signs. What is in none is left blank until somebody says. */
const headings: readonly (readonly [OldField, RegExp])[] = [
  ['number', /^(no|nr|number)$/],
  ['last-name', /^(childs? )?(surname|last name|family name)$/],
  ['first-name', /^(childs? )?(forename|first name|given name)s?$/],
  ['full-name', /^((childs?|young persons?|yp|participants?|full) )?names?$/],
  ['known-as', /^(known as|preferred name)$/],
  ['date-of-birth', /^(dob|d o b|date of birth)$/],
  ['mosaic-id', /^mosaic( id| no| number)?$/],
  ['phone', /^(contact|phone|tel|mobile)( no| number)?$/],
  ['allergies', /^allerg(y|ies)( medical)?$/],
  ['total', /^(total|total attended|sessions attended)$/],
  ['percent', /^(percent|attendance)$/],
  ['group', /^group$/],
  ['programme', /^(programme|course)$/],
  ['building', /^(centre|venue|building)$/],
  ['locality', /^locality$/],
  ['start-date', /^start date$/],
  ['facilitators', /^facilitators$/],
  ['facilitator-1', /^facilitator( 1)?$/],
  ['facilitator-2', /^facilitator 2$/],
  ['session-number', /^session (no|number)$/],
  ['session-date', /^(session )?date$/],
  ['mark', /^attended( y n.*)?$/],
]

/** What the heading of a column says it is; `blank` where it is nothing that the program keeps, or cannot be told. */
export function guessOldField(heading: string): OldField {
  if (heading.trim() === '%') return 'percent'
  const plain = fold(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (plain === '') return 'blank'
  const known = headings.find(([, pattern]) => pattern.test(plain))
  if (known !== undefined) return known[0]
  return readSessionHeading(heading) === null ? 'blank' : 'session'
}
