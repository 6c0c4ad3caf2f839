import { daysInWords, lengthInWords, withInWords } from '../../../shared/rooms/sentence-words.rules.ts'
import { firstDayOf, once, type Sentence } from '../../../shared/rooms/sentence.rules.ts'
import { readDate, readTime } from '../../../shared/time/entry.ts'
import { clockTime, longDate } from '../../../shared/time/format.ts'
import type { Find } from './use-find.ts'

type Reading = Partial<Sentence> | null

/** A blank of the sentence: the words before it, what it says, and how it is read. */
interface BlankSpec {
  readonly said: string
  readonly label: string
  readonly words: string
  readonly placeholder: string
  /** What to type, where something else was. */
  readonly such: string
  readonly read: (text: string) => Reading
}

type Own = Omit<BlankSpec, 'read'> & {
  /** What an emptied blank takes away. */
  readonly empty: Partial<Sentence>
  /** What is read here and nowhere else: a bare number. */
  readonly own?: (text: string) => Reading
}

/** The blanks in their order; `date` is the day that stands where none was said. */
export function blanksOf(find: Find, date: string): BlankSpec[] {
  const { sentence, known } = find
  const { people, from, to, length } = sentence
  const run = length.kind !== 'once'
  const dated = (text: string) => dateIn(text, known.today, run)
  const blanks: Own[] = [
    { said: 'A room for', label: 'People, or the whole of it in one line', words: people === null ? '' : String(people), placeholder: 'any number of', such: '14, or all of it: 14 tue 10-12 10 weeks', empty: { people: null }, own: peopleIn },
    { said: `${people === 1 ? 'person' : 'people'} on`, label: 'Day', words: daysInWords(sentence, date), placeholder: 'a day', such: 'a day, such as tue', empty: { weekdays: [] } },
    { said: 'from', label: 'From', words: from === null ? '' : clockTime(from), placeholder: 'a time', such: 'a time, such as 9:30', empty: { from: null }, own: (text) => timeIn('from', text) },
    { said: 'to', label: 'To', words: to === null ? '' : clockTime(to), placeholder: 'a time', such: 'a time, such as 2pm', empty: { to: null }, own: (text) => timeIn('to', text) },
    { said: 'for', label: 'How long', words: lengthInWords(length), placeholder: 'one day', such: '10 weeks, or until 23 mar', empty: { length: once }, own: weeksIn },
    { said: run ? 'from' : 'on', label: 'First date', words: longDate(firstDayOf(sentence, date)), placeholder: 'today', such: 'a date, such as 12 jan', empty: { date: null }, own: dated },
    { said: 'with', label: 'What is in it, or beside it', words: withInWords(sentence), placeholder: 'nothing special', such: 'what rooms have in them, such as crèche', empty: { features: [], beside: null } },
  ] // prettier-ignore
  return blanks.map(({ empty, own, ...blank }) => ({ ...blank, read: reading(find, empty, own) }))
}

/** A part of the sentence from a blank of its own kind, or from whatever else was typed into it. */
const reading =
  (find: Find, empty: Partial<Sentence>, own: (text: string) => Reading = () => null) =>
  (text: string): Reading => {
    if (text === '') return empty
    const mine = own(text)
    if (mine !== null) return mine
    const { sentence, unknown } = find.read(text)
    return unknown.length > 0 || Object.keys(sentence).length === 0 ? null : sentence
  }

const numberIn = (text: string, most: number) => {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= most ? number : null
}

function peopleIn(text: string): Reading {
  const people = numberIn(text, 2000)
  return people === null ? null : { people }
}

function weeksIn(text: string): Reading {
  const weeks = numberIn(text, 400)
  return weeks === null ? null : { length: { kind: 'weeks', weeks, every: 1 } }
}

function timeIn(end: 'from' | 'to', text: string): Reading {
  const time = readTime(text)
  if (time === null) return null
  return end === 'from' ? { from: time } : { to: time }
}

/** One date has the weekday it falls on; a run keeps its weekdays and begins with the next of them. */
function dateIn(text: string, today: string, run: boolean): Reading {
  const date = readDate(text, today)
  if (date === null) return null
  return run ? { date } : { date, weekdays: [] }
}
