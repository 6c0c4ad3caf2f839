import type { Measure } from './outcomes.contract.ts'
import { rangeInWords, valueProblem } from './readings.rules.ts'

export type Entry =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'not-done'; readonly reason: string }
  | { readonly kind: 'problem'; readonly message: string }

type Range = Pick<Measure, 'name' | 'minimum' | 'maximum' | 'wholeNumbers'>

/**
 * What was typed for a reading: a number in the range, or in words why there is none. Empty, or a dash, is nothing
 * recorded. Too few letters to be a reason were a slip of the finger.
 */
export function readEntry(measure: Range, text: string): Entry {
  const typed = text.trim()
  if (typed === '' || /^[-–]$/.test(typed)) return { kind: 'nothing' }
  if (/^[-+]?\d+([.,]\d+)?$/.test(typed)) {
    const value = Number(typed.replace(',', '.'))
    return valueProblem(measure, value) === null ? { kind: 'value', value } : problem(measure)
  }
  if (/^\p{L}[^\p{Cc}]{2,}$/u.test(typed)) return { kind: 'not-done', reason: typed }
  return problem(measure)
}

/** Short enough to stand under the box. */
const problem = (measure: Range): Entry => ({
  kind: 'problem',
  message: `Enter ${measure.wholeNumbers ? 'a whole number' : 'a number'} from ${rangeInWords(measure)}, or why there is none.`,
})
