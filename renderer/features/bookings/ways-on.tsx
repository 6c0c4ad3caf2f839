import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { ApiError } from '../../api/client.ts'
import type { Input } from '../../api/client.ts'
import { ask } from '../../api/queries.ts'
import type { WayOn } from '../../../shared/bookings/ways-on.contract.ts'
import { roomId } from '../../../shared/ids.ts'
import classes from './bookings.module.css'

/** How somebody insists: with less set-up and clear-down, or with a reason although the place is closed. */
export interface Insist {
  readonly waiveBuffers?: boolean
  readonly overrideReason?: string
}

interface WaysOnProps {
  /** Whether something is in the way. */
  readonly stuck: boolean
  /** What was asked for; null while the form is not filled in. */
  readonly question: Input<'bookings', 'waysOn'> | null
  readonly onUse: (way: WayOn) => void
  readonly onInsist: (insist: Insist) => void
}

const nothing: Input<'bookings', 'waysOn'> = {
  roomIds: [roomId.parse('00000000-0000-7000-8000-000000000000')],
  startsAt: '2000-01-01T10:00',
  endsAt: '2000-01-01T11:00',
}

/** Whether it was refused for what is in its way. */
export const isStuck = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'CONFLICT' && 'obstacles' in error.details

/** A room that is taken is never the end: ways on that have been tried, each one press away. */
export function WaysOn({ stuck, question, onUse, onInsist }: WaysOnProps) {
  const query = useQuery({
    ...ask('bookings', 'waysOn', question ?? nothing),
    enabled: stuck && question !== null,
  })
  if (!stuck || question === null || query.data === undefined) return null
  const { ways, mayOverride } = query.data
  return (
    <div className={classes.help}>
      {ways.length === 0 ? (
        <p>No other room is free then, and this one is not free near that time. Choose another day.</p>
      ) : (
        <>
          <p>You could instead:</p>
          <ul className={classes.ways}>
            {ways.map((way) => (
              <li key={`${way.kind} ${way.words}`}>
                <Button variant="default" size="compact-sm" onClick={() => onUse(way)}>
                  {way.words}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayOverride && <Override onInsist={onInsist} />}
    </div>
  )
}

/** For those who may close the place: it stands in spite of that, for a reason that is kept. */
function Override({ onInsist }: Pick<WaysOnProps, 'onInsist'>) {
  const [reason, setReason] = useState('')
  const insist = () => reason.trim() !== '' && onInsist({ overrideReason: reason })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    insist()
  }
  return (
    <div className={classes.override}>
      <TextInput
        label="Or book it although it is closed, because"
        description="Your name and the reason are kept with the booking."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button variant="default" size="compact-sm" onClick={insist} disabled={reason.trim() === ''}>
        Book it all the same
      </Button>
    </div>
  )
}
