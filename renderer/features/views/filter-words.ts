import { bookingStatusLabels, purposeLabels } from '../../../shared/bookings/bookings.contract.ts'
import { noFilter, usualStatuses } from '../../../shared/bookings/filter.rules.ts'
import type { BookingFilter } from '../../../shared/bookings/filter.rules.ts'
import { clockTime } from '../../../shared/time/format.ts'
import type { Unused } from '../../../shared/views/views.contract.ts'

/** What ids are called. */
export type NameOf = (id: string) => string

/** One choice that leaves something out, in words, and the filter without it. */
export interface Choice {
  readonly words: string
  readonly without: BookingFilter
}

const list = (ids: readonly string[], nameOf: NameOf) => ids.map(nameOf).join(' or ')

/** Each choice of a filter as a person would say it. */
export function choicesOf(filter: BookingFilter, nameOf: NameOf): Choice[] {
  const purpose = (id: string) => Object.entries(purposeLabels).find(([key]) => key === id)?.[1] ?? id
  const without = (part: Partial<BookingFilter>): BookingFilter => ({ ...filter, ...part })
  const choices: [boolean, string, Partial<BookingFilter>][] = [
    [filter.half !== null, filter.half === 'east' ? 'East half' : 'West half', { half: null }],
    [filter.localityIds.length > 0, list(filter.localityIds, nameOf), { localityIds: [] }],
    [filter.buildingIds.length > 0, list(filter.buildingIds, nameOf), { buildingIds: [] }],
    [filter.purposes.length > 0, list(filter.purposes, purpose), { purposes: [] }],
    [filter.programmeIds.length > 0, list(filter.programmeIds, nameOf), { programmeIds: [] }],
    [filter.leaderIds.length > 0, `led by ${list(filter.leaderIds, nameOf)}`, { leaderIds: [] }],
    [filter.mine, 'only mine', { mine: false }],
    [!isUsual(filter), statusWords(filter), { statuses: noFilter.statuses }],
  ]
  return choices.flatMap(([made, words, part]) => (made ? [{ words, without: without(part) }] : []))
}

const isUsual = ({ statuses }: BookingFilter) =>
  statuses.length === usualStatuses.length && usualStatuses.every((status) => statuses.includes(status))

const statusWords = ({ statuses }: BookingFilter) =>
  statuses.length === 0
    ? 'no bookings'
    : statuses.map((status) => bookingStatusLabels[status].toLowerCase()).join(', ')

/** `rooms free from 10am to midday` */
export const unusedInWords = (unused: Unused): string =>
  unused.kind === 'all-day'
    ? 'rooms with nothing booked'
    : `rooms free from ${clockTime(unused.from)} to ${clockTime(unused.to)}`
