import { fold } from '../text.ts'
import type { ColumnKind, TableRow } from './imports.contract.ts'

/** How the old spreadsheets head their columns, folded and without signs. */
const headings: Readonly<Record<Exclude<ColumnKind, 'ignore'>, RegExp>> = {
  'first-name': /^(childs? |young persons? )?(first ?names?|fore ?names?|given names?|christian name)$/,
  'last-name': /^(childs? |young persons? )?(sur ?name|last ?name|family name)$/,
  'full-name': /^(full )?names?$|^(childs?|child or young persons?|young persons?|yp|participants?|attendees?|pupils?|clients?|persons?) ?(full )?(names?)?$|^name of (the )?(child|young person|participant|attendee|client|pupil|person)$/, // prettier-ignore
  'known-as': /^(known as|likes to be called|preferred name|nickname|aka|called)$/,
  'date-of-birth': /^(childs? )?(d ?o ?b|date of birth|birth ?date|date born|born)$/,
  'mosaic-id': /^mosaic( person)?( ?(id|no|number|ref|reference))?$/,
  phone: /^((contact|parents?|carers?|parent carers?|emergency) )?(tel|telephone|phone|mobile|mob|contact)( ?(no|number|num))?s?$/,
  allergies: /^(allerg(y|ies|ens)|medical|dietary|health)( .*)?$/,
} // prettier-ignore

const kinds = Object.keys(headings).filter((key): key is keyof typeof headings => key in headings)

/** What a heading says its column is; `ignore` when it is none that the program understands. */
export function guessHeading(heading: string): ColumnKind {
  const plain = fold(heading)
    .replace('(s)', 's')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return kinds.find((kind) => headings[kind].test(plain)) ?? 'ignore'
}

/** The columns of a heading row: the first of each kind, and a full name only where there are no two halves of one. */
export function guessColumns(cells: readonly string[]): ColumnKind[] {
  const guesses = cells.map(guessHeading)
  const halves = guesses.includes('first-name') && guesses.includes('last-name')
  return guesses.map((kind, i) => {
    if (halves && kind === 'full-name') return 'ignore'
    return guesses.indexOf(kind) === i ? kind : 'ignore'
  })
}

/** Old sheets have a title, a venue and a gap above their headings; no more rows than this are passed over. */
export const TITLE_ROWS = 10

const understood = (row: TableRow): number =>
  guessColumns(row.cells).filter((kind) => kind !== 'ignore').length

/** The index of the row of headings: the one with most that are understood among the first. -1 when there is none. */
export const findHeader = (rows: readonly TableRow[]): number => findHeaderBy(rows, understood)

/** As `findHeader`, for a list of another kind: `understoodIn` counts the headings of a row that make sense. */
export function findHeaderBy(rows: readonly TableRow[], understoodIn: (row: TableRow) => number): number {
  const scores = rows.slice(0, TITLE_ROWS + 1).map(understoodIn)
  const best = Math.max(0, ...scores)
  return best === 0 ? -1 : scores.indexOf(best)
}

const dateLike = /^\d{1,4}[\s./-](\d{1,2}|[a-z]{3,9})[\s./-]\d{2,4}$/i
const holdsName = (cell: string) => /\p{L}{2}/u.test(cell) && !/\d/.test(cell)

/** What each column is when there are no headings, by what most of its cells look like. */
export function guessByContent(rows: readonly TableRow[]): ColumnKind[] {
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  const mostly = (column: number, test: (cell: string) => boolean) => {
    const cells = rows.map((row) => row.cells[column]?.trim() ?? '').filter((cell) => cell !== '')
    return cells.length > 0 && cells.filter(test).length * 2 > cells.length
  }
  const columns = Array.from({ length: width }, (_, i): ColumnKind => {
    if (mostly(i, (cell) => dateLike.test(cell))) return 'date-of-birth'
    if (mostly(i, (cell) => /^(\+44|0)[\d ]{9,}$/.test(cell))) return 'phone'
    if (mostly(i, (cell) => /^\d{5,10}$/.test(cell))) return 'mosaic-id'
    return mostly(i, holdsName) ? 'full-name' : 'ignore'
  })
  return nameHalves(columns, mostly)
}

/** Two columns of single words are a first and a last name. */
function nameHalves(
  columns: readonly ColumnKind[],
  mostly: (column: number, test: (cell: string) => boolean) => boolean,
): ColumnKind[] {
  const [first = -1, second = -1] = columns.flatMap((kind, i) => (kind === 'full-name' ? [i] : []))
  const halves = second >= 0 && mostly(first, (cell) => !/[\s,]/.test(cell))
  const firstOf = (kind: ColumnKind, i: number) => (columns.indexOf(kind) === i ? kind : 'ignore')
  return columns.map((kind, i) => {
    if (halves && i === first) return 'first-name'
    return halves && i === second ? 'last-name' : firstOf(kind, i)
  })
}
