import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import { failureText } from '../../api/notify.tsx'
import { useRemembered } from '../../api/remembered.ts'
import { useMay } from '../../api/session.ts'
import { go } from '../../location.ts'
import { purposeLabels, purposes } from '../../../shared/bookings/bookings.contract.ts'
import { privateUnlessSaid } from '../../../shared/bookings/outright.rules.ts'
import { whoReadsTitle } from '../../../shared/bookings/privacy.rules.ts'
import { toBook, type ToBook } from '../../../shared/rooms/book.rules.ts'
import { planAddress } from '../../../shared/rooms/plan-address.rules.ts'
import type { FoundRoom } from '../../../shared/rooms/rooms.contract.ts'
import type { Rule } from '../../../shared/series/rule.ts'
import { count } from '../../../shared/text.ts'
import type { Known, Start } from '../bookings/use-new-booking.ts'
import classes from './find-room.module.css'
import { useBookFound } from './use-book-found.ts'

const choices = purposes.filter((purpose) => purpose !== 'session')

interface FindBookProps {
  readonly answer: FoundRoom
  readonly rule: Rule
  readonly people: number | null
  readonly onClose: () => void
  /** With the first date booked. */
  readonly onBooked: (date: string) => void
  /** To the whole form, with what is known: to pencil it in, for equipment, a note. */
  readonly onMore: (start: Start) => void
}

/** One line under the answer: what for, and Enter books it. */
export function FindBook(props: FindBookProps) {
  const { answer, rule, people, onClose, onMore } = props
  const [remembered, remember] = useRemembered('find.purpose', 'one-to-one')
  const purpose = choices.find((one) => one === remembered) ?? 'one-to-one'
  const [title, setTitle] = useState<string | null>(null)
  const [beside, setBeside] = useState(togetherIn(answer) > 0)
  const run = toBook(answer, rule, beside)
  const { book, pending, error } = useBookFound(props, run)
  const id = useId()
  const mayPlan = useMay()('groups.edit') && rule.repeats.kind !== 'once'
  const what = title ?? purposeLabels[purpose]
  const more = () => {
    onClose()
    onMore(startOf(run, rule, { title: what, purpose, people }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    book(what, purpose)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  if (run.dates.length === 0)
    return <p className={classes.form}>{answer.days[0]?.words}. Choose another room or time.</p>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears Esc from all that is in it
    <form className={classes.form} onSubmit={submit} onKeyDown={onKeyDown}>
      <label htmlFor={id}>What for</label>
      <input
        id={id}
        ref={takeFocus}
        className={classes.title}
        value={what}
        maxLength={120}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <select
        className={classes.where}
        aria-label="Kind of booking"
        value={purpose}
        onChange={(event) => remember(event.currentTarget.value)}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {purposeLabels[one]}
          </option>
        ))}
      </select>
      <BesideCheck answer={answer} on={beside} onChange={setBeside} />
      <Button type="submit" size="compact-md" loading={pending}>
        {answer.toAskFor ? 'Ask for' : 'Book'}{' '}
        {answer.total === 1 ? answer.roomName : count(run.dates.length, 'date')}
      </Button>
      {rule.repeats.kind === 'once' && (
        <Button variant="default" size="compact-md" onClick={more}>
          Pencil it in or say more
        </Button>
      )}
      {mayPlan && (
        <Button variant="default" size="compact-md" onClick={() => go(planAddress(run, people))}>
          Plan a group here
        </Button>
      )}
      <p id={`${id}-hint`} className={classes.quiet}>
        {whoReadsTitle(privateUnlessSaid(purpose))}
        {leftOutWords(answer.total - run.dates.length, answer.total)}
      </p>
      {error !== null && (
        <p className={classes.problem} role="alert">
          {failureText(error)}
        </p>
      )}
    </form>
  )
}

const startOf = ({ roomIds }: ToBook, rule: Rule, known: Omit<Known, 'roomIds'>): Start => ({
  roomId: roomIds[0] ?? null,
  date: rule.firstDate,
  from: rule.startTime,
  to: rule.endTime,
  known: { ...known, roomIds },
})

/** On how many dates the room and the one beside it can be had together. */
const togetherIn = ({ besideRoom, days }: FoundRoom): number =>
  besideRoom === null ? 0 : days.filter((day) => day.state !== 'taken' && day.beside).length

const leftOutWords = (left: number, total: number): string =>
  left === 0
    ? ''
    : ` ${left} of ${count(total, 'date')} ${left === 1 ? 'is' : 'are'} left out, with the reason.`

interface BesideCheckProps {
  readonly answer: FoundRoom
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

function BesideCheck({ answer, on, onChange }: BesideCheckProps) {
  const { besideRoom, free, moved } = answer
  const together = togetherIn(answer)
  if (besideRoom === null || together === 0) return null
  const when = together === free + moved ? '' : `, on the ${count(together, 'date')} when both are free`
  return (
    <label className={classes.check}>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      with {besideRoom.roomName}
      {when}
    </label>
  )
}

/** The words that stand there are a suggestion: what is typed takes their place. */
function takeFocus(input: HTMLInputElement | null): void {
  input?.focus()
  input?.select()
}
