import { birthProblem, readBirthDate, toMosaicId } from '../people/people.rules.ts'
import { addDays } from '../time/civil.ts'
import { longDate } from '../time/format.ts'

/** What a cell says: a value (null: nothing), a word about how it was read, or why it cannot be used. */
export interface Reading {
  readonly value: string | null
  readonly note?: string
  readonly problem?: string
}

const nothing: Reading = { value: null }
const isNothing = (text: string) => /^(|-+|–|\?+|n\/?a|none|nil|tbc|unknown|not known)$/i.test(text)

/** The day that Excel counts as 0, so that day 60 and later come out right although Excel thinks 1900 a leap year. */
const EXCEL_DAY_ZERO = '1899-12-30'
const usDate = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})$/

/** Reads a date of birth: a date as typed in the UK, with or without a time after it, or Excel's count of days. */
export function readBirthCell(cell: string, today: string): Reading {
  const text = cell.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')
  if (isNothing(text)) return nothing
  const date = readBirthDate(text, today)
  if (date === null) return readDayCount(text, today)
  const problem = birthProblem(date, today)
  return problem === null ? { value: date } : { value: null, problem }
}

function readDayCount(text: string, today: string): Reading {
  if (!/^\d{5}$/.test(text)) return { value: null, problem: dateProblem(text) }
  const date = addDays(EXCEL_DAY_ZERO, Number(text))
  const problem = birthProblem(date, today)
  if (problem !== null) return { value: null, problem: `“${text}” is not a date of birth.` }
  return { value: date, note: `The date of birth was the number ${text}, read as ${longDate(date)}.` }
}

function dateProblem(text: string): string {
  const [, first, second] = usDate.exec(text) ?? []
  if (first === undefined) return `“${text.slice(0, 40)}” is not a date of birth.`
  const hint = isMonthFirst(text) && Number(first) > 0 ? ' The month seems to come before the day.' : ''
  return `${text} is not a date that exists.${second === undefined ? '' : hint}`
}

/** Whether a date can only be read with the month first: 09/15/2015. */
const isMonthFirst = (text: string): boolean => {
  const [, first = '', second = ''] = usDate.exec(text.trim()) ?? []
  return Number(first) <= 12 && Number(second) > 12 && Number(second) <= 31
}
const isDayFirst = (text: string): boolean => {
  const [, first = '', second = ''] = usDate.exec(text.trim()) ?? []
  return Number(first) > 12 && Number(second) <= 12
}
/** Whether both ways of reading a date make one, and not the same one: 03/04/2015. */
export const isAmbiguous = (text: string): boolean => {
  const [, first = '', second = ''] = usDate.exec(text.trim()) ?? []
  return first !== '' && Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second)
}

/** Whether a column of dates was written with the month first, so that its ambiguous ones cannot be trusted. */
export const writtenMonthFirst = (dates: readonly string[]): boolean =>
  dates.filter(isMonthFirst).length > dates.filter(isDayFirst).length

/** Reads a Mosaic ID. One that Excel has shortened has lost its figures, and is a problem. */
export function readMosaicCell(cell: string): Reading {
  const text = cell.trim().replace(/\.0+$/, '')
  if (isNothing(text)) return nothing
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text))
    return {
      value: null,
      problem: `The Mosaic ID ${text} was shortened by Excel. Make the column wider, save the file and read it again.`,
    }
  const id = toMosaicId(text)
  if (id !== null && /^[A-Z0-9/-]{1,40}$/.test(id) && /\d/.test(id)) return { value: id }
  return { value: null, problem: `“${text.slice(0, 40)}” is not a Mosaic ID.` }
}

/** Reads a phone number as written, giving back the 0 that Excel takes off. */
export function readPhoneCell(cell: string): Reading {
  const text = cell.trim().replace(/\.0+$/, '')
  if (isNothing(text)) return nothing
  if (/^[127]\d{9}$/.test(text))
    return { value: `0${text}`, note: `The phone number had lost its first 0: read as 0${text}.` }
  return { value: text }
}
