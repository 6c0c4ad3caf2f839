import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { askedFor, closeAsked } from './asked.ts'
import { CalendarDialog } from './calendar-dialog.tsx'
import { CertificatesDialog } from './certificates-dialog.tsx'
import { LabelsDialog } from './labels-dialog.tsx'
import { PrintDialog } from './print-dialog.tsx'
import { ReachDialog } from './reach-dialog.tsx'
import { RecordDialog } from './record-dialog.tsx'

/** The dialogs for paper and calendar files: opened from a screen, a menu or the palette. */
export function PaperDialogs() {
  const asked = askedFor.use()
  const buildings = useQuery({ ...ask('buildings', 'list', {}), enabled: asked !== null })
  if (asked?.dialog === 'labels') return <LabelsDialog asked={asked} onClose={closeAsked} />
  if (asked?.dialog === 'reach') return <ReachDialog asked={asked} onClose={closeAsked} />
  if (asked?.dialog === 'record') return <RecordDialog asked={asked} onClose={closeAsked} />
  if (asked?.dialog === 'certificates') return <CertificatesDialog asked={asked} onClose={closeAsked} />
  if (asked === null || buildings.data === undefined) return null
  const withRooms = buildings.data.filter((building) => building.rooms.length > 0)
  return asked.dialog === 'paper' ? (
    <PrintDialog asked={asked} buildings={withRooms} onClose={closeAsked} />
  ) : (
    <CalendarDialog asked={asked} buildings={withRooms} onClose={closeAsked} />
  )
}
