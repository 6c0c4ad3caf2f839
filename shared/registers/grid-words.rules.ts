import { fold } from '../text.ts'
import type { MarkCode } from './mark-code.ts'

/** What a cell of an old spreadsheet says. leave: nothing is meant to stand there. unknown: nobody can say. */
export type ReadMark =
  { readonly kind: 'mark'; readonly code: string } | { readonly kind: 'blank' | 'leave' | 'unknown' }

/** What stands in a copied block where nobody was expected: it comes back in as nothing to change. */
export const NOT_EXPECTED_SIGN = '–'
const leave = new Set([NOT_EXPECTED_SIGN, '—', '-', 'n/a', 'na'])

type Meaning = 'came' | 'late' | 'early' | 'apology' | 'absent'

/**
 * The signs and words of the spreadsheets that registers were kept in, folded. A single letter is not among them,
 * but for the ones no register gives two meanings (Y for yes): A, N or X mean what the county's own marks say.
 */
const words: Readonly<Record<Meaning, readonly string[]>> = {
  came: ['/', '\\', '✓', '✔', '√', '☑', '1', 'y', 'yes', 'present', 'pres', 'attended', 'att', 'here', 'in'],
  late: ['late', 'arrived late'],
  early: ['early', 'left early', 'left'],
  apology: ['apologies', 'apology', 'apols', 'apol', 'sent apologies', 'told us'],
  absent: ['0', 'abs', 'absent', 'dna', 'did not attend', 'no show', 'not attended', '✗', '✘', '×'],
}
const meanings = new Map(
  Object.entries(words).flatMap(([meaning, signs]) => signs.map((sign) => [sign, meaning])),
)

/** The mark that a meaning is written with here: the first in use, in the order they are shown, whose flags say it. */
const says: Readonly<Record<Meaning, (code: MarkCode) => boolean>> = {
  came: (code) => code.attended && code.minutes === null,
  late: (code) => code.minutes === 'late',
  early: (code) => code.minutes === 'early',
  apology: (code) => code.apology,
  absent: (code) => code.expected && !code.attended && !code.apology,
}

/**
 * Reads one cell of a pasted block. The county's own letters and labels come first, whatever they look like; then the
 * signs and words of old spreadsheets. Anything else is unknown, and never guessed at. Retired marks are not in use.
 */
export function readMark(text: string, codes: readonly MarkCode[]): ReadMark {
  const said = text.trim().toLowerCase()
  if (said === '') return { kind: 'blank' }
  const inUse = codes.filter((code) => !code.retired)
  const own = inUse.find((code) => code.code.toLowerCase() === said || fold(code.label) === fold(said))
  if (own !== undefined) return { kind: 'mark', code: own.code }
  if (leave.has(said)) return { kind: 'leave' }
  const meaning = meaningOf(said)
  const meant = meaning && inUse.find(says[meaning])
  return meant === undefined ? { kind: 'unknown' } : { kind: 'mark', code: meant.code }
}

const isMeaning = (text: string | undefined): text is Meaning => text !== undefined && text in words
function meaningOf(said: string): Meaning | undefined {
  const meaning = meanings.get(said)
  return isMeaning(meaning) ? meaning : undefined
}

/**
 * The cells of a block as a spreadsheet puts it on the clipboard: lines of cells with tabs between them, quoted where
 * a cell has a line break of its own. The break after the last line is no line.
 */
export function readBlock(text: string): string[][] {
  const lines = unquoted(text).replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()))
}

/** Breaks and tabs inside a quoted cell are only spaces to a register. */
const unquoted = (text: string) =>
  text.replace(/(^|[\t\r\n])"((?:[^"]|"")*)"(?=$|[\t\r\n])/g, (_, before: string, cell: string) =>
    before.concat(cell.replaceAll('""', '"').replace(/[\t\r\n]+/g, ' ')),
  )

/** A block for the clipboard, each line with its break, as a spreadsheet writes it: so a blank last line is kept. */
export const writeBlock = (cells: readonly (readonly string[])[]): string =>
  cells.map((line) => `${line.join('\t')}\n`).join('')
