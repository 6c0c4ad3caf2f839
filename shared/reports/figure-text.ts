import type { Figure } from './reports.contract.ts'

/** A figure as it is read: `12`, `77.5%`, and `–` where it is not known, which is never 0. */
export function figureText({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (value === null) return '–'
  return unit === 'percent' ? `${value}%` : value.toLocaleString('en-GB')
}
