import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { useDraft } from '../../ui/use-draft.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { privateUnlessSaid } from '../../../shared/bookings/outright.rules.ts'
import { madeInWords } from '../../../shared/bookings/status.rules.ts'
import type { WayOn } from '../../../shared/bookings/ways-on.contract.ts'
import type { RoomId } from '../../../shared/ids.ts'
import { dateOf, timeOf } from '../../../shared/time/civil.ts'
import { missingOf } from './missing.ts'
import type { Insist } from './ways-on.tsx'
import { nothingYet, type What } from './what-fields.tsx'
import { timesOf, type When } from './when-fields.tsx'

/** What was said already where a room was looked for. */
export type Known = Pick<NewBooking, 'roomIds' | 'title' | 'purpose' | 'people'>

/** What is known before the form is filled in. */
export interface Start extends When {
  readonly roomId: RoomId | null
  readonly known?: Known
}

/** A new booking as it is typed. */
export interface NewBooking extends What, When {
  readonly roomIds: readonly RoomId[]
  readonly pencil: boolean
  readonly keepUntil: string | null
  /** null: nobody has said, so as is usual for what it is for. */
  readonly private: boolean | null
}

export const isPrivate = (values: Pick<NewBooking, 'private' | 'purpose'>): boolean =>
  values.private ?? privateUnlessSaid(values.purpose)

const blank = ({ roomId, known, ...when }: Start): NewBooking => ({
  ...nothingYet,
  ...when,
  roomIds: roomId === null ? [] : [roomId],
  pencil: false,
  keepUntil: null,
  private: null,
  ...known,
})

/** The minutes that were typed; none where the room's own are to be kept. */
export const minutesOf = ({
  setupMinutes,
  cleardownMinutes,
}: Pick<What, 'setupMinutes' | 'cleardownMinutes'>) => ({
  ...(setupMinutes !== null && { setupMinutes }),
  ...(cleardownMinutes !== null && { cleardownMinutes }),
})

function toAsk(values: NewBooking, insist: Insist) {
  const times = timesOf(values)
  if (times === null) return null
  const { purpose, title, contact, note, people, layout, equipment, roomIds, pencil, keepUntil } = values
  return {
    ...times,
    ...minutesOf(values),
    ...insist,
    purpose,
    title,
    contact,
    note,
    people,
    layout,
    equipment: [...equipment],
    roomIds: [...roomIds],
    status: pencil ? ('tentative' as const) : ('confirmed' as const),
    expiresOn: pencil ? keepUntil : null,
    private: isPrivate(values),
  }
}

/** The booking being made: what is typed, what is wrong with it, and how to save it. */
export function useNewBooking(start: Start, onBooked: (booking: Booking) => void) {
  const { values, change, forget } = useDraft(`booking ${JSON.stringify(start)}`, blank(start))
  const [missing, setMissing] = useState<unknown>(null)
  const book = useCommand('bookings', 'create', {
    failure: 'inline',
    done: madeInWords,
    undo: true,
    onDone: (booking) => {
      forget()
      onBooked(booking)
    },
  })
  const save = (now: NewBooking, insist: Insist = {}) => {
    const lacks = missingOf(now)
    const asked = toAsk(now, insist)
    setMissing(lacks)
    if (lacks === null && asked !== null) book.mutate(asked)
  }
  const follow = ({ roomIds, startsAt, endsAt, waiveBuffers }: WayOn) => {
    const there = { roomIds, date: dateOf(startsAt), from: timeOf(startsAt), to: timeOf(endsAt) }
    change(there)
    save({ ...values, ...there }, { waiveBuffers })
  }
  return { values, change, save, follow, error: missing ?? book.error, pending: book.isPending }
}
