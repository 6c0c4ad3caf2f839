import { FOR_STAFF } from '../../classification.ts'
import type { Closure, ClosureState } from '../../closures/closures.contract.ts'
import { dateColumn, numberColumn, textColumn, timeColumn, type List } from './list.ts'

const states: Readonly<Record<ClosureState, string>> = {
  now: 'Closed now',
  'to-come': 'To come',
  over: 'Over',
  lifted: 'Lifted',
}

/** Closures, one line each. The note is for those who look after the place, and in no file. */
export const closuresList: List<Closure> = {
  title: 'Closures',
  classification: FOR_STAFF,
  columns: [
    textColumn('Reason', 26, (c) => c.reason),
    textColumn('Where', 40, (c) => c.where),
    textColumn('When', 40, (c) => c.when),
    dateColumn('First day', (c) => c.times[0]?.startsAt ?? null),
    timeColumn('From', (c) => c.times[0]?.startsAt ?? null),
    dateColumn('Ends on', (c) => c.times.at(-1)?.endsAt ?? null),
    timeColumn('At', (c) => c.times.at(-1)?.endsAt ?? null),
    numberColumn('Times', 8, (c) => c.times.length),
    textColumn('State', 12, (c) => states[c.state]),
    numberColumn('Sessions to decide', 10, (c) => c.hits.sessions),
    numberColumn('Other bookings to decide', 12, (c) => c.hits.bookings),
    dateColumn('Lifted on', (c) => c.liftedAt),
    textColumn('Lifted because', 28, (c) => c.liftedReason),
    textColumn('Closed by', 24, (c) => c.closedBy),
  ],
  sorts: {},
}
