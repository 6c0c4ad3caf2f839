import type { ItemShape } from './readings.rules.ts'

/** What was typed of a part of which some questions were not answered: `4/3`, the answers and how many there were. */
export interface Answered {
  readonly sum: number
  readonly questions: number
}

/** Reads `4/3`; null for anything else. */
export function readAnswered(text: string): Answered | null {
  const found = /^\s*(\d+(?:[.,]\d+)?)\s*\/\s*(\d+)\s*$/.exec(text)
  if (found === null) return null
  return { sum: Number(found[1]?.replace(',', '.')), questions: Number(found[2]) }
}

type Shape = Pick<ItemShape, 'name' | 'minimum' | 'maximum' | 'wholeNumbers' | 'prorate'>
export type Prorated = { readonly value: number } | { readonly problem: string }

/**
 * The number that the answered questions stand for: their mean times all questions, rounded to the nearest whole
 * number (a half goes up) where the measure is in whole numbers. 4 from 3 of 5 is 6.67, kept as 7: "Scoring the SDQ
 * for age 4-17", Youthinmind, 19 August 2014. Refused when fewer were answered than the measure allows, when there
 * are not so many questions, and when that many answers cannot come to that sum.
 */
export function prorated(shape: Shape, { sum, questions: answered }: Answered): Prorated {
  const { name, prorate, minimum, maximum } = shape
  if (prorate === null) return { problem: `${name} is one number. Enter it without a stroke.` }
  const { questions, fewest } = prorate
  if (answered > questions)
    return { problem: `${name} has ${questions} questions, so ${answered} cannot have been answered.` }
  if (answered < fewest)
    return {
      problem: `${name} needs ${fewest} of its ${questions} questions answered. Say why there is no number.`,
    }
  const [least, most] = [minimum, maximum].map((end) => (end * answered) / questions) as [number, number] // two in, two out
  if (sum < least || sum > most)
    return { problem: `${answered} answers of ${name} come to ${least} to ${most}. Check the sum.` }
  const value = (sum * questions) / answered
  return { value: shape.wholeNumbers ? Math.round(value) : value }
}
