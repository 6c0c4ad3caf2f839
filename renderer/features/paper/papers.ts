import { useMay } from '../../api/session.ts'
import {
  contactSheetName,
  daySheetName,
  doorCardName,
  roomWeekName,
} from '../../../shared/exports/file-name.rules.ts'
import type { Permission } from '../../../shared/permissions.ts'
import type { Building, Room } from '../../../shared/buildings/buildings.contract.ts'
import { mondayOf } from '../../../shared/time/civil.ts'
import { paperKinds, type PaperKind } from './asked.ts'
import { placeWords } from './places.ts'
import type { Paper } from './print.ts'

export const kindLabels: Readonly<Record<PaperKind, string>> = {
  'day-sheet': 'Day sheet',
  'room-week': 'Week of a room',
  door: 'Door card',
  'contact-sheet': 'Contact sheet',
}

/** What paper of a kind asks of who prints it. */
const kindNeeds: Readonly<Record<PaperKind, Permission>> = {
  'day-sheet': 'bookings.view',
  'room-week': 'bookings.view',
  door: 'bookings.view',
  'contact-sheet': 'people.view',
}

/** The kinds that this person may print. */
export function usePaperKinds(): readonly PaperKind[] {
  const may = useMay()
  return paperKinds.filter((kind) => may(kindNeeds[kind]))
}

/** What has been chosen in the dialog. */
export interface Chosen {
  readonly kind: PaperKind
  /** A building's id, a half, or `all`: for day sheets and contact sheets. */
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
  if (kind === 'contact-sheet') return contactSheetOf(place, date, buildings)
  if (room === null) return null
  const building = buildings.find((one) => one.id === room.buildingId)?.name ?? ''
  const name = `${room.name} ${building}`
  if (kind === 'door') return { route: `/print/door/${room.id}/${date}`, fileName: doorCardName(name, date) }
  const monday = mondayOf(date)
  return { route: `/print/room-week/${room.id}/${monday}`, fileName: roomWeekName(name, monday) }
}

/** Of one building, or of all: a sheet of people is of no half of the county. */
function contactSheetOf(place: string | null, date: string, buildings: readonly Building[]): Paper | null {
  const name = place === 'all' ? placeWords.all : buildings.find((one) => one.id === place)?.name
  if (name === undefined) return null
  return { route: `/print/contact-sheet/${date}/${place}`, fileName: contactSheetName(name, date) }
}
