import { clockTime, longDate, timeRange, weekdayName } from '../time/format.ts'
import { weekdayOf } from '../time/civil.ts'
import { count } from '../text.ts'
import { named } from './fit.rules.ts'
import { firstDayOf, type Length, type Sentence } from './sentence.rules.ts'

/** `Tuesdays and Thursdays`, or `Tuesday` for one date. */
export function daysInWords(sentence: Pick<Sentence, 'weekdays' | 'date' | 'length'>, today: string): string {
  const { weekdays, length } = sentence
  const days = weekdays.length > 0 ? weekdays : [weekdayOf(firstDayOf(sentence, today))]
  if (length.kind === 'once') return weekdayName(weekdayOf(firstDayOf(sentence, today)))
  return listed(days.map((day) => `${weekdayName(day)}s`))
}

/** `10 weeks`, `10 times, every 2 weeks`, `until 23 March 2027`, `one day`. */
export function lengthInWords(length: Length): string {
  if (length.kind === 'once') return 'one day'
  const every = length.every === 1 ? '' : `, every ${length.every} weeks`
  if (length.kind === 'until') return `until ${longDate(length.date)}${every}`
  return length.kind === 'weeks'
    ? `${count(length.weeks, 'week')}${every}`
    : `${count(length.times, 'time')}${every}`
}

/** `crèche beside it, kitchen`: what the blank for it says. */
export const withInWords = ({ features, beside }: Pick<Sentence, 'features' | 'beside'>): string =>
  [...(beside === null ? [] : [`${named(beside)} beside it`]), ...features.map(named)].join(', ')

/** The whole sentence, as it would be said. */
export function sentenceInWords(sentence: Sentence, today: string): string {
  const { people, from, to, length, stepFree } = sentence
  const once = length.kind === 'once'
  const wanted = [withInWords(sentence), stepFree ? 'step-free access' : ''].filter((part) => part !== '')
  return [
    people === null ? 'A room' : `A room for ${count(people, 'person', 'people')}`,
    `on ${daysInWords(sentence, today)}`,
    once ? longDate(firstDayOf(sentence, today)) : '',
    from !== null && to !== null
      ? `from ${timeRange(from, to)}`
      : from === null
        ? ''
        : `from ${clockTime(from)}`,
    once ? '' : length.kind === 'until' ? lengthInWords(length) : `for ${lengthInWords(length)}`,
    once ? '' : `from ${longDate(firstDayOf(sentence, today))}`,
    wanted.length === 0 ? '' : `with ${listed(wanted)}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

const listed = (words: readonly string[]): string => {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
