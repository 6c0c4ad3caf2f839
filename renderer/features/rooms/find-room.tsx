import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { failureText } from '../../api/notify.tsx'
import { ask } from '../../api/queries.ts'
import { useAskedFor } from '../../location.ts'
import type { BuildingId } from '../../../shared/ids.ts'
import { firstDayOf, type Sentence } from '../../../shared/rooms/sentence.rules.ts'
import type { Start } from '../bookings/use-new-booking.ts'
import { Answers } from './find-answers.tsx'
import classes from './find-room.module.css'
import { FindSentence } from './find-sentence.tsx'
import { useFind } from './use-find.ts'

interface FindRoomProps {
  /** The day of the board. */
  readonly date: string
  readonly onDate: (date: string) => void
  /** The building of the top bar, near which rooms are better. */
  readonly buildingId: BuildingId | null
  /** To the form of a new booking, with what was found. */
  readonly onMore: (start: Start) => void
}

/** Enter leads to the best answer, once it is there: what was just typed has to be asked first. */
function useLeadToAnswers(answered: boolean) {
  const list = useRef<HTMLUListElement>(null)
  const [asked, setAsked] = useState(0)
  const led = useRef(0)
  useEffect(() => {
    if (asked === led.current || !answered) return
    led.current = asked
    list.current?.querySelector<HTMLElement>('button')?.focus()
  }, [asked, answered])
  return { list, lead: () => setAsked((times) => times + 1) }
}

/** The screen begins in its first blank, unless something else already has the focus. */
function useFirstBlank() {
  const blank = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const busy = document.activeElement?.closest('input, textarea, select, button, [role="dialog"]')
    if (!busy) blank.current?.focus({ preventScroll: true })
  }, [])
  return blank
}

const none: never[] = []

/** A room from a time: a sentence that is filled in, answered while it is, with Enter leading to the best answer. */
export function FindRoom({ date, onDate, buildingId, onMore }: FindRoomProps) {
  const buildings = useQuery(ask('buildings', 'list', {})).data ?? none
  const withRooms = buildings.filter((building) => building.rooms.length > 0)
  const find = useFind({ date, buildingId, buildings: withRooms })
  const { rule, data, error, current } = find.found
  const firstBlank = useFirstBlank()
  const { list, lead } = useLeadToAnswers(current)
  const id = useId()
  const take = (part: Partial<Sentence>) => {
    find.change(part)
    const next = { ...find.sentence, ...part }
    // The board below shows the day that is asked about.
    if ('date' in part || 'weekdays' in part) onDate(firstDayOf(next, date))
  }
  useAskedFor('find', (line) => {
    take(find.read(line).sentence)
    lead()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    lead()
  }
  const booked = (day: string) => {
    find.clear()
    onDate(day)
    firstBlank.current?.focus()
  }
  return (
    <section className={classes.find} aria-labelledby={id}>
      <h2 id={id} className="sr-only">
        Find a room
      </h2>
      <form className={classes.asking} onSubmit={submit}>
        <FindSentence
          find={find}
          buildings={withRooms}
          date={date}
          onDone={take}
          onDown={lead}
          firstBlank={firstBlank}
        />
        <Button type="submit" className={classes.submit}>
          Find a room
        </Button>
      </form>
      <div>
        {rule === null && <Hint sentence={find.sentence} />}
        {error !== null && <p className={classes.problem}>{failureText(error)}</p>}
        {rule !== null && error === null && data !== undefined && (
          <Answers
            found={data}
            rule={rule}
            people={find.sentence.people}
            list={list}
            onLeave={() => firstBlank.current?.focus()}
            onBooked={booked}
            onMore={onMore}
          />
        )}
      </div>
    </section>
  )
}

/** What to do next: the times are all that has to be said. */
function Hint({ sentence: { from, to } }: { readonly sentence: Sentence }) {
  if (from !== null && to !== null)
    return <p className={classes.problem}>The end must be later than the start.</p>
  return (
    <p className={classes.quiet}>
      {from === null ? 'Say from when to when' : 'Say until when'}, or type it all in one line:{' '}
      <kbd>14 tue 10-12 10 weeks from 12 jan creche step free</kbd>
    </p>
  )
}
