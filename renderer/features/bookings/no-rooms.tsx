import { useBuildingWord, useMay } from '../../api/session.ts'
import { EmptyState } from '../../ui/states.tsx'

import type { Building } from '../../../shared/buildings/buildings.contract.ts'

/** Whether there is a room to book; until the buildings are known, there is. */
export const someRooms = (buildings: readonly Building[] | undefined): boolean =>
  buildings === undefined || buildings.some((building) => building.rooms.length > 0)

/** Where there is nothing yet that could be booked: what to do about it, or whom to ask. */
export function NoRooms() {
  const may = useMay()
  const word = useBuildingWord()
  if (!may('buildings.edit'))
    return (
      <EmptyState>There are no rooms here yet. Ask a facilities officer or a manager to add them.</EmptyState>
    )
  return (
    <EmptyState action={<a href="#/settings/buildings">Add buildings and rooms</a>}>
      There are no rooms here yet. Once a {word.toLowerCase()} and its rooms are in Settings, they can be
      booked from this screen.
    </EmptyState>
  )
}
