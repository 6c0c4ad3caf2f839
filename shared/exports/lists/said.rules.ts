import { bookingStatusLabels, purposeLabels } from '../../bookings/bookings.contract.ts'
import type { BookingFilter } from '../../bookings/filter.rules.ts'
import { dateRange } from '../../time/format.ts'
import type { Table } from './list.ts'

/** The names of what filters choose by its id. */
export type NameOf = (kind: 'building' | 'locality' | 'programme' | 'staff', id: string) => string

type Said = Table['said'][number]

const halfNames = { east: 'East', west: 'West' } as const
const listed = new Intl.ListFormat('en-GB')
const some = (name: string, chosen: readonly string[]): Said[] =>
  chosen.length === 0 ? [] : [[name, listed.format(chosen)]]

/** The days that a file is about: `23 to 29 November 2026`. */
export const daysSaid = (from: string, to: string): Said => ['Days', dateRange(from, to)]

/** The building of the switcher. */
export const buildingSaid = (id: string | null | undefined, nameOf: NameOf): Said => [
  'Building',
  id === null || id === undefined ? 'All' : nameOf('building', id),
]

/** What a filter of bookings leaves, in words: only the choices that were made. */
export function filterSaid(filter: BookingFilter, nameOf: NameOf): Said[] {
  const named = (kind: Parameters<NameOf>[0], ids: readonly string[]) => ids.map((id) => nameOf(kind, id))
  return [
    ...some('Buildings', named('building', filter.buildingIds)),
    ...some('Localities', named('locality', filter.localityIds)),
    ...some('Half', filter.half === null ? [] : [halfNames[filter.half]]),
    ...some('Purposes', filter.purposes.map((purpose) => purposeLabels[purpose])), // prettier-ignore
    ...some('Programmes', named('programme', filter.programmeIds)),
    ...some('Led by', named('staff', filter.leaderIds)),
    ...some('Whose', filter.mine ? ['Only those of the person who made the file'] : []),
    ...some('Status', filter.statuses.map((status) => bookingStatusLabels[status])), // prettier-ignore
  ]
}
