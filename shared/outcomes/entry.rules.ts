import type { Measure } from './outcomes.contract.ts'
import { reasonMeant } from './not-done.ts'
import { prorated, readAnswered } from './prorate.rules.ts'
import { rangeInWords, valueProblem, type ItemShape } from './readings.rules.ts'

export type Entry =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'not-done'; readonly reason: string }
  | { readonly kind: 'problem'; readonly message: string }

type Range = Pick<Measure, 'name' | 'minimum' | 'maximum' | 'wholeNumbers'> &
  Partial<Pick<ItemShape, 'answers' | 'prorate'>>

/**
 * What was typed for a reading: a number in the range, or in words why there is none. Empty, or a dash, is nothing
 * recorded. Where a part is a sum of questions, `4/3` is three answers that come to 4. The first letters of a usual
 * reason are that reason; too few letters to be one were a slip of the finger.
 */
export function readEntry(measure: Range, text: string): Entry {
  const typed = text.trim()
  if (typed === '' || /^[-–]$/.test(typed)) return { kind: 'nothing' }
  const answered = measure.prorate ? readAnswered(typed) : null
  if (answered !== null) {
    const made = prorated({ ...measure, prorate: measure.prorate ?? null }, answered)
    return 'value' in made ? { kind: 'value', value: made.value } : { kind: 'problem', message: made.problem }
  }
  if (/^[-+]?\d+([.,]\d+)?$/.test(typed)) {
    const value = Number(typed.replace(',', '.'))
    return valueProblem(measure, value) === null ? { kind: 'value', value } : problem(measure)
  }
  if (/^\p{L}[^\p{Cc}]{2,}$/u.test(typed)) return { kind: 'not-done', reason: reasonMeant(typed) }
  return problem(measure)
}

/** Short enough to stand under the box. */
const problem = (measure: Range): Entry => ({
  kind: 'problem',
  message: `Enter ${measure.wholeNumbers ? 'a whole number' : 'a number'} from ${rangeInWords(measure)}, or why there is none.`,
})
