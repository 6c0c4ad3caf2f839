import { findHeaderBy } from '../imports/columns.rules.ts'
import { fold } from '../text.ts'
import type { OldLayoutContent } from './old-layout.contract.ts'
import { guessOldField, type OldField } from './old-layout.fields.ts'

interface TextRow {
  /** The sheet's own number, from 1. */
  readonly row: number
  readonly cells: readonly string[]
}
type Above = OldLayoutContent['above'][number]
type Below = OldLayoutContent['below'][number]

/** How an old workbook's sheet is laid out, and every mark that was found in it; null when no headings were. */
export function learnLayout(sheet: { readonly name: string; readonly rows: readonly TextRow[] }): {
  readonly content: OldLayoutContent
  readonly found: { text: string; times: number }[]
} | null {
  const at = findHeaderBy([...sheet.rows].map((one) => ({ row: one.row, cells: [...one.cells] })), understood)
  const header = at === -1 ? undefined : sheet.rows[at]
  if (header === undefined) return null
  const fields = header.cells.map(guessOldField)
  if (!fields.some((one) => one === 'session' || one === 'mark')) return null
  const rows = sheet.rows.slice(at + 1)
  const people = rows.filter((row) => isPerson(row, fields))
  const content: OldLayoutContent = {
    sheetName: sheet.name.slice(0, 31),
    headerRow: header.row,
    above: sheet.rows.slice(0, at).flatMap((row) => aboveOf(row, row === sheet.rows[0])),
    columns: header.cells.map((heading, column) => ({ heading, field: fields[column] ?? 'blank' })),
    below: rows.filter((row) => !people.includes(row)).flatMap(belowOf),
    marks: [],
  }
  return { content, found: marksIn(people, fields) }
} // prettier-ignore

/** How many headings of a row make sense; a row without marks to come is none of headings. */
function understood({ cells }: TextRow): number {
  const fields = cells.map(guessOldField)
  const has = fields.some((one) => one === 'session' || one === 'mark')
  return has ? fields.filter((one) => one !== 'blank').length : 0
}

const names: ReadonlySet<OldField> = new Set([
  'full-name',
  'last-first',
  'first-name',
  'last-name',
  'known-as',
])

/** A row of a person has a name, and is no total. */
function isPerson({ cells }: TextRow, fields: readonly OldField[]): boolean {
  const has = (field: OldField, at: number) => names.has(field) && (cells[at] ?? '').trim() !== ''
  return fields.some(has) && !cells.some((cell) => isFoot(cell))
}

const isFoot = (cell: string) => /^(total|staff|average|volunteers?)\b/.test(fold(cell))

/**
 * The words above the headings. What follows a label is of the group that it was of, so it is replaced by the same of
 * the group to come; the first line is the title; anything else that is no label is left out until somebody says so.
 */
function aboveOf({ row, cells }: TextRow, isFirst: boolean): Above[] {
  let label = ''
  return cells.flatMap((words, at): Above[] => {
    if (words.trim() === '') return []
    const cell = { row, column: at + 1, words: words.slice(0, 300) }
    if (/:\s*$/.test(words)) {
      label = fold(words).replace(/:$/, '').trim()
      return [{ ...cell, what: 'words' }]
    }
    const what = label === '' ? (isFirst ? 'title' : 'blank') : valueAfter(label)
    // What stood there was of that group: the layout keeps none of it.
    return [{ ...cell, what, words: '' }]
  })
}

function valueAfter(label: string): Above['what'] {
  if (/^(venue|centre|building|where)$/.test(label)) return 'building'
  if (/^(facilitators?|staff|workers?|led by|leaders?)$/.test(label)) return 'facilitators'
  if (/^(programme|course)$/.test(label)) return 'programme'
  return /^group$/.test(label) ? 'title' : 'blank'
}

function belowOf({ cells }: TextRow): Below[] {
  const at = cells.findIndex((cell) => cell.trim() !== '')
  const words = (cells[at] ?? '').trim()
  if (fold(words).startsWith('total')) return [{ column: at + 1, what: 'attending', words }]
  return fold(words).startsWith('staff') ? [{ column: at + 1, what: 'staff', words: 'Staff:' }] : []
}

/** Every different mark with how often it stands, the commonest first. Longer words are remarks and no marks. */
function marksIn(people: readonly TextRow[], fields: readonly OldField[]) {
  const times = new Map<string, number>()
  for (const { cells } of people)
    cells.forEach((cell, at) => {
      const mark = cell.trim()
      if (mark === '' || mark.length > 12 || (fields[at] !== 'session' && fields[at] !== 'mark')) return
      times.set(mark, (times.get(mark) ?? 0) + 1)
    })
  return [...times].map(([text, n]) => ({ text, times: n })).sort((a, b) => b.times - a.times || (a.text < b.text ? -1 : 1)) // prettier-ignore
}
