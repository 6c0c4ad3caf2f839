import type { BuildingId } from '../../shared/ids.ts'
import { addDays } from '../../shared/time/civil.ts'
import type { Usage } from '../../shared/usage/usage.contract.ts'
import type { Db } from '../store.ts'
import { readRoomUse } from './room-use.repository.ts'

interface Asked {
  /** Months, both included: `2026-11`. */
  readonly from: string
  readonly to: string
  readonly buildingId?: BuildingId | null | undefined
}

/** How each room was used in each month. */
export async function readUsage(db: Db, { from, to, buildingId }: Asked, today: string): Promise<Usage> {
  const slices = monthsBetween(from, to).map((month) => ({ key: month, days: daysOf(month) }))
  const { until, rooms } = await readRoomUse(db, { slices, buildingId: buildingId ?? null }, today)
  return { months: slices.map((slice) => slice.key), until, rooms }
}

const monthOf = (date: string) => date.slice(0, 7)
const nextMonth = (month: string) => monthOf(addDays(`${month}-01`, 31))

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month)
  return months
}

function daysOf(month: string): string[] {
  const days: string[] = []
  for (let day = `${month}-01`; monthOf(day) === month; day = addDays(day, 1)) days.push(day)
  return days
}
