import { count } from '../text.ts'

/** Answers to one question on one occasion: one person's by name, or several forms without one. */
export interface Answers {
  readonly item: number
  readonly people: number
}

/** How many answered one question. */
export const answeredItem = (answers: readonly Answers[], item: number): number =>
  answers.reduce((sum, one) => sum + (one.item === item ? one.people : 0), 0)

/** How many answered on an occasion at all: the question that most answered decides, because forms have no names. */
export const answeredMost = (answers: readonly Answers[]): number =>
  Math.max(0, ...[...new Set(answers.map((one) => one.item))].map((item) => answeredItem(answers, item)))

/**
 * How many were asked: the number somebody entered, else everybody who came. Never fewer than answered, so that no
 * more than all can have answered.
 */
export const askedOf = (entered: number | null, came: number, answers: readonly Answers[]): number =>
  Math.max(entered ?? came, answeredMost(answers))

/** The response in words: `16 of 18 asked answered (89%)`. Of nobody asked there is no share. */
export function responseWords(answered: number, asked: number): string {
  if (asked === 0) return 'Nobody was asked'
  return `${answered} of ${count(asked, 'person', 'people')} asked answered (${Math.round((answered / asked) * 100)}%)`
}
