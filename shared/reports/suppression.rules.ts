import { canBeOtherwise } from './suppression-worlds.rules.ts'
import { allLines, placeOf, systemOf, type System, type ToHide } from './suppression-system.rules.ts'
import type { Report, ReportCell, ReportLine, ReportTable } from './report.ts'

/**
 * Small numbers of people, and what they could be worked out from (DOMAIN.md 4.4): 1 up to one less than the threshold
 * is not said, 0 is said. Then more is hidden until for every small number another is as thinkable, to a reader who has
 * the whole document with all its tables, totals, shares and the figures beside them, and who knows these rules.
 *
 * It holds within one document. Two documents that were asked for differently can still be held against each other; who
 * made which is in the audit trail.
 */
export interface ToPublish extends Omit<ToHide, 'tables' | 'never'> {
  readonly report: Report
  readonly never?: ToHide['never']
}

/** Which cells are hidden in whatever leaves. */
export type IsHidden = (table: number, line: number, column: number) => boolean

const nothing = () => false

/** Decides it; the total of a table is line -1. */
export function hiddenCells({ report, beside, threshold, never = nothing }: ToPublish): IsHidden {
  const system = systemOf({ tables: report.tables, beside, threshold, never })
  const hidden = new Set<number>()
  const hide = (quantity: number) => system.quantities[quantity]?.cells.forEach((cell) => hidden.add(cell))
  const isHidden = (quantity: number) => [...(system.quantities[quantity]?.cells ?? [])].every((cell) => hidden.has(cell)) // prettier-ignore
  const guarded = system.quantities.flatMap((one, at) => (one.guard ? [at] : []))
  guarded.forEach((at) => (system.quantities[at]?.cells.size === 0 ? hideAround(system, at, hide) : hide(at)))
  const first = new Set(hidden)
  const lost: number[] = []
  // One after another: what is hidden later only makes more thinkable, so whoever is safe stays so.
  for (const one of guarded)
    while (!canBeOtherwise(system, isHidden, one)) {
      const more = nextToHide(system, isHidden, one)
      if (more !== null) hide(more)
      else {
        // All that is tied to it is hidden already: what remains to be thought is not said anywhere.
        lost.push(one)
        break
      }
    }
  sayAgain({ system, hidden, isHidden, first, lost, guarded: guarded.filter((at) => !lost.includes(at)) })
  return (table, line, column) => hidden.has(system.cellNumbers.get(placeOf(table, line, column)) ?? -1)
}

interface Hiding {
  readonly system: System
  readonly hidden: Set<number>
  readonly isHidden: (quantity: number) => boolean
  /** The cells of small numbers themselves: they stay hidden. */
  readonly first: ReadonlySet<number>
  readonly lost: readonly number[]
  readonly guarded: readonly number[]
}

/** Says again what was hidden on the way and turned out not to be needed, the greatest numbers first. */
function sayAgain({ system, hidden, isHidden, first, lost, guarded }: Hiding): void {
  const near = reach(system, lost, isHidden)
  const extra = system.quantities.flatMap((one, at) => {
    const cells = [...one.cells]
    return cells.length > 0 && !near.has(at) && cells.every((cell) => hidden.has(cell) && !first.has(cell)) ? [{ at, cells }] : [] // prettier-ignore
  })
  for (const { cells } of extra.toSorted((a, b) => weight(system, b.at) - weight(system, a.at))) {
    const tied = reach(system, saidIn(system, cells), isHidden)
    const again = cells.filter((cell) => hidden.delete(cell))
    if (guarded.every((one) => !tied.has(one) || canBeOtherwise(system, isHidden, one))) continue
    again.forEach((cell) => hidden.add(cell))
  }
}

/** Every number that any of these cells says: of now, of the period beside it, the part and the whole. */
const saidIn = ({ quantities }: System, cells: readonly number[]): number[] =>
  quantities.flatMap((one, at) => (cells.some((cell) => one.cells.has(cell)) ? [at] : []))

/** The numbers that are tied to some by what is hidden, themselves among them. */
function reach(system: System, from: readonly number[], isHidden: (quantity: number) => boolean): ReadonlySet<number> {
  const seen = new Set(from)
  for (let ring = [...from]; ring.length > 0; ) {
    ring = [...new Set(ring.flatMap((at) => neighbours(system, at)))].filter((at) => !seen.has(at) && isHidden(at))
    ring.forEach((at) => seen.add(at))
  }
  return seen
} // prettier-ignore

/** What is left of a whole beside its part is said nowhere: the part has to go, so that it cannot be worked out; 0 stays. */
function hideAround(system: System, at: number, hide: (quantity: number) => void): void {
  for (const equation of system.within[at] ?? []) {
    const others = system.equations[equation]?.terms.filter(({ of }) => of !== at && (system.quantities[of]?.value ?? 0) > 0) // prettier-ignore
    others?.slice(-1).forEach(({ of }) => hide(of))
  }
}

/**
 * The next number to hide for one that could still be worked out: the smallest that says something in its equations,
 * else in those of the numbers that are tied to it. Totals come last.
 */
function nextToHide(system: System, isHidden: (quantity: number) => boolean, of: number): number | null {
  const seen = new Set([of])
  for (let ring = [of]; ring.length > 0;) {
    const around = ring.flatMap((at) => neighbours(system, at)).filter((at) => !seen.has(at))
    const said = around.filter((at) => !isHidden(at) && (system.quantities[at]?.value ?? 0) > 0)
    const [next] = said.toSorted((a, b) => weight(system, a) - weight(system, b))
    if (next !== undefined) return next
    around.forEach((at) => seen.add(at))
    ring = [...new Set(around.filter(isHidden))]
  }
  return null
}

const neighbours = (system: System, at: number): number[] =>
  (system.within[at] ?? []).flatMap((equation) => system.equations[equation]?.terms.map((term) => term.of) ?? []) // prettier-ignore

const TOTAL = 1e9
const weight = (system: System, at: number): number => {
  const one = system.quantities[at]
  return (one?.value ?? 0) + (one?.total ? TOTAL : 0)
}

const withCells = (line: ReportLine, change: (cell: ReportCell, column: number) => ReportCell): ReportLine => ({
  ...line,
  cells: line.cells.map(change),
}) // prettier-ignore

const changeCells = (
  report: Report,
  change: (cell: ReportCell, place: readonly [number, number, number]) => ReportCell,
): ReportTable[] =>
  report.tables.map((table, at) => {
    const lines = new Map(allLines(table).map(([line, value]) => [line, withCells(value, (cell, column) => change(cell, [at, line, column]))])) // prettier-ignore
    return { ...table, lines: table.lines.map((line, place) => lines.get(place) ?? line), total: lines.get(-1) ?? null } // prettier-ignore
  })

/** The report for the screen: all its numbers, each that is hidden when it leaves marked as such. */
export function marked(report: Report, hides: IsHidden): Report {
  return { ...report, tables: changeCells(report, (cell, place) => (hides(...place) ? { ...cell, leaves: 'hidden' } : cell)) } // prettier-ignore
}

/** The report as it leaves: what is hidden has no number left, and no sentence says one. */
export function published(report: Report, hides: IsHidden, threshold: number): Report {
  const gone: ReportCell[] = []
  const tables = changeCells(report, (cell, place) => {
    if (!hides(...place)) return cell
    gone.push(cell)
    return { value: null, part: null, whole: null, ...(cell.before !== undefined && { before: null }), hidden: true }
  }) // prettier-ignore
  if (gone.length === 0) return { ...report, tables }
  const tells = tellsOf(gone, totalsOf(tables), threshold)
  const tablesWithNotes = tables.map((table) => ({
    ...table,
    notes: [...table.notes.filter((note) => !tells(note)), hiddenNote(threshold)],
  }))
  return { ...report, tables: tablesWithNotes, finding: tells(report.finding) ? quietFinding(threshold) : report.finding } // prettier-ignore
}

/** What stands for a hidden number: the sign of official statistics for confidential. */
export const HIDDEN = '[c]'

/** What a reader of paper or file is told of it. */
export const hiddenNote = (threshold: number): string =>
  `${HIDDEN} stands for a number that is hidden: fewer than ${threshold} people, or one from which so few could be worked out. 0 is said as 0.`

const quietFinding = (threshold: number) =>
  `Some numbers are hidden because they are of fewer than ${threshold} people, or would tell of so few. The rest are in the table.`

const numbersIn = (cells: readonly ReportCell[]): number[] =>
  cells.flatMap(({ value, part, whole, before }) => {
    const rest = part === null || whole === null ? null : whole - part
    return [value, part, whole, rest, before ?? null].filter((one) => one !== null)
  })

/** What the totals say that are not hidden: a sentence may say it too. */
const totalsOf = (tables: readonly ReportTable[]): ReadonlySet<number> => new Set(numbersIn(tables.flatMap((table) => table.total?.cells ?? []))) // prettier-ignore

/** Whether a sentence says a number that is hidden. A date says none; a total that is said may be said again. */
function tellsOf(gone: readonly ReportCell[], totals: ReadonlySet<number>, threshold: number): (sentence: string) => boolean {
  const numbers = new Set(numbersIn(gone).filter((one) => one < threshold || !totals.has(one)))
  const date = /\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)( \d{4})?|\b(19|20)\d{2}(\/\d{2})?\b/g
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
  return (sentence) => {
    const plain = sentence.replace(date, ' ').replaceAll(/(\d),(?=\d{3})/g, '$1')
    const said = [...plain.matchAll(/\d+(\.\d+)?/g)].map(([number]) => Number(number))
    const spelt = words.flatMap((word, at) => (new RegExp(`\\b${word}\\b`, 'i').test(plain) ? [at] : []))
    return [...said, ...spelt].some((number) => numbers.has(number))
  }
} // prettier-ignore
