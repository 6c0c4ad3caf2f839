import type { Locality } from '../../buildings/buildings.contract.ts'
import { CLASSIFICATION } from '../../classification.ts'
import { streamLabels, type Staff } from '../../staff/staff.contract.ts'
import { textColumn, yesNoOf, type List } from './list.ts'

/** Where somebody works, in words. */
export const localityOf = (localities: readonly Locality[], { localityId }: Pick<Staff, 'localityId'>): string =>
  localities.find((one) => one.id === localityId)?.name ?? 'Countywide' // prettier-ignore

/** The people who work here, one line each. */
export const staffList = (localities: readonly Locality[]): List<Staff> => ({
  title: 'Staff',
  classification: CLASSIFICATION,
  columns: [
    textColumn('Name', 28, (s) => s.name),
    textColumn('Job', 28, (s) => s.jobTitle),
    textColumn('Stream', 18, (s) => streamLabels[s.stream]),
    textColumn('Locality', 22, (s) => localityOf(localities, s)),
    textColumn('Phone', 18, (s) => s.phone),
    textColumn('Email', 32, (s) => s.email),
    textColumn('Left', 8, (s) => yesNoOf(s.archived)),
  ],
  sorts: staffSorts(localities),
})

/** What each heading of the list of staff orders by. */
export const staffSorts = (localities: readonly Locality[]) => ({
  name: (s: Staff) => s.name,
  job: (s: Staff) => s.jobTitle ?? '',
  stream: (s: Staff) => s.stream,
  locality: (s: Staff) => localityOf(localities, s),
})
