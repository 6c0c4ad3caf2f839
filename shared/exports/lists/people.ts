import { CLASSIFICATION } from '../../classification.ts'
import { enrolmentStatusLabels, type EnrolmentStatus, type RosterRow } from '../../enrolments/enrolments.contract.ts' // prettier-ignore
import { dateColumn, numberColumn, textColumn, yesNoOf, type List } from './list.ts'

const safeToCall = { yes: 'Yes', no: 'No', 'not-asked': 'Not asked' } as const

/** Who is expected comes first, then those on the way in, then those who have gone. */
const rosterOrder: readonly EnrolmentStatus[] = ['enrolled', 'offered', 'waiting', 'referred', 'completed', 'withdrawn'] // prettier-ignore

/** What each heading of the people of a group orders by. */
export const peopleSorts = {
  status: (r: RosterRow) => rosterOrder.indexOf(r.status),
  since: (r: RosterRow) => r.since,
} as const

/** The people of one group, one line each. */
export const peopleList: List<RosterRow> = {
  title: 'People',
  classification: CLASSIFICATION,
  columns: [
    textColumn('Name', 30, (r) => r.name),
    dateColumn('Date of birth', (r) => r.dateOfBirth),
    textColumn('Family', 22, (r) => r.familyName),
    textColumn('Mosaic ID', 14, (r) => r.mosaicId),
    textColumn('Phone', 18, (r) => r.phone),
    textColumn('Safe to call', 11, (r) => safeToCall[r.safeToCall]),
    textColumn('Allergies and medical', 30, (r) => r.allergies),
    textColumn('Speak to the lead', 11, (r) => yesNoOf(r.alert)),
    textColumn('Status', 12, (r) => enrolmentStatusLabels[r.status]),
    dateColumn('Since', (r) => r.since),
    textColumn('Reason', 28, (r) => r.reason),
    numberColumn('Attended', 10, (r) => r.attended),
    numberColumn('Of sessions', 10, (r) => r.expected),
  ],
  sorts: peopleSorts,
}
