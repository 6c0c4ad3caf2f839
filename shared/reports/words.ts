import { longDate, dateRange } from '../time/format.ts'
import { reportKeys, type ReportAsked, type ReportKey, type Split, type Takes } from './asked.ts'
import { askedBeside } from './periods.rules.ts'
import { splitHeadings, type Places } from './splits.rules.ts'

/** What each report shows, in one line of the gallery. */
export const reportLines: Readonly<Record<ReportKey, string>> = {
  reach: 'Attendances, people, families and sessions side by side, each counted anew.',
  attendance: 'How many of those expected came, and how many told us that they would not.',
  completion: 'Who completed, who left and why.',
  waiting: 'Who waited on each week’s day of counting, and for how long.',
  outcomes: 'People with a before and an after measure, and how many of them changed.',
  feedback: 'What families said, and how many of those asked.',
  buildings: 'Hours open, booked, used and attended.',
  staffing: 'Who delivered, together with whom, and the hours that volunteers gave.',
  'data-quality': 'Registers owed, measures missing and records to mend, each one click away.',
  'quarterly-return': 'The figures of the quarterly return, April to March, in one document.',
  scrutiny: 'The tables that scrutiny asks for, in one document.',
}

/** What a report is called in a file's name and at the head of a page. */
export const reportNames: Readonly<Record<ReportKey, string>> = {
  reach: 'Reach',
  attendance: 'Attendance',
  completion: 'Completion',
  waiting: 'Waiting',
  outcomes: 'Outcomes',
  feedback: 'Feedback',
  buildings: 'Use of buildings',
  staffing: 'Staffing',
  'data-quality': 'Data quality',
  'quarterly-return': 'Quarterly return',
  scrutiny: 'Scrutiny',
}

/** The order of the gallery. */
export const galleryOrder: readonly ReportKey[] = reportKeys

export const splitNames: Readonly<Record<Split, string>> = { ...splitHeadings, all: 'All together' }

/** The period of a report in words: `1 April to 30 June 2026`. */
export const periodOf = ({ from, to }: { from: string; to: string }): string =>
  from === to ? longDate(from) : dateRange(from, to)

/** `Reach 2026-04-01 to 2026-06-30.xlsx`: the days it is about, and nobody's name. */
export const reportFileName = ({ report, from, to }: ReportAsked, ending: string): string =>
  `${reportNames[report]} ${from} to ${to}.${ending}`

const list = (ids: readonly string[], name: (id: string) => string | undefined, none: string) =>
  ids.length === 0 ? none : ids.map((id) => name(id) ?? 'One that is no longer there').join(', ')

/** What was asked, in words, for the screen, the paper and the About sheet: the period and each filter. */
export function saidOf(
  asked: ReportAsked,
  places: Places,
  measure: string | null,
  takes: Takes,
): [string, string][] {
  const beside = askedBeside(asked)
  return [
    ['Period', periodOf(asked)],
    ...(takes.splits.length === 0 ? [] : [['Lines', splitNames[asked.by]] satisfies [string, string]]),
    ...(beside === null ? [] : [['Beside it', periodOf(beside)] satisfies [string, string]]),
    ['Programmes', list(asked.programmeIds, (id) => places.programmes.get(id), 'All')],
    ['Buildings', list(asked.buildingIds, (id) => places.buildings.get(id)?.name, 'All')],
    ['Localities', list(asked.localityIds, (id) => places.localities.get(id)?.name, 'All')],
    ['Half', asked.half === null ? 'Both' : asked.half === 'east' ? 'East' : 'West'],
    ...(measure === null ? [] : [['Measure', measure] satisfies [string, string]]),
  ]
}
