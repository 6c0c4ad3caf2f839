import { count } from '../text.ts'
import { dateRange } from '../time/format.ts'
import { streamLabels, streams, type Stream } from '../staff/staff.contract.ts'
import type { ReportAsked } from './asked.ts'
import { ofMark, ofSession, type CountyFacts, type Sifted } from './county-facts.rules.ts'
import type { CountyHelper, CountySession } from './county-rows.ts'
import { tableOf, type FigureOf } from './made-table.rules.ts'
import { cellOf, type Behind, type MadeReport } from './making.ts'
import { siftedTable, type FactFigure } from './sifted-table.rules.ts'
import { splitHeadings } from './splits.rules.ts'

/** By which rules delivery is counted. */
export const staffingRules = [
  {
    version: 1,
    since: '2026-11-22',
    what: 'Who delivered is who is recorded at the session as having led or helped; where nobody is, it is not known, and never nobody.',
  },
] as const

/** Those who led or helped at each session; a session that nobody is recorded for is not in it. */
function deliverersOf({ helpers }: CountyFacts): ReadonlyMap<CountySession, readonly CountyHelper[]> {
  return Map.groupBy(helpers.filter((one) => one.part !== 'volunteer'), (one) => one.session) // prettier-ignore
}

/** A share of the sessions of which it is known who delivered them. */
const ofKnown = (says: (deliverers: readonly CountyHelper[]) => boolean) => (facts: CountyFacts) =>
  [...deliverersOf(facts)].map(([session, some]): Behind => ({ ...ofSession(session), counts: says(some) }))

const has = (some: readonly CountyHelper[], stream: Stream) => some.some((one) => one.stream === stream)
const coDelivered = (some: readonly CountyHelper[]) => has(some, 'family') && has(some, 'youth-justice')
const byOne = (some: readonly CountyHelper[]) => new Set(some.map((one) => one.staffId)).size === 1

/** Minutes of each volunteer at each session: of the service's own, and of those who are in the group as volunteers. */
const volunteered = ({ helpers, helped }: CountyFacts): Behind[] => [
  ...helpers.filter((one) => one.part === 'volunteer').map(({ session, staffId, minutes }) => ({ ...ofSession(session), staffId, amount: minutes ?? session.minutes })),
  ...helped.map((mark) => ({ ...ofMark(mark), amount: mark.minutes ?? mark.session.minutes })),
] // prettier-ignore

const share = { unit: 'percent', adds: false, people: false } as const
/** Who delivered, together with whom, and what volunteers gave. */
export const staffingFigures: readonly FactFigure[] = [
  {
    key: 'sessions', name: 'Sessions delivered', unit: 'count', adds: true, people: false,
    definition: 'Sessions whose register is complete.',
    of: ({ delivered }) => delivered.map(ofSession),
  },
  {
    ...share, key: 'known', name: 'Who delivered is recorded',
    definition: 'Sessions at which somebody is recorded as having led or helped, of the sessions delivered. Where nobody is recorded it is not known who delivered.',
    of: (facts) => {
      const known = deliverersOf(facts)
      return facts.delivered.map((one) => ({ ...ofSession(one), counts: known.has(one) }))
    },
  },
  {
    ...share, key: 'co-delivered', name: 'Family and youth together',
    definition: 'Sessions that somebody of the family stream and somebody of the youth and justice stream led or helped at, of those whose deliverers are recorded. The operating model says that groups are generally delivered so, and not always.',
    of: ofKnown(coDelivered),
  },
  {
    ...share, key: 'by-one', name: 'By one worker alone',
    definition: 'Sessions at which one person led or helped and nobody else is recorded but volunteers, of those whose deliverers are recorded.',
    of: ofKnown(byOne),
  },
  {
    key: 'volunteer-hours', name: 'Hours that volunteers gave', unit: 'hours', adds: true, people: false,
    definition: 'Over complete registers: the minutes recorded of each volunteer at each session, and where none are recorded the length of the session.',
    of: volunteered,
  },
  {
    key: 'volunteer-heads', name: 'Volunteers counted without a name', unit: 'count', adds: true, people: false,
    definition: 'At sessions whose volunteers were counted, those beyond the ones marked by name. Their hours are not known, and in no figure.',
    of: ({ volunteerHeads }) => volunteerHeads.map(({ session, people }) => ({ ...ofSession(session), amount: people, what: 'Volunteers without a name' })),
  },
] // prettier-ignore

/** Each session once, of some people at sessions. */
const sessionsOf = (some: readonly CountyHelper[]): Behind[] =>
  [...new Set(some.map((one) => one.session))].map(ofSession)

const sessionsFigure: FigureOf<CountyHelper> = {
  key: 'sessions', name: 'Sessions', unit: 'count', adds: false, people: false,
  definition: 'Different sessions with a complete register at which they are recorded as having led or helped. A session delivered by two is on two lines, so lines do not add up.',
  of: sessionsOf,
} // prettier-ignore
const ledFigure: FigureOf<CountyHelper> = {
  key: 'led', name: 'Of them led', unit: 'count', adds: false, people: false,
  definition: 'Different sessions at which they are recorded as having led.',
  of: (some) => sessionsOf(some.filter((one) => one.part === 'lead')),
} // prettier-ignore
const workersFigure: FigureOf<CountyHelper> = {
  key: 'workers', name: 'Workers', unit: 'count', adds: true, people: false,
  definition: 'Different members of staff who are recorded as having led or helped.',
  of: (some) => [...new Set(some.map((one) => one.staffId))].map((staffId) => ({ staffId })),
} // prettier-ignore

const streamLine = (stream: Stream) => ({ key: stream, name: streamLabels[stream], order: String(streams.indexOf(stream)) }) // prettier-ignore

/** Who delivered, together with whom; `nameOf` is of members of staff. */
export function staffingReport(sifted: Sifted, asked: ReportAsked, nameOf: (staffId: string) => string): MadeReport {
  const rows = sifted.whole.helpers.filter((one) => one.part !== 'volunteer')
  return {
    finding: finding(sifted.whole, asked),
    chart: { kind: 'bars', table: 'staffing', columns: ['co-delivered', 'by-one'], breaks: [] },
    tables: [
      siftedTable({ key: 'staffing', title: 'Sessions and who delivered them', lineHeading: splitHeadings[asked.by], figures: staffingFigures, sifted }),
      tableOf({
        key: 'streams',
        title: 'Sessions by stream',
        lineHeading: 'Stream',
        figures: [sessionsFigure, ledFigure, workersFigure],
        rows,
        lineOf: (one) => streamLine(one.stream),
        always: (['family', 'youth-justice'] as const).map(streamLine),
        notes: ['By the stream that each works in now.'],
      }),
      tableOf({
        key: 'workers',
        title: 'Sessions by worker',
        lineHeading: 'Worker',
        figures: [sessionsFigure, ledFigure],
        rows,
        lineOf: ({ staffId }) => ({ key: staffId, name: nameOf(staffId), order: nameOf(staffId).toLowerCase() }),
      }),
    ],
  }
} // prettier-ignore

function finding(facts: CountyFacts, { from, to }: ReportAsked): string {
  const together = cellOf('percent', ofKnown(coDelivered)(facts))
  const hours = cellOf('hours', volunteered(facts)).value ?? 0
  const known = together.value === null ? 'who delivered them is not recorded' : `${together.value}% of the ${count(together.whole ?? 0, 'session')} whose workers are recorded were delivered by family and youth workers together` // prettier-ignore
  return `Of ${count(facts.delivered.length, 'session')} delivered, ${known}. Volunteers gave ${hours.toLocaleString('en-GB')} hours, ${dateRange(from, to)}.`
}
