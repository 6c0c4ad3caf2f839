import { fold } from '../text.ts'
import type { GroupRow } from './groups.contract.ts'

type Found = Pick<GroupRow, 'name' | 'programmeName' | 'buildingName' | 'facilitators'>

/** Whether every word that was typed is in the group's name, programme, building or leaders. */
export function groupHolds(group: Found, typed: string): boolean {
  const leaders = group.facilitators.map((one) => one.name)
  const text = fold([group.name, group.programmeName, group.buildingName ?? '', ...leaders].join(' '))
  return fold(typed)
    .split(' ')
    .every((word) => text.includes(word))
}
