import { addDays } from '../time/civil.ts'
import { readDate } from '../time/entry.ts'
import { longDate } from '../time/format.ts'

/** A cell of a spreadsheet, before anything is made of it. A formula is its result. */
export interface RawCell {
  readonly value: null | string | number | { readonly date: string } | { readonly error: string }
  readonly formula: boolean
}
export const blankCell: RawCell = { value: null, formula: false }

/** What a cell says: a value (null: nothing), how it was read where that is worth a word, or why it cannot be used. */
export interface Typed<T> {
  readonly value: T | null
  readonly notes: readonly string[]
  readonly problem: string | null
}

const read = <T>(value: T | null, cell: RawCell, ...notes: string[]): Typed<T> => ({
  value,
  notes: [...(cell.formula ? ['A formula: its result was taken.'] : []), ...notes],
  problem: null,
})
const unusable = (problem: string): Typed<never> => ({ value: null, notes: [], problem })
const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** The words of a cell as they would be typed. */
export function cellText({ value }: RawCell): string {
  if (value === null) return ''
  if (typeof value === 'object') return 'date' in value ? longDate(value.date) : value.error
  // What nobody sees and Excel leaves behind is no text.
  return String(value).replaceAll('\u00a0', ' ').trim()
}

/** Why no cell with this in it can be used, whatever it should hold; null when it may. */
const errorIn = ({ value }: RawCell): string | null =>
  value !== null && typeof value === 'object' && 'error' in value
    ? `The cell has a fault in it (${value.error}). Type what it should say.`
    : null

/** A letter of the register; capital or small is the same. Whether it is one that is in use is not asked here. */
export function readLetter(cell: RawCell, letters: readonly string[]): Typed<string> {
  const fault = errorIn(cell)
  if (fault !== null) return unusable(fault)
  const text = cellText(cell)
  if (text === '') return read<string>(null, cell)
  const letter = text.toUpperCase()
  if (letters.includes(letter)) return read(letter, cell)
  return unusable(`“${shorten(text)}” is not a mark. The marks are ${letters.join(', ')}.`)
}

/** A number. Text that is one is taken as it; a date that Excel made of 7/10 is none. */
export function readNumber(cell: RawCell): Typed<number> {
  const fault = errorIn(cell)
  if (fault !== null) return unusable(fault)
  const { value } = cell
  if (typeof value === 'number') return read(value, cell)
  if (value !== null && typeof value === 'object')
    return unusable(`${cellText(cell)} is a date, and a number belongs here. Type the number again.`)
  const text = cellText(cell)
  if (text === '') return read<number>(null, cell)
  if (/^-?\d{1,9}(\.\d{1,9})?$/.test(text))
    return read(Number(text), cell, 'Typed as text: read as a number.')
  return unusable(`“${shorten(text)}” is not a number. A reason without a number goes into the column Not done.`) // prettier-ignore
}

/** The day that Excel counts as 0, so that days from March 1900 on come out right. */
const EXCEL_DAY_ZERO = '1899-12-30'
const [EARLIEST, LATEST] = [32_874, 73_050] // 1990 to 2099, as Excel counts days

/** A day: a date, Excel's count of days, or typed as in the UK. */
export function readDay(cell: RawCell, today: string): Typed<string> {
  const fault = errorIn(cell)
  if (fault !== null) return unusable(fault)
  const { value } = cell
  if (value !== null && typeof value === 'object' && 'date' in value) return read(value.date, cell)
  const text = cellText(cell)
  if (text === '') return read<string>(null, cell)
  const days = Number(text)
  if (/^\d{5}$/.test(text) && days >= EARLIEST && days <= LATEST) {
    const day = addDays(EXCEL_DAY_ZERO, days)
    return read(day, cell, `The date was the number ${text}: read as ${longDate(day)}.`)
  }
  const day = readDate(text, today, 'gone-by')
  if (day !== null) return read(day, cell, `The date was text: read as ${longDate(day)}.`)
  return unusable(`“${shorten(text)}” is not a date. Type it as 24/11/2026.`)
}

/** Words of one line. A date or a number in their place is taken as it would be typed. */
export function readWords(cell: RawCell): Typed<string> {
  const fault = errorIn(cell)
  if (fault !== null) return unusable(fault)
  const text = cellText(cell)
  return read<string>(text === '' ? null : text, cell)
}
