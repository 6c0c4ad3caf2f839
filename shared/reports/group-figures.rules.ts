import { median } from '../enrolments/turnaround.rules.ts'
import { count } from '../text.ts'
import { definitions, doseDefinition, doseKey, type Definition, type FigureKey } from './definitions.ts'
import { factsOf, type Facts } from './facts.rules.ts'
import { cameTimes, rowsOf, type FigureRow } from './figure-rows.rules.ts'
import type { GroupRows } from './group-rows.ts'
import type { Figure } from './reports.contract.ts'

/** A figure with the rows it is made of: its value is made of them and of nothing else, so the two cannot differ. */
export interface FigureWithRows extends Figure {
  readonly rows: readonly FigureRow[]
}

const total = (rows: readonly FigureRow[]) =>
  rows.reduce((sum, row) => sum + (row.counts ? row.amount : 0), 0)
const toOne = (value: number) => Math.round(value * 10) / 10

/** What rows come to, in each unit; none of none is not 0 but unknown. Shares and hours to one decimal place. */
function valueOf(unit: Definition['unit'], rows: readonly FigureRow[]): number | null {
  if (unit === 'percent') return rows.length === 0 ? null : toOne((total(rows) / rows.length) * 100)
  if (unit === 'days') return median(rows.map((row) => row.amount))
  return unit === 'hours' ? toOne(total(rows) / 60) : total(rows)
}

/** What a figure was made of: `31 of 40`, `of 9 people`. */
function detailOf(unit: Definition['unit'], rows: readonly FigureRow[]): string | null {
  if (rows.length === 0) return null
  if (unit === 'percent') return `${total(rows)} of ${rows.length}`
  return unit === 'days' ? `of ${count(rows.length, 'person', 'people')}` : null
}

const figure = (key: string, { section, name, unit, definition }: Definition, rows: readonly FigureRow[]): FigureWithRows => ({
  key,
  section,
  name,
  unit,
  definition,
  value: valueOf(unit, rows),
  detail: detailOf(unit, rows),
  rows,
}) // prettier-ignore

/** How many came once, twice …: only as often as somebody came. */
const doseFigures = (facts: Facts): FigureWithRows[] =>
  [...new Set(facts.times.values())]
    .toSorted((a, b) => a - b)
    .map((often) => figure(doseKey(often), doseDefinition(often), cameTimes(facts, often)))

// The keys of an object are text to TypeScript, and these are the keys of this one.
const keys = Object.keys(definitions) as FigureKey[]

/** Every figure of a group with its definition and rows, in the order they are shown; those of outcomes only for some roles. */
export function figuresWithRows(rows: GroupRows, { outcomes }: { outcomes: boolean }): FigureWithRows[] {
  const facts = factsOf(rows)
  return keys
    .filter((key) => outcomes || definitions[key].section !== 'outcomes')
    .flatMap((key) => [
      figure(key, definitions[key], rowsOf[key](facts)),
      ...(key === 'never-came' ? doseFigures(facts) : []),
    ])
}

/** The same without their rows, as they are shown. */
export const groupFigures = (rows: GroupRows, show: { outcomes: boolean }): Figure[] =>
  figuresWithRows(rows, show).map(({ rows: _rows, ...shown }) => shown)
