import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { askedFor, closeAsked } from './asked.ts'
import { CalendarDialog } from './calendar-dialog.tsx'
import { PrintDialog } from './print-dialog.tsx'

/** The dialogs for paper and calendar files: opened from a screen, a menu or the palette. */
export function PaperDialogs() {
  const asked = askedFor.use()
  const buildings = useQuery({ ...ask('buildings', 'list', {}), enabled: asked !== null })
  if (asked === null || buildings.data === undefined) return null
  const withRooms = buildings.data.filter((building) => building.rooms.length > 0)
  return asked.dialog === 'paper' ? (
    <PrintDialog asked={asked} buildings={withRooms} onClose={closeAsked} />
  ) : (
    <CalendarDialog asked={asked} buildings={withRooms} onClose={closeAsked} />
  )
}
