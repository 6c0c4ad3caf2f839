import { count } from '../text.ts'
import type { Figure } from './reports.contract.ts'

/** A figure as it is read: `12`, `77.5%`, `9 days`, `4.5 hours`, and `–` where it is not known, which is never 0. */
export function figureText({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (value === null) return '–'
  if (unit === 'percent') return `${value}%`
  if (unit === 'days') return count(value, 'day')
  return unit === 'hours' ? count(value, 'hour') : value.toLocaleString('en-GB')
}
