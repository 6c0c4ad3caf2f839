import { Button } from '@mantine/core'
import { IconMaximize } from '@tabler/icons-react'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { KeyLegend } from '../../ui/keys.tsx'
import { programmeClass } from '../../ui/programme-tag.tsx'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import type { BoardGroup } from '../../../shared/bookings/board.rules.ts'
import { leavesAt } from '../../../shared/bookings/day-board.rules.ts'
import { nowAndNext, type RoomNow } from '../../../shared/bookings/now-next.rules.ts'
import type { ClosedTime } from '../../../shared/closures/closures.contract.ts'
import { at, timeOf } from '../../../shared/time/civil.ts'
import { clockTime, fullDate } from '../../../shared/time/format.ts'
import { useLocalNow } from '../bookings/use-local-now.ts'
import { boardKeys } from '../views/view-keys.ts'
import type { Board } from './use-board.ts'
import classes from './board.module.css'

interface NowBoardProps {
  readonly board: Board
  readonly today: string
  readonly onOpen: (booking: Booking) => void
  readonly onKey: (event: KeyboardEvent) => boolean
}

const keys = boardKeys.filter((one) => one.keys.includes('D'))

/** What is in each room now and what follows: for the desk, and full screen for the wall. */
export function NowBoard({ board, today, onOpen, onKey }: NowBoardProps) {
  // The day is the county's; only the time of day is this computer's.
  const now = at(today, timeOf(useLocalNow()))
  const page = useRef<HTMLDivElement>(null)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the view from all that is in it
    <div ref={page} className={classes.now} onKeyDown={onKey}>
      <div className={classes.nowTools}>
        <p className={classes.clock}>
          {clockTime(now)}, {fullDate(now)}
        </p>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconMaximize size={16} aria-hidden />}
          onClick={() => void page.current?.requestFullscreen()}
        >
          Full screen
        </Button>
      </div>
      {board.groups.map((group) => (
        <NowBuilding key={group.key} group={group} board={board} now={now} onOpen={onOpen} />
      ))}
      <KeyLegend items={keys} />
    </div>
  )
}

type NowBuildingProps = Pick<NowBoardProps, 'board' | 'onOpen'> & {
  readonly group: BoardGroup
  readonly now: string
}

function NowBuilding({ group, board, now, onOpen }: NowBuildingProps) {
  const { shown, onBoard } = board
  const rooms = group.rows.map((row) => row.room)
  return (
    <section aria-label={group.label}>
      <h2 className={classes.nowBuilding}>{group.label}</h2>
      <ul className={classes.rooms}>
        {nowAndNext(rooms, shown, onBoard.sharing, now).map((room) => (
          <li key={room.room.id}>
            <NowRoom
              use={room}
              taken={nowAndNext([room.room], onBoard.bookings, onBoard.sharing, now)[0]?.now ?? null}
              closed={closedAt(onBoard.closed, room.room.id, now)}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

const closedAt = (closed: readonly ClosedTime[], roomId: string, now: string) =>
  closed.find((one) => one.startsAt <= now && now < one.endsAt && one.roomIds.some((id) => id === roomId))

interface NowRoomProps {
  readonly use: RoomNow<Booking>
  /** Who has the room, also when the filter leaves that booking out. */
  readonly taken: Booking | null
  readonly closed: ClosedTime | undefined
  readonly onOpen: (booking: Booking) => void
}

function NowRoom({ use: { room, now, next }, taken, closed, onOpen }: NowRoomProps) {
  const booking = now ?? next
  const words = (
    <>
      <span className={classes.nowName}>{room.name}</span>{' '}
      <NowWords now={now} next={next} taken={taken} closed={closed} />{' '}
      {next !== null && (
        <span className={classes.nowNext}>
          {now === null && taken === null ? '' : 'Then '}
          {next.title}, {clockTime(next.startsAt)}
        </span>
      )}
    </>
  )
  const look = now === null ? classes.nowRoom : `${programmeClass(now.colour)} ${classes.nowRoom}`
  if (booking === null) return <div className={look}>{words}</div>
  return (
    <button type="button" className={look} onClick={() => onOpen(booking)}>
      {words}
    </button>
  )
}

function NowWords({
  now,
  next,
  taken,
  closed,
}: Omit<NowRoomProps, 'use' | 'onOpen'> & Omit<RoomNow<Booking>, 'room'>) {
  if (now !== null)
    return (
      <span className={classes.nowWhat}>
        {now.title} until {clockTime(leavesAt(now))}
      </span>
    )
  if (taken !== null) return <span className={classes.nowWhat}>Taken until {clockTime(leavesAt(taken))}</span>
  if (closed) return <span className={classes.nowWhat}>Closed: {closed.reason}</span>
  return (
    <span className={`${classes.nowWhat} ${classes.nowFree}`}>
      {next === null ? 'Free for the rest of the day' : `Free until ${clockTime(next.startsAt)}`}
    </span>
  )
}
