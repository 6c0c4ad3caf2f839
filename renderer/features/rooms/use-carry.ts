import { useEffect, useLayoutEffect, useState } from 'react'
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { notify } from '../../api/notify.tsx'
import { smallStore } from '../../api/small-store.ts'
import type { SmallStore } from '../../api/small-store.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import {
  STEP,
  movedByKey,
  movedTo,
  stretchedTo,
  targetOf,
  type Edge,
  type Row,
  type Target,
} from '../../../shared/bookings/board-move.rules.ts'
import { minuteOf, timeAt, type Hours } from '../../../shared/bookings/day-board.rules.ts'
import { at } from '../../../shared/time/civil.ts'
import type { OnBoard } from '../../../shared/bookings/live-clash.rules.ts'
import { carried, fixedInWords, isMovable, stays, type Carry } from './carry.ts'
import { minuteAt, rowUnder, scrollNear } from './board-pointer.ts'

interface CarryOptions {
  readonly grid: RefObject<HTMLElement | null>
  readonly board: OnBoard
  readonly drawn: readonly Booking[]
  readonly rows: readonly Row[]
  readonly hours: Hours
  readonly onMove: (booking: Booking, target: Target) => void
  /** null: this person may only look. */
  readonly onBook: ((target: Target) => void) | null
}

/** What the pointer has taken hold of, before it is clear that it means to carry it. */
interface Hold {
  readonly booking: Booking | null
  readonly from: Target
  readonly edge: Edge | null
  readonly x: number
  readonly y: number
  /** Minutes from the start of the booking to where it was taken. */
  readonly grip: number
}

/** So many pixels are a shaky hand, not a wish to move a booking. */
const SHAKE = 5

export interface CarryHandlers {
  readonly store: SmallStore<Carry | null>
  /** For the board itself. */
  readonly pointer: {
    readonly onPointerDown: (event: PointerEvent) => void
    readonly onPointerMove: (event: PointerEvent) => void
    readonly onPointerUp: () => void
    readonly onLostPointerCapture: () => void
  }
  /** Answers whether the key was one of these. */
  readonly onKey: (event: KeyboardEvent) => boolean
  /** A click that ends a drag opens nothing. */
  readonly justDropped: () => boolean
}

/**
 * Taking a booking to another time or room, or choosing free time, by pointer or by keys: the same targets and the same
 * clash either way. Only the layer that draws it follows each step, so the board is not drawn again.
 */
export function useCarry(options: CarryOptions): CarryHandlers {
  const [carrier] = useState(() => carrierOf(options))
  useLayoutEffect(() => carrier.follow(options))
  useEscape(carrier.store)
  return carrier
}

/** Always asks the board as it was last drawn: bookings come and go while one is being carried. */
function carrierOf(first: CarryOptions) {
  let options = first
  const latest = () => options
  const store = smallStore<Carry | null>(null)
  const drop = dropper(store, latest)
  return {
    store,
    ...pointerOf(store, latest, drop),
    onKey: keysOf(store, latest, drop),
    follow: (next: CarryOptions) => {
      options = next
    },
  }
}

type Store = SmallStore<Carry | null>
type Latest = () => CarryOptions

/** Esc lets go, wherever the focus is: nothing was changed. */
function useEscape(store: Store): void {
  useEffect(() => {
    const cancel = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || store.get() === null) return
      event.stopPropagation()
      event.preventDefault()
      store.set(null)
    }
    window.addEventListener('keydown', cancel, true)
    return () => window.removeEventListener('keydown', cancel, true)
  }, [store])
}

const dropper = (store: Store, latest: Latest) => () => {
  const carry = store.get()
  store.set(null)
  if (carry === null || stays(carry)) return
  if (carry.booking === null) latest().onBook?.(carry.target)
  else latest().onMove(carry.booking, carry.target)
}

function pointerOf(store: Store, latest: Latest, drop: () => void) {
  let hold: Hold | null = null
  let dropped = 0
  const end = () => {
    hold = null
    if (store.get()?.by === 'pointer') store.set(null)
  }
  const pointer = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0) hold = holdOf(event, latest())
    },
    onPointerMove: (event: PointerEvent) => {
      if (hold === null) return
      const begun = store.get() !== null
      if (!begun && Math.hypot(event.clientX - hold.x, event.clientY - hold.y) < SHAKE) return
      if (!begun) event.currentTarget.setPointerCapture(event.pointerId)
      const { board } = latest()
      scrollNear(event)
      const target = targetUnder(event, hold, latest())
      if (target !== null) store.set(carried(board, hold.booking, target, 'pointer'))
    },
    onPointerUp: () => {
      hold = null
      if (store.get()?.by !== 'pointer') return
      dropped = performance.now()
      drop()
    },
    onLostPointerCapture: end,
  }
  return { pointer, justDropped: () => performance.now() - dropped < 100 }
}

/** A booking, one of its edges, or free time: what lies under the pointer and may be taken. */
function holdOf(event: PointerEvent, { drawn, onBook, hours }: CarryOptions): Hold | null {
  if (!(event.target instanceof Element)) return null
  const place = { x: event.clientX, y: event.clientY }
  const row = rowUnder(event)
  const piece = event.target.closest<HTMLElement>('[data-from]')
  if (row === null || piece === null) return null
  const minute = minuteAt(event, row.track, hours)
  const booking = drawn.find((one) => one.id === piece.dataset['booking'])
  if (booking) {
    const from = targetOf(booking)
    const edge = edgeOf(event.target)
    return isMovable(booking)
      ? { booking, from, edge, ...place, grip: minute - minuteOf(from.startsAt) }
      : null
  }
  if (piece.dataset['free'] === undefined || onBook === null) return null
  const start = at(row.date, timeAt(Math.floor(minute / STEP) * STEP))
  const from = { roomId: row.roomId, startsAt: start, endsAt: start }
  return { booking: null, from, edge: 'end', ...place, grip: 0 }
}

function edgeOf(element: Element): Edge | null {
  const edge = element.closest<HTMLElement>('[data-edge]')?.dataset['edge']
  return edge === 'start' || edge === 'end' ? edge : null
}

function targetUnder(event: PointerEvent, hold: Hold, { hours, grid }: CarryOptions): Target | null {
  const row = rowUnder(event, grid.current)
  const track = row?.track ?? grid.current?.querySelector('[data-track]')
  if (!track) return null
  const minute = minuteAt(event, track, hours)
  if (hold.edge !== null) return stretchedTo(hold.from, hold.edge, minute, hours)
  return row === null ? null : movedTo(hold.from, row, minute - hold.grip, hours)
}

/** Alt and arrows take the booking that has the focus; then plain arrows do too. Enter puts it down. */
function keysOf(store: Store, latest: Latest, drop: () => void) {
  return (event: KeyboardEvent): boolean => {
    const carry = store.get()
    if (carry !== null && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      drop()
      return true
    }
    const start = carry ?? startOf(event, latest())
    if (start === null) return false
    const shift = event.shiftKey || start.booking === null
    const target = movedByKey({ key: event.key, shift }, start.target, latest())
    if (target === null) return carry !== null && event.key !== 'Tab'
    event.preventDefault()
    store.set(carried(latest().board, start.booking, target, 'keys'))
    return true
  }
}

const isArrow = (key: string) => key.startsWith('Arrow')

function startOf(
  event: KeyboardEvent,
  { drawn, onBook, rows }: CarryOptions,
): Pick<Carry, 'booking' | 'target'> | null {
  const piece = document.activeElement
  if (!isArrow(event.key) || !(piece instanceof HTMLElement)) return null
  if (event.altKey) {
    const booking = drawn.find((one) => one.id === piece.dataset['booking'])
    if (booking && !isMovable(booking)) notify(fixedInWords(booking))
    return booking && isMovable(booking) ? { booking, target: targetOf(booking) } : null
  }
  if (!event.shiftKey || piece.dataset['free'] === undefined || onBook === null) return null
  const row = rows.find(
    (one) => `${one.roomId} ${one.date}` === piece.closest<HTMLElement>('[data-row]')?.dataset['row'],
  )
  const { from = '', to = '' } = piece.dataset
  return row ? { booking: null, target: { roomId: row.roomId, startsAt: from, endsAt: to } } : null
}
