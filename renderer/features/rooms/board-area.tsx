import { Button } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { EmptyState, Failure, LoadingAfter300ms } from '../../ui/states.tsx'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import type { BoardRow } from '../../../shared/bookings/board.rules.ts'
import type { Target } from '../../../shared/bookings/board-move.rules.ts'
import { noFilter } from '../../../shared/bookings/filter.rules.ts'
import type { ViewState } from '../../../shared/views/views.contract.ts'
import type { ChangeView } from '../views/use-view-state.ts'
import { useBuildings } from '../views/use-shown-bookings.ts'
import { NowBoard } from './now-board.tsx'
import { RoomBoard } from './room-board.tsx'
import { roomViewOf } from './rooms-bar.tsx'
import { buildingsShown, type Board } from './use-board.ts'
import classes from './board.module.css'

interface BoardAreaProps {
  readonly board: Board
  readonly state: ViewState
  readonly onState: ChangeView
  readonly today: string
  readonly openedId: string | null
  readonly onOpen: (booking: Booking) => void
  readonly onMove: (booking: Booking, target: Target) => void
  readonly onKey: (event: KeyboardEvent) => boolean
  readonly onBook: ((target: Target) => void) | null
  readonly onBookFrom: ((row: BoardRow, from: string) => void) | null
}

/** The board, or what has to be done first to see it. */
export function BoardArea({ board, state, onState, ...props }: BoardAreaProps) {
  const buildings = buildingsShown(useBuildings(), state)
  const view = roomViewOf(state.view)
  if (board.error !== null) return <Failure error={board.error} onRetry={board.retry} />
  if (board.waiting) return <LoadingAfter300ms />
  if (buildings.length === 0 || board.groups.length === 0)
    return <NothingLeft unused={buildings.length > 0} onState={onState} />
  if (view === 'week' && buildings.length > 1)
    return <ChooseBuilding buildings={buildings} onState={onState} />
  if (view === 'now')
    return <NowBoard board={board} today={props.today} onOpen={props.onOpen} onKey={props.onKey} />
  return <RoomBoard board={board} of={view === 'week' ? 'Day' : 'Room'} {...props} />
}

/** A filter that leaves no room: which one, and the way back. */
function NothingLeft({ unused, onState }: { unused: boolean; onState: ChangeView }) {
  const back = () => onState(unused ? { unused: null } : { filter: noFilter })
  return (
    <EmptyState
      action={
        <Button variant="default" onClick={back}>
          {unused ? 'Show all rooms' : 'Show everything'}
        </Button>
      }
    >
      {unused
        ? 'No room is unused then. Try another time or another day.'
        : 'No building is in what you have chosen to see.'}
    </EmptyState>
  )
}

interface ChooseBuildingProps {
  readonly buildings: ReturnType<typeof buildingsShown>
  readonly onState: ChangeView
}

function ChooseBuilding({ buildings, onState }: ChooseBuildingProps) {
  return (
    <>
      <p>A week is shown for one building. Which one?</p>
      <ul className={classes.choose}>
        {buildings.map((building) => (
          <li key={building.id}>
            <Button variant="default" onClick={() => onState({ buildingId: building.id })}>
              {building.name}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
