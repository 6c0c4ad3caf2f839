import { daySheetName, doorCardName, roomWeekName } from '../../../shared/exports/file-name.rules.ts'
import type { Building, Room } from '../../../shared/buildings/buildings.contract.ts'
import { mondayOf } from '../../../shared/time/civil.ts'
import type { PaperKind } from './asked.ts'
import { placeWords } from './places.ts'
import type { Paper } from './print.ts'

export const kindLabels: Readonly<Record<PaperKind, string>> = {
  'day-sheet': 'Day sheet',
  'room-week': 'Week of a room',
  door: 'Door card',
}

/** What has been chosen in the dialog. */
export interface Chosen {
  readonly kind: PaperKind
  /** A building's id, a half, or `all`: for day sheets. */
  readonly place: string | null
  readonly room: Room | null
  readonly date: string | null
}

const several = (place: string): string | null => Object.entries(placeWords).find(([key]) => key === place)?.[1] ?? null // prettier-ignore

/** The page to print, or null while something is still to be chosen. */
export function paperOf({ kind, place, room, date }: Chosen, buildings: readonly Building[]): Paper | null {
  if (date === null) return null
  if (kind === 'day-sheet') {
    if (place === null) return null
    const name = several(place) ?? buildings.find((one) => one.id === place)?.name ?? ''
    return {
      route: `/print/day-sheet/${date}/${place}`,
      fileName: daySheetName(name, several(place) !== null, date),
    }
  }
  if (room === null) return null
  const building = buildings.find((one) => one.id === room.buildingId)?.name ?? ''
  const name = `${room.name} ${building}`
  if (kind === 'door') return { route: `/print/door/${room.id}/${date}`, fileName: doorCardName(name, date) }
  const monday = mondayOf(date)
  return { route: `/print/room-week/${room.id}/${monday}`, fileName: roomWeekName(name, monday) }
}
