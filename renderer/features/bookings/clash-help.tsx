import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ApiError } from '../../api/client.ts'
import type { Output } from '../../api/client.ts'
import { ask } from '../../api/queries.ts'
import type { BuildingId, RoomId } from '../../../shared/ids.ts'
import classes from './bookings.module.css'

type FoundRoom = Output<'bookings', 'findRooms'>[number]

interface ClashHelpProps {
  readonly error: unknown
  readonly times: { readonly startsAt: string; readonly endsAt: string } | null
  readonly buildingId: BuildingId | null
  readonly onUse: (roomId: RoomId) => void
}

/** A room that is taken is never the end: what is free instead at the same time, one press away. */
export function ClashHelp({ error, times, buildingId, onUse }: ClashHelpProps) {
  const clash = error instanceof ApiError && error.code === 'CONFLICT' && 'obstacles' in error.details
  const rooms = useQuery({
    ...ask('bookings', 'findRooms', { startsAt: '', endsAt: '', ...times, buildingId }),
    enabled: clash && times !== null,
  }).data
  if (!clash || rooms === undefined) return null
  const free = rooms.filter((room) => room.obstacles.length === 0).slice(0, 4)
  if (free.length === 0)
    return <p className={classes.help}>No other room is free at that time. Choose another time.</p>
  return (
    <div className={classes.help}>
      <p>Free at that time instead:</p>
      <ul className={classes.ways}>
        {free.map((room) => (
          <li key={room.roomId}>
            <Button variant="default" size="compact-sm" onClick={() => onUse(room.roomId)}>
              Use {roomWords(room)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const roomWords = ({ roomName, buildingName, capacity }: FoundRoom) =>
  `${roomName}, ${buildingName}${capacity === null ? '' : ` (seats ${capacity})`}`
