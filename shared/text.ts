import { z } from 'zod'

/**
 * What nobody can see and spreadsheets carry along: soft hyphens, zero-width spaces, marks of writing direction. Left
 * in, they make one name into two. The joiners that emoji and some scripts are written with stay.
 */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/**
 * Text for searching and matching: no accents, case, apostrophes or double spaces, so that O'Neill, O’Neill
 * and Ó Néill are found alike. The stored name is never changed.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(unseen, '')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´.]/g, '')
    .replace(/[\s\u00a0-]+/g, ' ')
    .trim()

/** Folded without any spaces at all: O Neill and O'Neill are one name when people are matched. */
export const matchKey = (text: string): string => fold(text).replace(/ /g, '')

const tidy = (text: string) =>
  text
    .replace(unseen, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
const printable = /^[^\p{Cc}]*$/u

/** One line of text as a person typed it, spaces tidied. Empty is refused with `message`. */
export const line = (message: string, max = 200) =>
  z
    .string()
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1, message)
        .max(max, `Use ${max} letters or fewer.`)
        .regex(printable, 'Remove the hidden characters.'),
    )
/** One line that may be left out: empty becomes null. */
export const optionalLine = (max = 200) =>
  z
    .string()
    .nullish()
    .transform((text) => tidy(text ?? '') || null)
    .pipe(
      z
        .string()
        .max(max, `Use ${max} letters or fewer.`)
        .regex(printable, 'Remove the hidden characters.')
        .nullable(),
    )
/** Text of several lines. Empty is refused with `message`. */
export const fullText = (message: string, max = 4000) =>
  z.string().trim().min(1, message).max(max, `Use ${max} letters or fewer.`)

/** Free text of several lines that may be left out: empty becomes null. */
export const optionalText = (max = 4000) =>
  z
    .string()
    .nullish()
    .transform((text) => (text ?? '').trim() || null)
    .pipe(z.string().max(max, `Use ${max} letters or fewer.`).nullable())

/** `1 person`, `3 people`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
