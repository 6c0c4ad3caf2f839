import { isNothing, keyParts, NO_SESSION, type Standing } from '../exports/coming-back.rules.ts'
import { asOf, type MeasureOverTime } from '../outcomes/editions.rules.ts'
import type { Reading } from '../outcomes/outcomes.contract.ts'
import { itemProblem, itemShape, valueProblem } from '../outcomes/readings.rules.ts'
import type { Grid } from '../registers/grid.contract.ts'
import { cellProblem, isOnRegister, placeWords } from '../registers/grid.rules.ts'
import type { Difference } from './comparing.contract.ts'

/** The rules that a change is held against before it is offered: those of the screens, said early. */
export interface Rules {
  readonly grid: Grid
  readonly measures: readonly MeasureOverTime[]
  /** What stands here: a form that has begun goes on in the edition that it is of. */
  readonly readings: readonly Reading[]
  /** Whether the viewer may write outcomes at all. */
  readonly mayEditOutcomes: boolean
}

/** The difference with why it could not be made, and whether it would need a reason. What is only here is left alone. */
export function withRules(difference: Difference, rules: Rules): Difference {
  if (difference.state !== 'offer' && difference.state !== 'conflict') return difference
  const problem = problemOf(difference, rules)
  if (problem !== null) return { ...difference, state: 'refused', problem }
  return { ...difference, needsReason: needsReason(difference, rules) }
}

function problemOf({ sheet, row, place, file }: Difference, rules: Rules): string | null {
  if (sheet === 'register') return markProblem(row, place, file, rules)
  if (!rules.mayEditOutcomes) return 'Your role does not include outcomes.'
  if (sheet === 'outcomes') return readingProblem(row, place, file, rules)
  return sheet === 'goals' ? goalProblem(file) : formsProblem(row, file, rules)
}

const sessionAt = ({ grid }: Rules, sessionId: string) =>
  grid.sessions.findIndex((one) => one.sessionId === sessionId)

const needsReason = ({ sheet, place }: Difference, rules: Rules): boolean =>
  sheet === 'register' && rules.grid.sessions[sessionAt(rules, place)]?.needsReason === true

function markProblem(personId: string, sessionId: string, file: Standing, rules: Rules): string | null {
  const at = sessionAt(rules, sessionId)
  const session = rules.grid.sessions[at]
  const cell = rules.grid.people.find((one) => one.personId === personId)?.cells[at]
  if (session === undefined) return 'This session is no longer in the group.'
  if (cell === undefined) return 'They are on none of the group’s registers. Those who help are marked on the register itself.' // prettier-ignore
  const code = file.value === null ? null : String(file.value)
  if (session.state !== 'complete') return cellProblem(session, cell, code)
  if (!session.mayCorrect) return 'This register is complete, and is not yours to correct.'
  const known = rules.grid.codes.find((one) => one.code === code)
  if (known?.retired) return `${known.code} is not a mark that is in use.`
  if (code === null && cell.place === 'expected')
    return 'This register is complete, and has a mark for everyone expected. Give another mark, or reopen it.'
  return cell.code === null && !isOnRegister(cell.place) ? `${placeWords[cell.place]}.` : null
}

function readingProblem(
  row: string,
  place: string,
  { value, reason }: Standing,
  rules: Rules,
): string | null {
  const [, measureId, item] = keyParts(row)
  const now = rules.measures.find((one) => one.id === measureId)
  if (now === undefined) return 'This measure is no longer used by the programme.'
  const measure = asOf(now, editionAt(row, place, rules.readings) ?? now.edition)
  const missing = itemProblem(measure, Number(item))
  if (missing !== null) return missing
  if (reason !== null && reason.length > 200) return 'The reason is longer than 200 letters.'
  return typeof value === 'number' ? valueProblem(itemShape(measure, Number(item)), value) : null
}

/** Of the form that a place is of; undefined while there is nothing of it. */
function editionAt(row: string, place: string, readings: readonly Reading[]): number | undefined {
  const [personId, measureId, , ...form] = keyParts(row)
  const mine = form.join(' ')
  return readings.find(
    (one) =>
      one.personId === personId &&
      one.measureId === measureId &&
      one.timePoint === place &&
      [one.round, one.completedBy, one.sessionId ?? NO_SESSION].join(' ') === mine,
  )?.edition
}

const goalProblem = ({ value }: Standing): string | null =>
  String(value ?? '').length > 300 ? 'A goal has 300 letters at most.' : null

function formsProblem(row: string, file: Standing, { measures }: Rules): string | null {
  const [measureId] = keyParts(row)
  if (!measures.some((one) => one.id === measureId)) return 'This measure is no longer used by the programme.'
  if (isNothing(file)) return null
  const forms = Number(file.value)
  return Number.isInteger(forms) && forms >= 0 && forms <= 2000
    ? null
    : 'Type how many forms: a whole number from 0 to 2,000.'
}
