import { CLASSIFICATION } from '../classification.ts'
import {
  column,
  moment,
  number,
  percent,
  text,
  type Cell,
  type Sheet,
  type Workbook,
} from '../exports/sheet.ts'
import { longDate } from '../time/format.ts'
import {
  byMonth,
  hoursOf,
  levelLabels,
  lineHours,
  lineName,
  linesOf,
  shares,
  usageDefinitions,
  USAGE_VERSION,
  type Level,
  type Line,
} from './figures.rules.ts'
import type { Usage } from './usage.contract.ts'
import { monthInWords, periodInWords } from './words.rules.ts'

export interface MadeBy {
  readonly serviceName: string
  readonly sample: boolean
  readonly madeBy: string
  readonly madeAt: string
  readonly madeAtLocal: string
  readonly programVersion: string
}

/** The report as a workbook: the lines and the numbers of the screen, and what each of them means. */
export function usageWorkbook(usage: Usage, made: MadeBy): Workbook {
  const levels: readonly Level[] = ['room', 'building', 'locality', 'half']
  const sheets = [...levels.map((level) => levelSheet(usage, level)), monthSheet(usage)]
  return {
    sheets: [...sheets, aboutSheet(usage, made)],
    header: `Use of buildings, ${periodInWords(usage)}`,
    classification: CLASSIFICATION,
    madeBy: made.madeBy,
    madeAt: made.madeAt,
  }
}

const figureColumns = [
  column('Open hours', 12),
  column('Booked hours', 13),
  column('Booked', 10),
  column('Used hours', 12),
  column('Used', 10),
  column('Attended hours', 14),
  column('Attended', 10),
  column('Outside hours', 13),
  column('Nobody came', 12),
  column('Seats filled', 12),
] as const

const figureCells = (line: Pick<Line, 'use' | 'hoursKnown'>): Cell[] => {
  const { use } = line
  const share = shares(use)
  return [
    number(lineHours(line, 'open')),
    number(lineHours(line, 'booked')),
    percent(share.booked),
    number(lineHours(line, 'used')),
    percent(share.used),
    number(lineHours(line, 'attended')),
    percent(share.attended),
    number(hoursOf(use.outside)),
    number(use.noShows),
    percent(share.seats),
  ]
}

const plural: Readonly<Record<Level, string>> = {
  room: 'Rooms',
  building: 'Buildings',
  locality: 'Localities',
  half: 'Halves',
}

const levelSheet = (usage: Usage, level: Level): Sheet => ({
  name: plural[level],
  columns: [column(levelLabels[level], 44), ...figureColumns],
  rows: linesOf(usage, level).map((line) => [text(lineName(line)), ...figureCells(line)]),
  frozenColumns: 1,
})

const monthSheet = (usage: Usage): Sheet => ({
  name: 'Months',
  columns: [column('Month', 18), ...figureColumns],
  rows: byMonth(usage).map(({ month, use }) => [
    text(monthInWords(month)),
    ...figureCells({ use, hoursKnown: true }),
  ]),
  frozenColumns: 1,
})

const aboutSheet = (usage: Usage, made: MadeBy): Sheet => ({
  name: 'About',
  columns: [column('What', 34), column('Says', 110)],
  rows: [
    [text('Marking'), text(CLASSIFICATION)],
    [text('Service'), text(made.serviceName)],
    [text('County'), text(made.sample ? 'Sample county: every place and number in it is invented.' : 'Live')],
    [text('Period'), text(periodInWords(usage))],
    [text('Use and attendance up to'), text(longDate(usage.until))],
    [text('Made by'), text(made.madeBy)],
    [text('Made at'), moment(made.madeAtLocal)],
    [text('Program version'), text(`Gather ${made.programVersion}`)],
    [text('Definitions version'), number(USAGE_VERSION)],
    ...usageDefinitions.map(({ name, definition }) => [text(name), text(definition)]),
  ],
  frozenColumns: 0,
})
