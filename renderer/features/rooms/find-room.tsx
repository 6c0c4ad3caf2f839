import { Button, NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import type { Output } from '../../api/client.ts'
import { askKeeping } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import type { BuildingId } from '../../../shared/ids.ts'
import { obstaclesMessage } from '../../../shared/bookings/obstacles.rules.ts'
import { count } from '../../../shared/text.ts'
import { shortDay, timeRange } from '../../../shared/time/format.ts'
import type { Start } from '../bookings/booking-form.tsx'
import { timesOf } from '../bookings/when-fields.tsx'
import classes from './rooms.module.css'

type FoundRoom = Output<'bookings', 'findRooms'>[number]

interface FindRoomProps {
  readonly date: string
  readonly onDate: (date: string) => void
  readonly buildingId: BuildingId | null
  readonly onBook: (start: Start) => void
}

/** How many answers are shown: the best few, so that the eye has little to read. */
const SHOWN = 5

/** Enter leads to the best answer, once it is there: what was just typed has to be asked first. */
function useLeadToAnswers(answered: boolean) {
  const answers = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState(0)
  const led = useRef(0)
  useEffect(() => {
    if (asked === led.current || !answered) return
    led.current = asked
    answers.current?.querySelector<HTMLElement>('button')?.focus()
  }, [asked, answered])
  return { answers, lead: () => setAsked((times) => times + 1) }
}

/** A room from a time: a sentence that is filled in, answered while it is, with Enter leading to the best answer. */
export function FindRoom({ date, onDate, buildingId, onBook }: FindRoomProps) {
  const [people, setPeople] = useState<number | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const id = useId()
  const times = from !== null && to !== null && from < to ? timesOf({ date, from, to }) : null
  const query = useQuery({
    ...askKeeping('bookings', 'findRooms', { startsAt: '', endsAt: '', ...times, people, buildingId }),
    enabled: times !== null,
  })
  const rooms = query.data
  const { answers, lead } = useLeadToAnswers(times !== null && query.isSuccess && !query.isPlaceholderData)
  const toAnswers = (event: FormEvent) => {
    event.preventDefault()
    lead()
  }
  return (
    <section className={classes.find} aria-labelledby={id}>
      <h2 id={id} className="sr-only">
        Find a room
      </h2>
      <form className={classes.sentence} onSubmit={toAnswers}>
        <span aria-hidden>A room for</span>
        <NumberInput
          aria-label="Number of people"
          className={classes.people}
          placeholder="any"
          min={1}
          max={2000}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          value={people ?? ''}
          onChange={(value) => setPeople(typeof value === 'number' ? value : null)}
        />
        <span aria-hidden>people on</span>
        <div className={classes.when}>
          <DateField label="Date" value={date} onChange={(chosen) => chosen !== null && onDate(chosen)} />
        </div>
        <span aria-hidden>from</span>
        <div className={classes.time}>
          <TimeField label="From" value={from} onChange={setFrom} />
        </div>
        <span aria-hidden>to</span>
        <div className={classes.time}>
          <TimeField label="To" value={to} onChange={setTo} />
        </div>
        <Button type="submit">Find a room</Button>
      </form>
      <div ref={answers} aria-live="polite">
        <Missing from={from} to={to} />
        {times !== null && rooms !== undefined && (
          <Answers
            rooms={rooms}
            people={people}
            said={`${shortDay(date)}, ${timeRange(times.startsAt, times.endsAt)}`}
            onBook={(room) => onBook({ roomId: room.roomId, date, from, to })}
          />
        )}
      </div>
    </section>
  )
}

function Missing({ from, to }: { from: string | null; to: string | null }) {
  if (from === null || to === null || from < to) return null
  return <p className={classes.problem}>The end must be later than the start.</p>
}

interface AnswersProps {
  readonly rooms: readonly FoundRoom[]
  readonly people: number | null
  readonly said: string
  readonly onBook: (room: FoundRoom) => void
}

function Answers({ rooms, people, said, onBook }: AnswersProps) {
  const mayBook = useMay()('bookings.edit')
  const free = rooms.filter((room) => room.obstacles.length === 0)
  const taken = rooms.filter((room) => room.obstacles.length > 0)
  return (
    <>
      <p className={classes.said}>
        {free.length === 0 ? 'No room is free' : `${count(free.length, 'room')} free`}, {said}
      </p>
      <ul className={classes.answers}>
        {free.slice(0, SHOWN).map((room) => (
          <li key={room.roomId}>
            <span>
              <strong>{room.roomName}</strong>, {room.buildingName}
              <span className={classes.quiet}> · {fitWords(room, people)}</span>
            </span>
            {mayBook && (
              <Button
                variant="light"
                size="compact-sm"
                aria-label={`Book ${room.roomName}, ${room.buildingName}`}
                onClick={() => onBook(room)}
              >
                Book
              </Button>
            )}
          </li>
        ))}
        {free.length === 0 &&
          taken.slice(0, SHOWN).map((room) => (
            <li key={room.roomId} className={classes.quiet}>
              {obstaclesMessage(room.obstacles)}
            </li>
          ))}
      </ul>
    </>
  )
}

/** Why it fits, or how it does not. */
function fitWords({ capacity }: FoundRoom, people: number | null): string {
  if (capacity === null) return 'size not known'
  const seats = `seats ${capacity}`
  return people !== null && capacity < people ? `${seats}, ${people - capacity} too few` : seats
}
