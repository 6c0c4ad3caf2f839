import type { BuildingId } from '../ids.ts'
import { readDate, readTime } from '../time/entry.ts'
import { once, USUAL_WEEKS, type Length, type Sentence } from './sentence.rules.ts'

/** What a line may name: what rooms have in them, and buildings. */
export interface Known {
  readonly today: string
  readonly features: readonly string[]
  readonly buildings: readonly { readonly id: BuildingId; readonly name: string }[]
}

/** What a line may name in a county with these buildings. */
export function knownIn(
  buildings: readonly (Known['buildings'][number] & {
    readonly rooms: readonly { features: readonly string[] }[]
  })[],
  today: string,
): Known {
  const features = buildings.flatMap(({ rooms }) => rooms.flatMap((room) => room.features))
  return { today, features: [...new Set(features)], buildings }
}

/** What was read of a line, and the words that were not understood. */
export interface Read {
  readonly sentence: Partial<Sentence>
  readonly unknown: readonly string[]
}

type Part = Partial<Sentence> & { readonly every?: number; readonly repeated?: boolean }
/** Takes what it can from the beginning of the text: what it says, and how long it was. null: not its kind. */
type Reader = (text: string, sofar: Part, known: Known) => readonly [part: Part, length: number] | null

const TIME = String.raw`(?:\d{1,2}(?:[:.]?[0-5]\d)?\s*(?:am|pm)?|midday|noon)(?![\d:.])`
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const DATE = String.raw`(?:today|tomorrow|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s*(?:of\s+)?${MONTH}(?:\s+\d{4})?|\d{1,2}/\d{1,2}(?:/\d{2,4})?)\b`
const DAYS = ['mo(?:n(?:days?)?)?', 'tu(?:e(?:s(?:days?)?)?)?', 'we(?:d(?:s|nesdays?)?)?', 'th(?:u(?:r(?:s(?:days?)?)?)?)?', 'fr(?:i(?:days?)?)?', 'sa(?:t(?:urdays?)?)?', 'su(?:n(?:days?)?)?'] // prettier-ignore
const BESIDE = String.raw`(?:\s+(?:room\s+)?(?:beside|next\s+door|next\s+to|alongside)(?:\s+it)?)`

/** A reader that takes what the pattern matches at the beginning. */
const takes =
  (pattern: string, read: (match: RegExpExecArray, sofar: Part, known: Known) => Part | null): Reader =>
  (text, sofar, known) => {
    const match = new RegExp(`^(?:${pattern})`).exec(text)
    const part = match && read(match, sofar, known)
    return match && part ? [part, match[0].length] : null
  }

const within = (text: string | undefined, most: number) => {
  const number = Number(text)
  return number >= 1 && number <= most ? number : null
}

const people = (text: string | undefined): Part | null => {
  const number = within(text, 2000)
  return number === null ? null : { people: number }
}

const lasting = (kind: 'weeks' | 'times', text: string | undefined): Part | null => {
  const number = within(text, 400)
  if (number === null) return null
  return { length: kind === 'weeks' ? { kind, weeks: number, every: 1 } : { kind, times: number, every: 1 } }
}

/** 9 to 11, 10 to 2, 7 to 9pm: what one end says of the half of the day holds for the other. */
function timesOf(first: string, last: string): Part | null {
  const [from, to] = [readTime(first), readTime(last)]
  if (from === null || to === null) return null
  const bare = (text: string) => /^\d{1,2}(?:[:.]?\d{2})?$/.test(text.trim())
  if (bare(first) && /pm/.test(last) && later(from) < to) return { from: later(from), to }
  return { from, to: bare(last) && to <= from && later(to) > from ? later(to) : to }
}
const later = (time: string): string => {
  const hour = Number(time.slice(0, 2)) + 12
  return hour > 23 ? time : `${hour}${time.slice(2)}`
}

/** A crèche is a room of its own, so it is wanted beside; other things are wanted in the room unless said otherwise. */
const feature = (name: string, beside: boolean, { features = [] }: Part): Part =>
  beside || plain(name) === 'creche' ? { beside: name } : { features: [...new Set([...features, name])] }

const readFeature: Reader = (text, sofar, known) => {
  for (const name of byLength([...known.features, 'Crèche'])) {
    const match = new RegExp(String.raw`^(?:a\s+)?${literal(plain(name))}\b(${BESIDE})?(?:\s+room\b)?`).exec(
      text,
    )
    if (match) return [feature(name, match[1] !== undefined, sofar), match[0].length]
  }
  return null
}

const readBuilding: Reader = (text, _sofar, known) => {
  const lead = /^(?:in|at)\s+/.exec(text)?.[0] ?? ''
  const rest = text.slice(lead.length)
  const found = known.buildings
    .toSorted((a, b) => b.name.length - a.name.length)
    .find(({ name }) => new RegExp(String.raw`^${literal(plain(name))}(?!\w)`).test(rest))
  return found ? [{ buildingId: found.id }, lead.length + plain(found.name).length] : null
}

const date = (match: string | undefined, { today }: Known) => readDate(match ?? '', today)

const readers: readonly Reader[] = [
  takes(String.raw`(?:for\s+)?(\d{1,4})\s*(?:people|persons?|pax|adults?|children|families)\b`, ([, n]) => people(n)),
  takes(String.raw`(?:with\s+)?step[\s-]?free(?:\s+access)?\b|wheelchairs?(?:\s+access)?\b|accessible\b`, () => ({ stepFree: true })),
  takes(String.raw`(?:in\s+)?term[\s-]?time(?:\s+only)?\b`, () => ({ termTime: true })),
  takes(String.raw`(?:for\s+)?(\d{1,3})\s*(?:weeks?|wks?|w)\b`, ([, n]) => lasting('weeks', n)),
  takes(String.raw`(?:for\s+)?(\d{1,3})\s*(?:times?|sessions?|x)\b`, ([, n]) => lasting('times', n)),
  takes(String.raw`x\s*(\d{1,3})\b`, ([, n]) => lasting('times', n)),
  takes(String.raw`once\b|(?:for\s+)?(?:one|a|1)\s+day\b`, () => ({ length: once })),
  takes(String.raw`fortnightly\b|every\s+(?:other|second|2nd)\s+week\b|every\s+(?:fortnight|two\s+weeks)\b`, () => ({ every: 2, repeated: true })),
  takes(String.raw`every\s+(\d{1,2})\s+weeks?\b`, ([, n]) => ({ every: within(n, 52) ?? 1, repeated: true })),
  takes(String.raw`weekly\b|(?:every|each)\s+week\b|(?:every|each)(?=\s+(?:${DAYS.join('|')})\b)`, () => ({ repeated: true })),
  takes(`(?:until|till|up to|to)\\s+(${DATE})`, ([, text], _sofar, known) => {
    const day = date(text, known)
    return day === null ? null : { length: { kind: 'until', date: day, every: 1 } }
  }),
  takes(`(?:from\\s+|at\\s+)?(${TIME})\\s*(?:-|to\\b|until\\b|till\\b)\\s*(${TIME})(?![-/])`, ([, from = '', to = '']) => timesOf(from, to)),
  takes(`(?:from\\s+|on\\s+|starting\\s+|beginning\\s+)?(${DATE})`, ([, text], _sofar, known) => {
    const day = date(text, known)
    return day === null ? null : { date: day }
  }),
  takes(String.raw`(?:on\s+)?weekdays\b`, () => ({ weekdays: [1, 2, 3, 4, 5], repeated: true })),
  takes(`(?:on\\s+)?(?:${DAYS.map((day) => `(${day})`).join('|')})(?![a-z])`, (match, { weekdays = [] }) => {
    const day = match.slice(1).findIndex((group) => group !== undefined) + 1
    return { weekdays: [...new Set([...weekdays, day])].toSorted(), repeated: match[0].endsWith('days') }
  }),
  readFeature,
  readBuilding,
  takes(`(?:from|at)\\s+(${TIME})`, ([, text = '']) => timePart('from', text)),
  takes(`(?:to|until|till)\\s+(${TIME})`, ([, text = '']) => timePart('to', text)),
  takes(String.raw`(\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm)|midday|noon)\b`, ([text], { from }) => timePart(from ? 'to' : 'from', text)),
  takes(String.raw`(?:for\s+)?(\d{1,4})(?![\d:./-])`, ([, n], sofar) => (sofar.people ? null : people(n))),
] // prettier-ignore

function timePart(end: 'from' | 'to', text: string): Part | null {
  const time = readTime(text)
  return time === null ? null : end === 'from' ? { from: time } : { to: time }
}

const fillers = /^(?:a|an|the|room|rooms|for|of|with|and|on|in|at|from|to|it|next|people|please|find|me|has|having|is)(?![a-z])/ // prettier-ignore

/**
 * Reads a line such as `14 tue 10-12 10 weeks from 12 jan creche step free`, in any order. The first number by itself
 * is people; what is not understood is told and never guessed at.
 */
export function readSentence(line: string, known: Known): Read {
  let text = plain(line)
  let sofar: Part = {}
  const unknown: string[] = []
  while ((text = text.replace(/^[\s,;&+/]+/, '')) !== '') {
    const [part, length] = readPart(text, sofar, known) ?? [null, 0]
    const skipped = part === null ? skip(text) : null
    if (part !== null) sofar = { ...sofar, ...part, repeated: (sofar.repeated ?? false) || (part.repeated ?? false) } // prettier-ignore
    if (skipped?.known === false) unknown.push(skipped.word)
    text = text.slice(skipped?.word.length ?? length)
  }
  return { sentence: settled(sofar), unknown }
}

function readPart(text: string, sofar: Part, known: Known) {
  for (const reader of readers) {
    const found = reader(text, sofar, known)
    if (found) return found
  }
  return null
}

function skip(text: string): { word: string; known: boolean } {
  const filler = fillers.exec(text)?.[0]
  if (filler !== undefined) return { word: filler, known: true }
  return { word: /^[^\s,;]+/.exec(text)?.[0] ?? text, known: false }
}

/** "Every 2 weeks" belongs to how long the run is; a run that nobody said the length of has the usual one. */
function settled({ every, repeated, ...sentence }: Part): Partial<Sentence> {
  const usual: Length | undefined = repeated ? { kind: 'weeks', weeks: USUAL_WEEKS, every: 1 } : undefined
  const length = sentence.length ?? usual
  if (length === undefined) return sentence
  return {
    ...sentence,
    length: length.kind === 'once' ? length : { ...length, every: every ?? length.every },
  }
}

/** Small letters without accents: `crèche` is typed as `creche`. */
const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[–—]/g, '-').toLowerCase().trim()
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
const byLength = (names: readonly string[]) => names.toSorted((a, b) => b.length - a.length)
