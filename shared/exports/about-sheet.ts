import { CHANGE_VERSION } from '../outcomes/change.rules.ts'
import { longDate, clockTime } from '../time/format.ts'
import { column, moment, number, text, type Cell, type Sheet } from './sheet.ts'
import type { WorkbookData } from './workbook-data.ts'
import { CLASSIFICATION } from '../classification.ts'

/** Where the numbers come from, what each means, who made the file and when. */
export function aboutSheet(data: WorkbookData, sheets: readonly Sheet[]): Sheet {
  return {
    name: 'About',
    columns: [column('What', 34), column('Says', 110)],
    rows: [...originRows(data), ...countRows(sheets), ...meaningRows(data)],
    frozenColumns: 0,
  }
}

const originRows = (data: WorkbookData): Cell[][] => [
  [text('Marking'), text(CLASSIFICATION)],
  [text('Service'), text(data.serviceName)],
  [text('County'), text(data.sample ? 'Sample county: every person, place and number in it is invented.' : 'Live')],
  [text('Group'), text(data.groupName)],
  [text('Title'), text(data.publicTitle)],
  [text('Programme'), text(data.programmeName)],
  [text('Building'), text(data.buildingName ?? 'Not said')],
  [text('What is in this file'), text(`Everything recorded for this one group up to ${longDate(data.madeAtLocal)}, ${clockTime(data.madeAtLocal)}. Nothing is left out and small numbers are not hidden, so keep it inside the service.`)],
  [text('What may be changed'), text('The columns with a yellow heading: letters in Register, words in Goals, numbers, dates and reasons in Outcomes, numbers of forms in Feedback. Save the file, then open it in Gather under the group, More, “Bring the workbook back”: every change is shown beside what stands there now, and is made only if you accept it.')],
  [text('How to write it'), text('A date as 24/11/2026. Why there is no number in the column Not done, as “After: Moved away”. Rows may be sorted and filtered, columns moved and your own put between: what is hidden beside and under the table says which row is whose, so leave it there. A row that is deleted takes nothing away in Gather.')],
  [text('File number'), text(data.fileId)],
  [text('Made by'), text(data.madeBy)],
  [text('Made at'), moment(data.madeAtLocal)],
  [text('Program version'), text(`Gather ${data.programVersion}`)],
  [text('Definitions version'), number(data.definitionsVersion)],
  [text('Change rules version'), number(CHANGE_VERSION)],
] // prettier-ignore

const countRows = (sheets: readonly Sheet[]): Cell[][] =>
  sheets.map((sheet) => [text(`Rows in ${sheet.name}`), number(sheet.rows.length)])

const meaningRows = (data: WorkbookData): Cell[][] => [
  [text('A blank in Register'), text('Nothing was recorded. A blank never means absent.')],
  [text('Totals in Register'), text('Complete registers only, so that they agree with Summary.')],
  [text('A blank in Outcomes'), text('No number was recorded. It never means 0.')],
  [text('Result in Outcomes'), text('Improved, same or worse between the number before and the number after of one goal or scale, in the direction that the measure calls better. Steps are counted and not averaged.')],
  ...data.codes.map((code) => [text(`Mark ${code.code}`), text(`${code.label}. ${code.attended ? 'Attended' : 'Did not attend'}, ${code.expected ? 'counts' : 'does not count'} as expected${code.apology ? ', and counts as an apology' : ''}.`)]),
  ...data.outcomes.measures.map((m) => [text(`Measure: ${m.name}`), text(`${m.minimum} to ${m.maximum}, ${m.direction === 'higher-is-better' ? 'higher' : 'lower'} is better. ${m.source ?? ''}`.trim())]),
  ...data.figures.map((f) => [text(`Figure: ${f.name}`), text(f.definition)]),
] // prettier-ignore
