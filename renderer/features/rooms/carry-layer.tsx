import { useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { SmallStore } from '../../api/small-store.ts'
import { alongBoard, type Hours } from '../../../shared/bookings/day-board.rules.ts'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import { timeRange } from '../../../shared/time/format.ts'
import { carryInWords, type Carry } from './carry.ts'
import classes from './board.module.css'

interface CarryLayerProps {
  readonly store: SmallStore<Carry | null>
  readonly grid: RefObject<HTMLElement | null>
  readonly hours: Hours
  readonly buildings: readonly Building[]
}

/** The booking on its way, over the board: where it would stand, free or not, in words and not by colour alone. */
export function CarryLayer({ store, grid, hours, buildings }: CarryLayerProps) {
  const carry = store.use()
  const layer = useRef<HTMLDivElement>(null)
  usePlaced(layer, carry, grid, hours)
  useFaded(carry?.booking?.id ?? null, grid)
  const room = buildings.flatMap((building) => building.rooms).find((one) => one.id === carry?.target.roomId)
  const words = carry === null ? '' : carryInWords(carry, room)
  return (
    <>
      <p className="sr-only" role="status">
        {carry === null ? '' : `${words} ${carry.by === 'keys' ? 'Enter puts it there, Esc leaves it.' : ''}`}
      </p>
      {carry !== null && (
        <div ref={layer} className={classes.carry} data-clash={carry.clash !== ''} aria-hidden>
          <span className={classes.carryTitle}>
            {carry.booking?.title ?? 'New booking'} {timeRange(carry.target.startsAt, carry.target.endsAt)}
          </span>
          <span className={classes.carryWords}>
            {words}
            {carry.by === 'keys' && <em> Enter puts it there, Esc leaves it.</em>}
          </span>
        </div>
      )}
    </>
  )
}

/**
 * Puts the layer where the target lies on the board, in pixels: by hand, because it follows the pointer. In a folded
 * building there is no place to show.
 */
function usePlaced(
  layer: RefObject<HTMLElement | null>,
  carry: Carry | null,
  grid: RefObject<HTMLElement | null>,
  hours: Hours,
): void {
  useLayoutEffect(() => {
    const [board, floating] = [grid.current, layer.current]
    if (carry === null || board === null || floating === null) return
    const { target } = carry
    const row = board.querySelector(`[data-row="${target.roomId} ${target.startsAt.slice(0, 10)}"]`)
    const track = row?.querySelector('[data-track]')?.getBoundingClientRect()
    floating.hidden = track === undefined
    if (track === undefined) return
    const origin = board.getBoundingClientRect()
    const [from, to] = [alongBoard(target.startsAt, hours), alongBoard(target.endsAt, hours)]
    floating.style.left = `${track.left - origin.left + from * track.width}px`
    floating.style.top = `${track.top - origin.top}px`
    floating.style.width = `${(to - from) * track.width}px`
    floating.style.height = `${track.height}px`
    // The words must not run off the right of the board.
    floating.dataset['late'] = String(from > 0.5)
    if (carry.by === 'keys') row?.scrollIntoView({ block: 'nearest' })
  }, [layer, carry, grid, hours])
}

/** The booking stays where it is, faint, until it is put down. */
function useFaded(id: string | null, grid: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const piece = id === null ? null : grid.current?.querySelector<HTMLElement>(`[data-booking="${id}"]`)
    if (!piece) return
    piece.dataset['carried'] = 'true'
    return () => {
      delete piece.dataset['carried']
    }
  }, [id, grid])
}
