import type { Report, ReportCell, ReportColumn, ReportTable } from '../../shared/reports/report.ts'

/** `sum of terms + constant = 0`, or at least 0. */
interface Fact {
  readonly terms: ReadonlyMap<string, number>
  readonly constant: number
  readonly kind: 'equal' | 'at-least'
}
export interface Range {
  readonly least: number
  readonly most: number
}

/**
 * Somebody who has the whole document and works hidden numbers out: by what every table says of itself (columns that
 * add up, lines that add up, parts of wholes, totals of different people) they keep narrowing what each hidden number
 * can be, add and subtract whole rows of facts from each other, and stop when nothing gets narrower. They know that a
 * count of 0 would have been said, and nothing about how numbers were chosen.
 */
export function attack({ tables }: Report, sameTotals = true): ReadonlyMap<string, Range> {
  // In a document of several reports, columns of one name are of different things.
  const report = { tables: sameTotals ? tables : tables.map((table) => ({ ...table, total: apart(table) })) }
  const facts = factsOf(report)
  const ranges = new Map<string, Range>()
  for (const { terms } of facts)
    for (const name of terms.keys())
      ranges.set(name, { least: name.endsWith('value') ? 1 : 0, most: Infinity })
  for (const one of namesOf(report)) ranges.set(one, { least: 1, most: Infinity })
  const all = [...facts, ...eliminated(facts.filter((fact) => fact.kind === 'equal'))]
  // Facts that hold together come to rest soon; the bound is for a report that contradicts itself.
  for (let round = 0; round < 60; round++) if (!all.map((fact) => narrow(fact, ranges)).includes(true)) break
  return ranges
}

const apart = ({ total, key }: ReportTable) => total && { ...total, name: `${key} total` }

/** The name that the attacker gives to a number: the same for the same total of several tables. */
export const nameOf = (table: ReportTable, line: string | null, column: ReportColumn, role: string) =>
  line === null
    ? `${table.total?.name.endsWith(' total') ? table.key : ''} total ${column.key} ${role}`
    : `${table.key} ${line} ${column.key} ${role}`

const namesOf = ({ tables }: Pick<Report, 'tables'>): string[] =>
  tables.flatMap((table) =>
    [...table.lines, ...(table.total ? [table.total] : [])].flatMap((line) =>
      table.columns.flatMap(
        (column, at) =>
        column.unit === 'count' && line.cells[at]?.hidden ? [nameOf(table, line === table.total ? null : line.key, column, 'value')] : [], // prettier-ignore
      ),
    ),
  )

type Role = 'value' | 'part' | 'whole'

function factsOf({ tables }: Pick<Report, 'tables'>): Fact[] {
  return tables.flatMap((table) => {
    const term = (line: string | null, column: ReportColumn, cell: ReportCell | undefined, role: Role) =>
      cell?.hidden ? nameOf(table, line, column, role) : (cell?.[role] ?? 0)
    const down = table.columns.flatMap((column, at): Fact[] => {
      if (table.total === null) return []
      const total = term(null, column, table.total.cells[at], 'value')
      const lines = table.lines.map((line) => term(line.key, column, line.cells[at], 'value'))
      if (column.unit !== 'count') return []
      if (column.adds) return [fact('equal', lines, [total])]
      return [fact('at-least', lines, [total]), ...lines.map((line) => fact('at-least', [total], [line]))]
    })
    const along = [...table.lines, ...(table.total ? [table.total] : [])].flatMap((line) => {
      const key = line === table.total ? null : line.key
      const of = (name: string, role: Role) => {
        const at = table.columns.findIndex((one) => one.key === name)
        const column = table.columns[at]
        return column ? term(key, column, line.cells[at], role) : 0
      }
      return table.columns.flatMap((column): Fact[] => {
        // Nobody comes without being counted as having come.
        const visits = column.key === 'attendances' ? [fact('at-least', [of('attendances', 'value')], [of('people', 'value')])] : [] // prettier-ignore
        const sums = column.sumOf ? [fact('equal', column.sumOf.map((one) => of(one, 'value')), [of(column.key, 'value')])] : [] // prettier-ignore
        // A share is of the columns that its definition names.
        const [part, whole] = column.definition.match(/^(\w+) of (\w+)$/)?.slice(1) ?? []
        if (part === undefined || whole === undefined) return [...visits, ...sums]
        return [
          ...sums,
          fact('equal', [of(column.key, 'part')], [of(part, 'value')]),
          fact('equal', [of(column.key, 'whole')], [of(whole, 'value')]),
        ]
      })
    })
    return [...down, ...along]
  })
}

function fact(kind: Fact['kind'], plus: readonly (string | number)[], minus: readonly (string | number)[]): Fact {
  const terms = new Map<string, number>()
  let constant = 0
  const take = (one: string | number, sign: number) =>
    typeof one === 'number' ? (constant += sign * one) : terms.set(one, (terms.get(one) ?? 0) + sign)
  plus.forEach((one) => take(one, 1))
  minus.forEach((one) => take(one, -1))
  return { kind, terms, constant }
} // prettier-ignore

/** Every fact that comes of adding and subtracting the others until each names something that the rest do not. */
function eliminated(facts: readonly Fact[]): Fact[] {
  let open = facts.filter(({ terms }) => terms.size > 0)
  const done: Fact[] = []
  while (open.length > 0) {
    const [first, ...rest] = open
    const name = first && [...first.terms].find(([, by]) => by !== 0)?.[0]
    if (!first || name === undefined) {
      open = rest
      continue
    }
    const without = (one: Fact): Fact => {
      const by = (one.terms.get(name) ?? 0) / (first.terms.get(name) ?? 1)
      if (by === 0) return one
      const terms = new Map(one.terms)
      for (const [other, amount] of first.terms) terms.set(other, (terms.get(other) ?? 0) - by * amount)
      for (const [other, amount] of terms) if (Math.abs(amount) < 1e-9) terms.delete(other)
      return { kind: 'equal', terms, constant: one.constant - by * first.constant }
    }
    open = rest.map(without).filter(({ terms }) => terms.size > 0)
    done.splice(0, done.length, ...done.map(without), first)
  }
  return done
}

/** Narrows what each number of a fact can be by what the others can be. Answers whether anything got narrower. */
function narrow({ terms, constant, kind }: Fact, ranges: Map<string, Range>): boolean {
  let narrower = false
  for (const [name, by] of terms) {
    const own = ranges.get(name) ?? { least: 0, most: Infinity }
    const others = [...terms].filter(([other]) => other !== name)
    const end = (side: 'least' | 'most') =>
      others.reduce((sum, [other, amount]) => {
        const range = ranges.get(other) ?? { least: 0, most: Infinity }
        const low = amount > 0 === (side === 'least') ? range.least : range.most
        return sum + amount * low
      }, constant)
    // by * own = -rest, where rest is between end('least') and end('most'); at least: by * own >= -rest.
    const least = -end('most') / by
    const most = -end('least') / by
    const [low, high] = by > 0 ? [least, kind === 'equal' ? most : Infinity] : [kind === 'equal' ? most : -Infinity, least] // prettier-ignore
    const next = { least: Math.max(own.least, Math.ceil(low - 1e-6)), most: Math.min(own.most, Math.floor(high + 1e-6)) } // prettier-ignore
    if (next.least === own.least && next.most === own.most) continue
    if (next.most > 1e6 && next.most !== Infinity) continue
    ranges.set(name, next)
    narrower = true
  }
  return narrower
}
