import type { MarkFlags } from '../../../shared/registers/mark-code.ts'

/** `Came, with minutes late`: what a mark says of a person, in words. */
export function meaningOf({ attended, expected, contact, apology, minutes }: MarkFlags): string {
  const first = attended ? 'Came' : expected ? 'Did not come' : 'Not expected'
  const parts = [
    ...(apology ? ['told us'] : []),
    ...(contact ? ['contact made'] : []),
    ...(minutes === null ? [] : [minutes === 'late' ? 'with minutes late' : 'with minutes early']),
  ]
  return [first, ...parts].join(', ')
}
