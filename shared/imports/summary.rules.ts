import { count } from '../text.ts'
import { decide, type Decision } from './decisions.rules.ts'
import { gapLabels } from '../people/gaps.rules.ts'
import type { PersonId } from '../ids.ts'
import type { PreviewRow } from './imports.contract.ts'

/** What enrolling a list would do, with what has been decided so far. */
export interface ListSummary {
  /** How many will be enrolled: those added, and those known. */
  readonly enrol: number
  readonly added: number
  readonly known: number
  readonly already: number
  /** Doubtful rows that nobody has decided on. */
  readonly undecided: number
  /** Rows that will not be used: those that cannot be, and those left out by choice. */
  readonly leftOut: number
}

export function summarise(rows: readonly PreviewRow[], decisions: readonly Decision[]): ListSummary {
  const decided = new Set(decisions.map((decision) => decision.row))
  const undecided = rows.filter((row) => row.state === 'possible' && !decided.has(row.row)).length
  const outcomes = decide(rows, decisions)
  const how = (kind: (typeof outcomes)[number]['kind']) => outcomes.filter((one) => one.kind === kind).length
  const [added, known] = [how('add'), how('match')]
  return {
    enrol: added + known,
    added,
    known,
    already: how('enrolled'),
    undecided,
    leftOut: how('leave-out') - undecided,
  }
}

/** `11 will be enrolled: 9 new, 2 known. 2 need you. 1 cannot be used.` */
export function summaryWords({ enrol, added, known, already, undecided, leftOut }: ListSummary): string {
  const split = [
    ...(added > 0 ? [`${number(added)} new`] : []),
    ...(known > 0 ? [`${number(known)} known`] : []),
  ]
  return [
    enrol === 0 ? 'Nobody will be enrolled.' : `${number(enrol)} will be enrolled: ${split.join(', ')}.`,
    already > 0 ? `${number(already)} ${already === 1 ? 'is' : 'are'} in the group already.` : '',
    undecided > 0 ? `${number(undecided)} ${undecided === 1 ? 'needs' : 'need'} you.` : '',
    leftOut > 0 ? `${number(leftOut)} will be left out.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

const fillWords = new Intl.ListFormat('en-GB')

/** `Fills in their phone and Mosaic ID`: what the list knows of somebody and the record lacks; null for nothing. */
export function fillsInWords({ fills }: PreviewRow, personId: PersonId | undefined): string | null {
  const fields = fills.find((fill) => fill.personId === personId)?.fields ?? []
  if (fields.length === 0) return null
  return `Fills in what the record lacks: ${fillWords.format(fields.map((field) => gapLabels[field]))}.`
}

/** What was done, in the words of the result: `11 people enrolled: 9 new, 2 known.` */
export function resultWords(done: {
  added: number
  matched: number
  filled: number
  alreadyEnrolled: number
  leftOut: number
}): string {
  const enrolled = done.added + done.matched
  return [
    enrolled === 0
      ? 'Nobody was enrolled.'
      : `${count(enrolled, 'person', 'people')} enrolled: ${number(done.added)} new, ${number(done.matched)} known.`,
    done.filled > 0 ? `${count(done.filled, 'record was', 'records were')} filled in from the list.` : '',
    done.alreadyEnrolled > 0
      ? `${count(done.alreadyEnrolled, 'person was', 'people were')} in the group already.`
      : '',
    done.leftOut > 0
      ? `${count(done.leftOut, 'row was', 'rows were')} left out and kept with the group.`
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

const number = (n: number): string => n.toLocaleString('en-GB')
