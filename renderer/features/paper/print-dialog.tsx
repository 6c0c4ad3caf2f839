import { Select, SegmentedControl, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { useBuilding } from '../../api/remembered.ts'
import { useBuildingWord, useToday } from '../../api/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf } from '../../ui/form-panel.tsx'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import type { RoomId } from '../../../shared/ids.ts'
import { addDays, mondayOf } from '../../../shared/time/civil.ts'
import { dateRange } from '../../../shared/time/format.ts'
import { RoomSelect } from '../bookings/room-select.tsx'
import type { PaperAsked, PaperKind } from './asked.ts'
import { kindLabels, paperOf, usePaperKinds } from './papers.ts'
import { placeWords } from './places.ts'
import { printPaper, savePaper } from './print.ts'
import { PrintButtons } from './print-buttons.tsx'

interface DialogProps<Asked> {
  readonly asked: Asked
  readonly buildings: readonly Building[]
  readonly onClose: () => void
}

/** What to print and of which day; then the printer, or a PDF. */
export function PrintDialog({ asked, buildings, onClose }: DialogProps<PaperAsked>) {
  const [current] = useBuilding()
  const today = useToday()
  const id = useId()
  const [kind, setKind] = useState<PaperKind>(asked.kind)
  const [place, setPlace] = useState<string | null>(asked.buildingId ?? current ?? 'all')
  const [roomId, setRoomId] = useState<RoomId | null>(asked.roomId ?? null)
  const [date, setDate] = useState<string | null>(asked.date ?? today)
  const room = buildings.flatMap((one) => one.rooms).find((one) => one.id === roomId) ?? null
  const paper = paperOf({ kind, place, room, date }, buildings)
  const work = useMutation({
    mutationFn: (how: 'print' | 'save') =>
      paper === null ? Promise.resolve(false) : how === 'print' ? printPaper(paper) : savePaper(paper),
    onSuccess: (done) => done && onClose(),
  })
  const kinds = usePaperKinds()
  const missing = work.isSuccess && paper === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    work.mutate('print')
  }
  return (
    <Dialog onClose={onClose} title="Print" size="lg">
      <form onSubmit={submit} noValidate>
        <ErrorSummary errors={problemsOf(work.error, (field) => `${id}-${field}`)} />
        <Stack gap="md">
          <SegmentedControl
            aria-label="What to print"
            data={kinds.map((value) => ({ value, label: kindLabels[value] }))}
            value={kind}
            onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'day-sheet')}
            fullWidth
          />
          {kind === 'day-sheet' || kind === 'contact-sheet' ? (
            <PlaceSelect
              buildings={buildings}
              value={place}
              onChange={setPlace}
              several={kind === 'day-sheet' ? placeWords : { all: placeWords.all }}
            />
          ) : (
            <RoomSelect
              id={`${id}-room`}
              buildings={buildings}
              value={roomId}
              onChange={setRoomId}
              error={missing && room === null ? 'Choose a room.' : undefined}
            />
          )}
          <DateField
            id={`${id}-date`}
            label={kind === 'room-week' ? 'Week of' : 'Day'}
            {...(kind === 'room-week' && date !== null && { hint: weekWords(date) })}
            value={date}
            onChange={setDate}
            error={missing && date === null ? 'Enter a day.' : undefined}
          />
          <PrintButtons work={work} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}

const weekWords = (date: string) => dateRange(mondayOf(date), addDays(mondayOf(date), 6))

interface PlaceSelectProps {
  readonly buildings: readonly Building[]
  readonly value: string | null
  readonly onChange: (place: string | null) => void
  /** What can be chosen that is a page for each building. */
  readonly several: Readonly<Record<string, string>>
}

/** One building, the buildings of a half, or all of them: a page each. */
function PlaceSelect({ buildings, value, onChange, several }: PlaceSelectProps) {
  const word = useBuildingWord()
  const known = value !== null && (value in several || buildings.some((one) => one.id === value))
  return (
    <Select
      label={word}
      data={[
        {
          group: 'A page each',
          items: Object.entries(several).map(([key, label]) => ({ value: key, label })),
        },
        { group: 'One page', items: buildings.map((one) => ({ value: String(one.id), label: one.name })) },
      ]}
      value={known ? value : 'all'}
      onChange={onChange}
      allowDeselect={false}
      searchable
      nothingFoundMessage="No building of that name"
    />
  )
}
