import type { BaselineSheet } from './coming-back.rules.ts'
import { feedbackBaseline } from './feedback-sheet.ts'
import { goalsBaseline } from './goals-sheet.ts'
import { outcomesBaseline } from './outcome-rows.rules.ts'
import { registerBaseline } from './register-sheet.ts'
import type { WorkbookRows } from './workbook-data.ts'

/** All of a group's workbook that may come back changed, in the order of its sheets: as it left, or as it stands now. */
export const workbookBaseline = (data: WorkbookRows): BaselineSheet[] => [
  registerBaseline(data),
  goalsBaseline(data),
  outcomesBaseline(data),
  feedbackBaseline(data),
]
