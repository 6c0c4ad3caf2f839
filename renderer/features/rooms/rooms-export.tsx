import type { RoomView, ViewState } from '../../../shared/views/views.contract.ts'
import { daysShown } from '../../../shared/bookings/calendar-range.rules.ts'
import { ExportMenu } from '../paper/export-menu.tsx'

interface RoomsExportProps {
  readonly state: ViewState
  readonly view: RoomView
  readonly date: string
}

/** What the board shows, on paper and as files: its bookings, and its rooms. */
export function RoomsExport({ state, view, date }: RoomsExportProps) {
  const { buildingId, filter } = state
  const days = daysShown(view === 'week' ? 'week' : 'day', date)
  return (
    <ExportMenu
      paper={{ date, buildingId }}
      lists={[
        { list: 'bookings', ...days, buildingId, filter },
        { list: 'rooms', buildingId },
      ]}
      calendar={{ of: 'building', id: buildingId }}
    />
  )
}
