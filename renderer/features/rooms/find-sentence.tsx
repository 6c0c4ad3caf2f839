import { useId } from 'react'
import type { Ref } from 'react'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import { buildingId as idOfBuilding } from '../../../shared/ids.ts'
import { daysInWords, lengthInWords, withInWords } from '../../../shared/rooms/sentence-words.rules.ts'
import { firstDayOf, once, type Sentence } from '../../../shared/rooms/sentence.rules.ts'
import { readDate, readTime } from '../../../shared/time/entry.ts'
import { clockTime, longDate } from '../../../shared/time/format.ts'
import { Blank, Said } from './find-blank.tsx'
import classes from './find-room.module.css'
import type { Find } from './use-find.ts'

interface SentenceProps {
  readonly find: Find
  readonly buildings: readonly Building[]
  readonly date: string
  readonly onDone: (part: Partial<Sentence>) => void
  readonly firstBlank: Ref<HTMLInputElement>
}

type Reading = Partial<Sentence> | null

/** A part of the sentence from a blank of its own kind, or from whatever else was typed into it. */
const reading =
  (find: Find, empty: Partial<Sentence>, own: (text: string) => Reading) =>
  (text: string): Reading => {
    if (text === '') return empty
    const mine = own(text)
    if (mine !== null) return mine
    const { sentence, unknown } = find.read(text)
    return unknown.length > 0 || Object.keys(sentence).length === 0 ? null : sentence
  }

const weeks = (text: string): Reading => {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0
  return number > 0 ? { length: { kind: 'weeks', weeks: number, every: 1 } } : null
}
const whole = (text: string): Reading => {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= 2000 ? { people: number } : null
}
const timeOfDay =
  (end: 'from' | 'to') =>
  (text: string): Reading => {
    const time = readTime(text)
    return time === null ? null : end === 'from' ? { from: time } : { to: time }
  }

/** "A room for 14 people on Tuesdays from 10am to midday for 10 weeks from 12 January, with a crèche beside it". */
export function FindSentence({ find, buildings, date, onDone, firstBlank }: SentenceProps) {
  const { sentence, known } = find
  const list = useId()
  const run = sentence.length.kind !== 'once'
  const blank = (empty: Partial<Sentence>, own: (text: string) => Reading) => ({
    read: reading(find, empty, own),
    onTyping: find.tryOut,
    onDone,
  })
  const unread = (such: string) => (text: string) => `“${text}” cannot be read here. Type ${such}.`
  return (
    <div className={classes.sentence}>
      <Said>A room for</Said>
      <Blank {...blank({ people: null }, whole)} inputRef={firstBlank} type="search" label="People, or the whole of it in one line" words={sentence.people === null ? '' : String(sentence.people)} placeholder="any number of" problem={(text) => notUnderstood(find.read(text).unknown, text)} />
      <Said>{sentence.people === 1 ? 'person' : 'people'} on</Said>
      <Blank {...blank({ weekdays: [] }, () => null)} label="Day" words={daysInWords(sentence, date)} placeholder="a day" problem={unread('a day, such as tue')} />
      <Said>from</Said>
      <Blank {...blank({ from: null }, timeOfDay('from'))} label="From" words={sentence.from === null ? '' : clockTime(sentence.from)} placeholder="a time" problem={unread('a time, such as 9:30')} />
      <Said>to</Said>
      <Blank {...blank({ to: null }, timeOfDay('to'))} label="To" words={sentence.to === null ? '' : clockTime(sentence.to)} placeholder="a time" problem={unread('a time, such as 2pm')} />
      <Said>for</Said>
      <Blank {...blank({ length: once }, weeks)} label="How long" words={lengthInWords(sentence.length)} placeholder="one day" problem={unread('10 weeks, or until 23 mar')} />
      <Said>{run ? 'from' : 'on'}</Said>
      <Blank {...blank({ date: null }, (text) => dated(text, known.today, run))} label="First date" words={longDate(firstDayOf(sentence, date))} placeholder="today" problem={unread('a date, such as 12 jan')} />
      <Said>with</Said>
      <Blank {...blank({ features: [], beside: null }, () => null)} list={list} label="What is in it, or beside it" words={withInWords(sentence)} placeholder="nothing special" problem={unread('what rooms have in them, such as crèche')} />
      <button type="button" className={classes.toggle} aria-pressed={sentence.stepFree} onClick={() => onDone({ stepFree: !sentence.stepFree })}>
        step-free
      </button>
      {run && (
        <button type="button" className={classes.toggle} aria-pressed={sentence.termTime} onClick={() => onDone({ termTime: !sentence.termTime })}>
          term time only
        </button>
      )}
      <WhereSelect find={find} buildings={buildings} />
      <datalist id={list}>
        {[...new Set(['Crèche', ...known.features])].flatMap((name) => [name, `${name} beside it`]).map((name) => <option key={name} value={name} />)}
      </datalist>
    </div>
  ) // prettier-ignore
}

/** One date has the weekday it falls on; a run keeps its weekdays and begins with the next of them. */
function dated(text: string, today: string, run: boolean): Reading {
  const day = readDate(text, today)
  if (day === null) return null
  return run ? { date: day } : { date: day, weekdays: [] }
}

const notUnderstood = (unknown: readonly string[], text: string) =>
  unknown.length === 0
    ? `“${text}” cannot be read here. Type a number of people, or all of it: 14 tue 10-12 10 weeks.`
    : `“${unknown.join(' ')}” is not understood. The rest can be: 14 tue 10-12 10 weeks from 12 jan creche.`

function WhereSelect({ find, buildings }: Pick<SentenceProps, 'find' | 'buildings'>) {
  const { sentence, near } = find
  const value = sentence.buildingId === null ? `near ${near ?? ''}` : `in ${sentence.buildingId}`
  const choose = (chosen: string) => {
    const [how, id] = chosen.split(' ')
    const building = idOfBuilding.safeParse(id).data ?? null
    find.change(how === 'in' ? { buildingId: building } : { buildingId: null, near: building })
  }
  return (
    <select className={classes.where} aria-label="Where" value={value} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="near ">anywhere</option>
      <optgroup label="Nearest first">
        {buildings.map(({ id, name }) => <option key={id} value={`near ${id}`}>near {name}</option>)}
      </optgroup>
      <optgroup label="Only there">
        {buildings.map(({ id, name }) => <option key={id} value={`in ${id}`}>only in {name}</option>)}
      </optgroup>
    </select>
  ) // prettier-ignore
}
