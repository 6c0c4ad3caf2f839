import { count } from '../text.ts'
import type { PlaceSummary } from './list.contract.ts'

/** `4 buildings and 12 rooms added, 1 room changed, 2 rows left out.` */
export function summaryInWords({ buildings, rooms, leftOut }: PlaceSummary): string {
  const both = (b: number, r: number) =>
    [b > 0 && count(b, 'building'), r > 0 && count(r, 'room')]
      .filter((words) => words !== false)
      .join(' and ')
  const said = [
    [both(buildings.added, rooms.added), 'added'],
    [both(buildings.changed, rooms.changed), 'changed'],
    [leftOut > 0 ? count(leftOut, 'row') : '', 'left out'],
  ].filter(([what]) => what !== '')
  if (said.length === 0) return 'The list says what is here already.'
  const words = said.map((parts) => parts.join(' ')).join(', ')
  return `${words}.`
}
