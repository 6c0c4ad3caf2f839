import type { BuildingId } from '../../../shared/ids.ts'

/** Months, both included: `2026-11`. */
export interface Period {
  readonly from: string
  readonly to: string
}

const monthOf = (date: string) => date.slice(0, 7)

/** The month so many before or after another. */
export function monthsFrom(month: string, steps: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + steps
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** The periods that people ask for, by name; the first is shown at the start. */
export const usualPeriods = (today: string): readonly (Period & { readonly name: string })[] => {
  const now = monthOf(today)
  const financial = Number(now.slice(5)) >= 4 ? now.slice(0, 4) : String(Number(now.slice(0, 4)) - 1)
  return [
    { name: 'Last 3 months', from: monthsFrom(now, -2), to: now },
    { name: 'This month', from: now, to: now },
    { name: 'Last month', from: monthsFrom(now, -1), to: monthsFrom(now, -1) },
    { name: 'Last 12 months', from: monthsFrom(now, -11), to: now },
    { name: 'This financial year', from: `${financial}-04`, to: monthsFrom(`${financial}-04`, 11) },
    { name: 'Next 3 months', from: monthsFrom(now, 1), to: monthsFrom(now, 3) },
  ]
}

/** Months to choose from, the newest first: three years back, and half a year on. */
export function monthsToChoose(today: string): string[] {
  const newest = monthsFrom(monthOf(today), 6)
  return Array.from({ length: 43 }, (_, back) => monthsFrom(newest, -back))
}

export interface Asked extends Period {
  readonly buildingId: BuildingId | null
}
