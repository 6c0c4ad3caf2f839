import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import { failureText } from '../../api/notify.tsx'
import { useRemembered } from '../../api/remembered.ts'
import { useMay } from '../../api/session.ts'
import { go } from '../../location.ts'
import { purposeLabels, purposes } from '../../../shared/bookings/bookings.contract.ts'
import { toBook, type ToBook } from '../../../shared/rooms/book.rules.ts'
import type { FoundRoom } from '../../../shared/rooms/rooms.contract.ts'
import { planAddress } from '../../../shared/rooms/plan-address.rules.ts'
import type { Rule } from '../../../shared/series/rule.ts'
import { count } from '../../../shared/text.ts'
import { at } from '../../../shared/time/civil.ts'
import { longDate, shortDay } from '../../../shared/time/format.ts'
import classes from './find-room.module.css'

const choices = purposes.filter((purpose) => purpose !== 'session')
type Purpose = (typeof choices)[number]

interface FindBookProps {
  readonly answer: FoundRoom
  readonly rule: Rule
  readonly people: number | null
  readonly onClose: () => void
  readonly onBooked: (date: string) => void
}

/** What is booked, in words: `Hall and Crèche, Wigston Magna, 10 dates from 12 January 2027`. */
function bookedWords({ roomName, buildingName, besideRoom }: FoundRoom, { roomIds, dates }: ToBook): string {
  const rooms =
    roomIds.length > 1 && besideRoom !== null ? `${roomName} and ${besideRoom.roomName}` : roomName
  const [first = ''] = dates
  const when = dates.length === 1 ? shortDay(first) : `${dates.length} dates from ${longDate(first)}`
  return `${rooms}, ${buildingName}, ${when}`
}

function useBooking({ answer, rule, people, onBooked }: FindBookProps, run: ToBook) {
  const options = {
    failure: 'inline',
    undo: true,
    onDone: () => onBooked(run.dates[0] ?? rule.firstDate),
  } as const
  const said = (verb: 'Booked' | 'Asked for') => `${verb} ${bookedWords(answer, run)}`
  const one = useCommand('bookings', 'create', {
    ...options,
    done: ({ status }) => said(status === 'requested' ? 'Asked for' : 'Booked'),
  })
  const many = useCommand('series', 'book', {
    ...options,
    done: ({ status }) => said(status === 'requested' ? 'Asked for' : 'Booked'),
  })
  const book = (title: string, purpose: Purpose) => {
    const { roomIds, edits } = run
    const { startTime, endTime, repeats } = rule
    const [date] = run.dates
    if (date === undefined) return
    if (repeats.kind === 'once')
      one.mutate({ roomIds: roomsOn(answer, run), startsAt: at(date, startTime), endsAt: at(date, endTime), purpose, title, people }) // prettier-ignore
    else many.mutate({ roomIds, rule: run.rule, edits, purpose, title, people })
  }
  return { book, pending: one.isPending || many.isPending, error: one.error ?? many.error }
}

/** The rooms of a single date, which may be another room of the building. */
const roomsOn = ({ days }: FoundRoom, { roomIds, dates }: ToBook) => {
  const there = days.find((day) => day.date === dates[0])?.roomId
  return there === undefined ? roomIds : [there, ...roomIds.slice(1)]
}

/** One line under the answer: what for, and Enter books it. */
export function FindBook(props: FindBookProps) {
  const { answer, rule, people, onClose } = props
  const { besideRoom, toAskFor, total } = answer
  const id = useId()
  const may = useMay()
  const [remembered, remember] = useRemembered('find.purpose', 'one-to-one')
  const purpose = choices.find((one) => one === remembered) ?? 'one-to-one'
  const [title, setTitle] = useState<string | null>(null)
  const together = answer.days.filter((day) => day.state !== 'taken' && day.beside).length
  const [beside, setBeside] = useState(together > 0)
  const run = toBook(answer, rule, beside)
  const { book, pending, error } = useBooking(props, run)
  const what = title ?? purposeLabels[purpose]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    book(what, purpose)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  const dates = total === 1 ? answer.roomName : count(run.dates.length, 'date')
  if (run.dates.length === 0)
    return (
      <p className={classes.form}>{answer.days.map((day) => day.words)[0]}. Choose another room or time.</p>
    )
  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={onKeyDown}>
      <label htmlFor={`${id}-title`}>What for</label>
      <input id={`${id}-title`} className={classes.title} value={what} maxLength={120} autoComplete="off" aria-describedby={`${id}-hint`} ref={selectFirst} onChange={(event) => setTitle(event.currentTarget.value)} />
      <select className={classes.where} aria-label="Kind of booking" value={purpose} onChange={(event) => remember(event.currentTarget.value)}>
        {choices.map((one) => <option key={one} value={one}>{purposeLabels[one]}</option>)}
      </select>
      {besideRoom !== null && together > 0 && (
        <label className={classes.check}>
          <input type="checkbox" checked={beside} onChange={(event) => setBeside(event.currentTarget.checked)} />
          with {besideRoom.roomName}
          {together < run.dates.length || (beside && together < answer.free + answer.moved) ? `, on the ${count(together, 'date')} when both are free` : ''}
        </label>
      )}
      <Button type="submit" size="compact-md" loading={pending}>
        {toAskFor ? 'Ask for' : 'Book'} {dates}
      </Button>
      {may('groups.edit') && rule.repeats.kind !== 'once' && (
        <Button variant="default" size="compact-md" onClick={() => go(planAddress(run, people))}>
          Plan a group here
        </Button>
      )}
      <p id={`${id}-hint`} className={classes.quiet}>
        Anybody may read this: no names of children or families.
        {run.dates.length < total && ` ${count(total - run.dates.length, 'date')} of ${total} ${total - run.dates.length === 1 ? 'is' : 'are'} left out, with the reason.`}
      </p>
      {error !== null && <p className={classes.problem} role="alert">{failureText(error)}</p>}
    </form>
  ) // prettier-ignore
}

/** The words that stand there are a suggestion: what is typed takes their place. */
function selectFirst(input: HTMLInputElement | null): void {
  if (input === null || input.dataset['seen'] !== undefined) return
  input.dataset['seen'] = ''
  input.focus()
  input.select()
}
