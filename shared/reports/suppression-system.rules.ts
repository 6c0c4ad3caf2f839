import type { ReportCell, ReportColumn, ReportLine, ReportTable } from './report.ts'
import type { Equation, Known, Quantity } from './suppression-worlds.rules.ts'

/** The tables of one report and, in the same places, the figures that stand beside them; a small number is under the threshold. */
export interface ToHide {
  readonly tables: readonly ReportTable[]
  readonly beside: readonly ReportTable[] | null
  readonly threshold: number
  /** Cells that are not said whatever their number, by the places of their table, line and column; the total is line -1. */
  readonly never: (table: number, line: number, column: number) => boolean
}

/** Everything that a reader of the report knows, and the cells by number: `${table} ${line} ${column}`. */
export interface System extends Known {
  readonly cellNumbers: ReadonlyMap<string, number>
}

export const placeOf = (table: number, line: number, column: number) => `${table} ${line} ${column}`
/** The lines of a table with the total as line -1. */
export const allLines = (table: ReportTable): readonly (readonly [number, ReportLine])[] => [
  ...table.lines.map((line, at) => [at, line] as const),
  ...(table.total ? [[-1, table.total] as const] : []),
]

type Role = 'value' | 'part' | 'whole'
const rolesOf = (cell: ReportCell, column: ReportColumn): readonly (readonly [Role, number])[] => {
  if (cell.value === null) return []
  if (column.unit === 'count') return [['value', cell.value]]
  const whole = cell.whole === null ? [] : [['whole', cell.whole] as const]
  return column.unit === 'percent' && cell.part !== null ? [['part', cell.part], ...whole] : whole
}

/** Numbers and equations as they are found, one after another. */
interface Building {
  readonly threshold: number
  readonly quantities: Quantity[]
  readonly equations: Equation[]
  readonly cellNumbers: Map<string, number>
  /** Numbers by where they stand, and by what they mean. */
  readonly places: Map<string, number>
  readonly meanings: Map<string, number>
}

const isSmall = ({ threshold }: Building, value: number) => value >= 1 && value < threshold
const sumOf = ({ quantities }: Building, numbers: readonly number[]) => numbers.reduce((sum, at) => sum + (quantities[at]?.value ?? 0), 0) // prettier-ignore

function add({ quantities }: Building, value: number, least: number, total = false): number {
  return quantities.push({ value, least, cells: new Set(), total, guard: null }) - 1
}

interface ToPut {
  readonly place: string
  /** The same column, line and value in another table is the same number. */
  readonly meaning: string
  readonly value: number
  readonly least: number
  readonly cell: number
  readonly total: boolean
}

function put(building: Building, { place, meaning, value, least, cell, total }: ToPut): void {
  const number = building.meanings.get(meaning) ?? add(building, value, least, total)
  building.meanings.set(meaning, number)
  building.places.set(place, number)
  const one = building.quantities[number]
  one?.cells.add(cell)
  if (one) one.least = Math.max(one.least, least)
}

function equal(building: Building, plus: readonly number[], minus: readonly number[]): void {
  // A number is itself: that says nothing.
  if (plus.length === 1 && minus.length === 1 && plus[0] === minus[0]) return
  const terms = [
    ...plus.map((of) => ({ of, sign: 1 as const })),
    ...minus.map((of) => ({ of, sign: -1 as const })),
  ]
  building.equations.push({ terms })
}

/** A number that is never said: what is left of some beside others. */
function remainder(building: Building, plus: readonly number[], minus: readonly number[]): number {
  const number = add(building, sumOf(building, plus) - sumOf(building, minus), 0)
  equal(building, plus, [...minus, number])
  return number
}

function guard({ quantities }: Building, number: number | undefined, most: number): void {
  const one = number === undefined ? undefined : quantities[number]
  if (one && one.value > 0 && !one.guard) one.guard = { least: 1, most }
}

/** What a reader knows of a report who has all of it: every number, and every equation between them. */
export function systemOf({ tables, beside, threshold, never }: ToHide): System {
  const building: Building = { threshold, quantities: [], equations: [], cellNumbers: new Map(), places: new Map(), meanings: new Map() } // prettier-ignore
  const sides = beside === null ? [tables] : [tables, beside]
  sides.forEach((side, at) =>
    side.forEach((table, number) => {
      addNumbers(building, at, number, table)
      addColumnSums(building, at, number, table)
      addLineSums(building, at, number, table)
      guardSmall(building, at, number, table)
    }),
  )
  tables.forEach((table, number) =>
    allLines(table).forEach(([line]) =>
      table.columns.forEach((_column, column) => {
        if (!never(number, line, column)) return
        for (const side of sides.keys())
          for (const role of ['value', 'part', 'whole'])
            guard(building, building.places.get(numberPlace(side, number, line, column, role)), Infinity)
      }),
    ),
  )
  const within: number[][] = building.quantities.map(() => [])
  building.equations.forEach(({ terms }, at) => terms.forEach(({ of }) => within[of]?.push(at)))
  return { ...building, within }
}

const numberPlace = (side: number, table: number, line: number, column: number, role: string) =>
  `${side} ${table} ${line} ${column} ${role}`

function addNumbers(building: Building, side: number, number: number, table: ReportTable): void {
  const twins = twinsOf(table)
  for (const [at, line] of allLines(table))
    table.columns.forEach((column, place) => {
      const cell = line.cells[place]
      if (!cell) return
      const there = placeOf(number, at, place)
      const cellNumber = building.cellNumbers.get(there) ?? building.cellNumbers.size
      building.cellNumbers.set(there, cellNumber)
      for (const [role, value] of rolesOf(cell, column)) {
        const name = twins.get(`${place} ${role}`) ?? `${column.key} ${role}`
        const meaning = `${side} ${name} ${isOfAll(table, at, line) ? 'total' : line.key} ${value}`
        const least = column.unit === 'count' && value > 0 ? 1 : 0
        put(building, { place: numberPlace(side, number, at, place, role), meaning, value, least, cell: cellNumber, total: at === -1 }) // prettier-ignore
      }
    })
}

/** A total, or the only line of a table, is of everybody: where another table says as many, that is the same number. */
const isOfAll = ({ lines }: ReportTable, at: number, { key }: ReportLine): boolean =>
  at === -1 || lines.length === 1 || key === 'all'

/** Shares whose part or whole is, on every line, the number of a column of counts: it is the same number, said twice. */
function twinsOf(table: ReportTable): ReadonlyMap<string, string> {
  const lines = allLines(table).map(([, line]) => line)
  const twins = new Map<string, string>()
  table.columns.forEach((column, at) => {
    if (column.unit === 'count') return
    for (const role of ['part', 'whole'] as const) {
      const twin = table.columns.findIndex(
        (other, place) =>
          other.unit === 'count' &&
          lines.every((line) => line.cells[at]?.value === null || line.cells[place]?.value === line.cells[at]?.[role]), // prettier-ignore
      )
      const key = table.columns[twin]?.key
      if (key !== undefined) twins.set(`${at} ${role}`, `${key} value`)
    }
  })
  return twins
}

/** Down the columns: lines add up to their total, or are each no more than it and together no less. */
function addColumnSums(building: Building, side: number, number: number, table: ReportTable): void {
  if (table.total === null) return
  table.columns.forEach((_column, place) => {
    for (const role of ['value', 'part', 'whole']) {
      const total = building.places.get(numberPlace(side, number, -1, place, role))
      if (total === undefined) continue
      const lines = table.lines.flatMap((_line, at) => building.places.get(numberPlace(side, number, at, place, role)) ?? []) // prettier-ignore
      if (lines.length === 0) continue
      const over = sumOf(building, lines) - sumOf(building, [total])
      if (over === 0) equal(building, lines, [total])
      else if (over < 0) remainder(building, [total], lines)
      else {
        remainder(building, lines, [total])
        for (const line of lines) if (sumOf(building, [line]) <= sumOf(building, [total])) remainder(building, [total], [line]) // prettier-ignore
      }
    }
  })
}

/** Along the lines: columns that add up to another, and what is left of a whole beside its part. */
function addLineSums(building: Building, side: number, number: number, table: ReportTable): void {
  const sums = [...declaredSums(table), ...seenSums(table)]
  for (const [at] of allLines(table)) {
    const of = (place: number) => building.places.get(numberPlace(side, number, at, place, 'value'))
    for (const { sum, parts } of sums) {
      const whole = of(sum)
      const numbers = parts.flatMap((place) => of(place) ?? [])
      if (whole !== undefined && numbers.length === parts.length && sumOf(building, numbers) === sumOf(building, [whole]))
        equal(building, numbers, [whole])
    } // prettier-ignore
    table.columns.forEach((column, place) => {
      const part = building.places.get(numberPlace(side, number, at, place, 'part'))
      const whole = building.places.get(numberPlace(side, number, at, place, 'whole'))
      if (part === undefined || whole === undefined || part === whole) return
      const rest = remainder(building, [whole], [part])
      // A share of 19 in 20 says that there is one who is not among them.
      if (column.people && isSmall(building, sumOf(building, [rest]))) guard(building, rest, Infinity)
    })
  }
}

interface Sum {
  readonly sum: number
  readonly parts: readonly number[]
}

const declaredSums = ({ columns }: ReportTable): Sum[] =>
  columns.flatMap((column, sum) => {
    const parts = (column.sumOf ?? []).map((key) => columns.findIndex((other) => other.key === key))
    return parts.length === 0 || parts.includes(-1) ? [] : [{ sum, parts }]
  })

/** Columns side by side that come to another on every one of several lines: nobody has said so, and everybody sees it. */
function seenSums(table: ReportTable): Sum[] {
  const counts = table.columns.flatMap((column, at) => (column.unit === 'count' ? [at] : []))
  const lines = table.lines.filter((line) => counts.some((at) => (line.cells[at]?.value ?? 0) > 0))
  if (lines.length < 3) return []
  const value = (line: ReportLine, at: number) => line.cells[at]?.value ?? 0
  return counts.flatMap((sum) => {
    const rest = counts.filter((at) => at !== sum)
    return rest.flatMap((_at, from) =>
      rest.slice(from + 1).flatMap((_other, more) => {
        const parts = rest.slice(from, from + more + 2)
        const fits = lines.every((line) => parts.reduce((all, at) => all + value(line, at), 0) === value(line, sum)) // prettier-ignore
        return fits ? [{ sum, parts }] : []
      }),
    )
  })
}

/**
 * Small numbers of people are not said. Where a line has one, neither is another small number of that line that can be
 * no less: one attendance is one person. Which columns are so is seen from all lines of the table.
 */
function guardSmall(building: Building, side: number, number: number, table: ReportTable): void {
  const lines = allLines(table).map(([at]) => at)
  const numbers = table.columns.flatMap((column, place) =>
    ['value', 'part', 'whole'].map((role) => ({
      people: column.people,
      at: (line: number) => building.places.get(numberPlace(side, number, line, place, role)),
    })),
  )
  const valueAt = (one: (typeof numbers)[number], line: number) => {
    const found = one.at(line)
    return found === undefined ? null : sumOf(building, [found])
  }
  const isSmallAt = (one: (typeof numbers)[number], line: number) =>
    isSmall(building, valueAt(one, line) ?? 0)
  const noLess = (other: (typeof numbers)[number], people: (typeof numbers)[number]) =>
    lines.every((line) => {
      const [more, less] = [valueAt(other, line), valueAt(people, line)]
      return more === null || less === null || more >= less
    })
  for (const people of numbers.filter((one) => one.people)) {
    const small = lines.filter((line) => isSmallAt(people, line))
    if (small.length === 0) continue
    const along = numbers.filter((other) => !other.people && noLess(other, people))
    for (const line of small)
      for (const one of [people, ...along])
        if (isSmallAt(one, line)) guard(building, one.at(line), building.threshold - 1)
    for (const line of lines)
      for (const one of along) {
        const [more, less] = [one.at(line), people.at(line)]
        // That it is no less is known of every line, and bounds what can be thought of the small one.
        if (more !== undefined && less !== undefined && more !== less) remainder(building, [more], [less])
      }
  }
}
