import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ask } from '../../api/queries.ts'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import type { Days } from '../../../shared/bookings/calendar-range.rules.ts'
import { filterBookings, wantsCancelled } from '../../../shared/bookings/filter.rules.ts'
import type { ViewState } from '../../../shared/views/views.contract.ts'

const noBuildings: readonly Building[] = []
const nothing: readonly Booking[] = []

export const useBuildings = (): readonly Building[] =>
  useQuery(ask('buildings', 'list', {})).data ?? noBuildings

export interface ShownBookings {
  /** Everything of those days; what the filter leaves out as well, because it still takes its room. */
  readonly all: readonly Booking[]
  /** What the filter leaves: the same for every view. */
  readonly shown: readonly Booking[]
  /** Nothing has been read yet. */
  readonly waiting: boolean
  readonly error: unknown
  readonly retry: () => void
}

/**
 * The bookings of some stretches of days (a day, a week, the months of a year): the one query and the one filter of
 * every view. A booking lies within one day, so stretches never bring one twice.
 */
export function useShownBookings(
  stretches: readonly Days[],
  { buildingId, filter }: Pick<ViewState, 'buildingId' | 'filter'>,
): ShownBookings {
  const buildings = useBuildings()
  const includeCancelled = wantsCancelled(filter)
  const { read, waiting, ...state } = useQueries({
    queries: stretches.map(({ from, to }) =>
      ask('bookings', 'listBetween', { from, to, buildingId, includeCancelled }),
    ),
    combine,
  })
  // The days that were shown last stay until the next ones are read, so that nothing jumps and the focus keeps its place.
  const [last, setLast] = useState<readonly Booking[] | null>(null)
  if (!waiting && read !== last) setLast(read)
  const all = waiting ? (last ?? nothing) : read
  const shown = useMemo(() => filterBookings(all, filter, buildings), [all, filter, buildings])
  return { all, shown, waiting: waiting && last === null, ...state }
}

interface Read {
  readonly data: readonly Booking[] | undefined
  readonly error: unknown
  readonly refetch: () => unknown
}

const combine = (read: readonly Read[]) => ({
  read: read.flatMap((one) => one.data ?? []),
  waiting: read.every((one) => one.data === undefined),
  error: read.find((one) => one.error !== null)?.error ?? null,
  retry: () => read.forEach((one) => void one.refetch()),
})
