import { count } from '../text.ts'

/** What of a mark decides how it is typed. */
export interface TypedCode {
  readonly code: string
  /** Whether it takes minutes. */
  readonly minutes: boolean
}

/** One mark read from what was typed: the row it is for, its letter, and its minutes where they were given. */
export interface TypedMark {
  readonly row: number
  readonly code: string
  readonly minutes: number | null
}

/** What was typed, read; or what is wrong with it, in words, with nothing read. */
export type Typed =
  | { readonly marks: readonly TypedMark[]; readonly next: number; readonly problem: null }
  | { readonly marks: null; readonly problem: string }

interface Sheet {
  /** How many rows have somebody in them. */
  readonly rows: number
  /** Those in use. */
  readonly codes: readonly TypedCode[]
  /** The row that the next letter without a number is for. */
  readonly at: number
}

const MOST_MINUTES = 600
/** A row number if there is one, a letter, minutes if there are any. A full stop is a row left blank on the paper. */
const pieces = /(\d+)?\s*(\.|[A-Z])(\d+)?/gy

/**
 * Reads a line typed from a paper register: `7L10` is row 7 late by ten minutes, and letters without a number go down
 * the rows from where the last one was: `PPAP`. All of it or none: a line with a slip in it changes nothing. The number
 * after a letter is its minutes only where the letter takes them, so `7P8A` is rows 7 and 8.
 */
export function readTyped(text: string, sheet: Sheet): Typed {
  const line = text.trim().toUpperCase()
  const marks: TypedMark[] = []
  let next = sheet.at
  let rest = line
  while (rest !== '') {
    const piece = readPiece(rest, sheet)
    if (piece === null)
      return refused(`“${rest}” cannot be read. Type a row number and a letter, such as 7P.`)
    const row = piece.row ?? next
    const problem = problemOf(piece, row, sheet)
    if (problem !== null) return refused(problem)
    if (piece.letter !== '.') marks.push({ row, code: piece.letter, minutes: piece.minutes })
    next = row + 1
    rest = rest.slice(piece.length).replace(/^[\s,;]+/, '')
  }
  return marks.length === 0 && line === ''
    ? refused('Nothing is typed.')
    : { marks, next: Math.min(next, sheet.rows + 1), problem: null }
}

interface Piece {
  readonly row: number | null
  readonly letter: string
  readonly minutes: number | null
  readonly length: number
}

function readPiece(text: string, { codes }: Sheet): Piece | null {
  pieces.lastIndex = 0
  const found = pieces.exec(text)
  const letter = found?.[2]
  if (!found || letter === undefined) return null
  const takes = codes.some((one) => one.code === letter && one.minutes)
  const minutes = takes ? minutesIn(found[3], text.slice(found[0].length)) : null
  return {
    row: found[1] === undefined ? null : Number(found[1]),
    letter,
    minutes,
    length: found[0].length - (minutes === null ? (found[3]?.length ?? 0) : 0),
  }
}

/** A number that a letter follows at once is the next row's, not the minutes of this one. */
const minutesIn = (digits: string | undefined, after: string): number | null =>
  digits === undefined || /^[A-Z.]/.test(after) ? null : Number(digits)

function problemOf({ letter, minutes }: Piece, row: number, { rows, codes }: Sheet): string | null {
  if (row < 1 || row > rows)
    return `There is no row ${row}: this register has ${count(rows, 'row')}. Add a name written in by hand as a walk-in first. Nothing of this line was saved.`
  if (letter !== '.' && !codes.some((one) => one.code === letter))
    return `${letter} is no mark in use (row ${row}). Nothing of this line was saved.`
  if (minutes !== null && (minutes < 1 || minutes > MOST_MINUTES))
    return `Type 1 to ${MOST_MINUTES} minutes for row ${row}. Nothing of this line was saved.`
  return null
}

const refused = (problem: string): Typed => ({ marks: null, problem })

/** What is recorded of a row already. */
export interface Recorded {
  readonly code: string
  readonly minutes: number | null
}

/** Where the paper says something else than what is recorded. */
export interface PaperClash {
  readonly typed: TypedMark
  readonly recorded: Recorded
}

/**
 * Sets apart what is to be saved, what is recorded already, and what clashes: a row with another letter or other
 * minutes on the screen is left as it is until the same is typed again. `asked` are the clashes said and not answered.
 */
export function sortTyped(
  marks: readonly TypedMark[],
  recordedAt: (row: number) => Recorded | null,
  asked: readonly PaperClash[],
) {
  const said = new Map(asked.map(({ typed }) => [typed.row, typed]))
  const save: TypedMark[] = []
  const clashes: PaperClash[] = []
  for (const typed of new Map(marks.map((mark) => [mark.row, mark])).values()) {
    const recorded = recordedAt(typed.row)
    if (recorded !== null && same(typed, recorded)) continue
    const before = said.get(typed.row)
    const agreed = before !== undefined && same(typed, before)
    if (recorded === null || agreed) save.push(typed)
    else clashes.push({ typed, recorded })
  }
  return { save, clashes }
}

/** Minutes that were not typed are no other minutes. */
const same = (typed: Recorded, other: Recorded) =>
  typed.code === other.code && (typed.minutes === null || typed.minutes === other.minutes)
