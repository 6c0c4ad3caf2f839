import type { Booking } from './bookings.contract.ts'

/** What a person who may not see a private booking is told of it: that the room is taken. */
export const PRIVATE_TITLE = 'Private booking'

/** Beside the words of a booking while they are typed: who will read them. */
export const whoReadsTitle = (isPrivate: boolean): string =>
  isPrivate
    ? 'Private: others see only that the room is taken. No names of children or families.'
    : 'Anybody may read this: no names of children or families.'

/** What of a booking decides how much of it somebody is shown. */
export interface Secrecy {
  /** They may change it, so they see all of it. */
  readonly mayChange: boolean
  /** A session of a programme that must not be named. Its title is the neutral one already. */
  readonly sensitive: boolean
}

/**
 * A booking as one person may see it, the same on every screen, on paper and in every file. The note is only for
 * those who look after the booking; of a private one, or a session of a sensitive programme, others learn only that
 * the room is taken and under which neutral title [FEATURES G4].
 */
export function asSeen(booking: Booking, { mayChange, sensitive }: Secrecy): Booking {
  const seen = { ...booking, mayChange }
  if (mayChange) return seen
  if (!booking.private && !sensitive) return { ...seen, note: null }
  return {
    ...seen,
    ...(booking.sessionId === null && { title: PRIVATE_TITLE, purpose: 'other' as const }),
    note: null,
    contact: null,
    people: null,
    layout: null,
    equipment: [],
    cancelledReason: null,
    overrideReason: null,
    checkedInAt: null,
    registerDone: null,
    seriesId: null,
    groupId: null,
    programmeId: null,
    leads: [],
    leaderIds: [],
    colour: booking.sessionId === null ? null : 'slate',
    hidden: true,
  }
}
