import { CLASSIFICATION } from '../classification.ts'
import { longDate } from '../time/format.ts'
import { aboutSheet } from './about-sheet.ts'
import { attendanceSheet } from './attendance-sheet.ts'
import { feedbackSheet } from './feedback-sheet.ts'
import { goalsSheet } from './goals-sheet.ts'
import { outcomesSheet } from './outcomes-sheet.ts'
import { registerSheet } from './register-sheet.ts'
import { column, number, percent, text, type Sheet, type Workbook } from './sheet.ts'
import type { WorkbookData } from './workbook-data.ts'

/**
 * The group's workbook: what is in it is the whole of what is recorded for one group. Register, Goals, Outcomes and
 * Feedback may come back changed.
 */
export function groupWorkbook(data: WorkbookData): Workbook {
  const sheets = [summarySheet, registerSheet, attendanceSheet, outcomesSheet, goalsSheet, feedbackSheet].map(
    (make) => make(data),
  )
  return {
    sheets: [...sheets, aboutSheet(data, sheets)],
    header: data.publicTitle,
    classification: CLASSIFICATION,
    madeBy: data.madeBy,
    madeAt: data.madeAt,
  }
}

/** The figures of the group's page, in the same order, with the same numbers and words. */
function summarySheet(data: WorkbookData): Sheet {
  return {
    name: 'Summary',
    title: [
      data.publicTitle,
      `${data.serviceName} · ${longDate(data.madeAtLocal)}${data.sample ? ' · Sample county: everything in it is invented' : ''}`,
    ],
    columns: [column('Figure', 32), column('Value', 12), column('Made of', 14), column('Definition', 90)],
    rows: data.figures.map((f) => [
      text(f.name),
      f.value === null ? text('–') : f.unit === 'percent' ? percent(f.value) : number(f.value),
      text(f.detail),
      text(f.definition),
    ]),
    frozenColumns: 1,
  }
}
