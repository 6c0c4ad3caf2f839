import { Button, Group, Select, SegmentedControl, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { api } from '../../api/client.ts'
import type { Input } from '../../api/client.ts'
import { native } from '../../api/native.ts'
import { ask } from '../../api/queries.ts'
import { useBuildingWord, useToday } from '../../api/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf } from '../../ui/form-panel.tsx'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import { calendarName } from '../../../shared/exports/file-name.rules.ts'
import { count } from '../../../shared/text.ts'
import { addDays } from '../../../shared/time/civil.ts'
import { notifySaved } from '../exports/notify-saved.tsx'
import type { CalendarAsked } from './asked.ts'

type Of = CalendarAsked['of']
type CalendarOf = Input<'exports', 'calendarFile'>

/** A calendar, and what its file is called: without anybody's name. */
interface Choice {
  readonly id: string
  readonly label: string
  readonly fileOf: string
  readonly group?: string
}

const kinds = ['building', 'room', 'group', 'staff'] as const satisfies readonly Of[]
/** A school term, or thereabouts. */
const USUAL_DAYS = 12 * 7

function useChoices(of: Of, buildings: readonly Building[]): readonly Choice[] {
  const groups = useQuery({ ...ask('groups', 'list', { status: ['planned', 'running'] }), enabled: of === 'group' }) // prettier-ignore
  const staff = useQuery({ ...ask('staff', 'list', {}), enabled: of === 'staff' })
  switch (of) {
    case 'building':
      return buildings.map(({ id, name }) => ({ id, label: name, fileOf: name }))
    case 'room':
      return buildings.flatMap(
        ({ name, rooms }) =>
        rooms.map((room) => ({ id: room.id, label: `${room.name}, ${name}`, fileOf: `${room.name} ${name}`, group: name })), // prettier-ignore
      )
    case 'group':
      return (groups.data ?? []).map((one) => ({ id: one.id, label: one.name, fileOf: one.publicTitle }))
    case 'staff':
      return (staff.data ?? []).map(({ id, name }) => ({ id, label: name, fileOf: 'of a member of staff' }))
  }
}

/** Asks where, makes the file there, and says what is in it. Answers false when the person chose no place. */
async function make({ file, fileName }: { file: Omit<CalendarOf, 'grant'>; fileName: string }) {
  const filters = [{ name: 'Calendar', extensions: ['ics'] }]
  const place = await native('saveFile', {
    title: 'Save the calendar file',
    suggestedName: fileName,
    filters,
  })
  if (place === null) return false
  const { events } = await api.exports.calendarFile({ ...file, grant: place.grant } as CalendarOf) // one of the union, with its grant
  notifySaved(place, events === 0 ? 'Nothing is booked in that time, so it is empty.' : `${count(events, 'entry', 'entries')} in it.`) // prettier-ignore
  return true
}

interface CalendarDialogProps {
  readonly asked: CalendarAsked
  readonly buildings: readonly Building[]
  readonly onClose: () => void
}

/** A file for Outlook and other calendars: of what, and which days. */
export function CalendarDialog({ asked, buildings, onClose }: CalendarDialogProps) {
  const today = useToday()
  const word = useBuildingWord()
  const prefix = useId()
  const [of, setOf] = useState<Of>(asked.of)
  const [id, setId] = useState<string | null>(asked.id ?? null)
  const [from, setFrom] = useState<string | null>(today)
  const [to, setTo] = useState<string | null>(addDays(today, USUAL_DAYS))
  const [tried, setTried] = useState(false)
  const choices = useChoices(of, buildings)
  const chosen = choices.find((choice) => choice.id === id)
  const labels: Readonly<Record<Of, string>> = { building: word, room: 'Room', group: 'Group', staff: 'Member of staff' } // prettier-ignore
  const making = useMutation({ mutationFn: make, onSuccess: (done) => done && onClose() })
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (chosen === undefined || from === null || to === null) return
    const file = { of, id: chosen.id, from, to } as Omit<CalendarOf, 'grant'> // its id is of the kind that is chosen from
    making.mutate({ file, fileName: calendarName(chosen.fileOf, from, to) })
  }
  return (
    <Dialog onClose={onClose} title="Calendar file">
      <form onSubmit={save} noValidate>
        <ErrorSummary errors={problemsOf(making.error, (field) => `${prefix}-${field}`)} />
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            Opens in Outlook and other calendars. A newer file of the same changes what was moved, and marks
            what was cancelled.
          </Text>
          <SegmentedControl
            aria-label="Calendar of"
            data={kinds.map((value) => ({ value, label: labels[value] }))}
            value={of}
            onChange={(value) => setOf(kinds.find((one) => one === value) ?? 'building')}
            fullWidth
          />
          <Select
            id={`${prefix}-id`}
            data-autofocus
            label={labels[of]}
            placeholder="Type to find"
            data={choices.map(({ id: value, label }) => ({ value, label }))}
            value={chosen?.id ?? null}
            onChange={setId}
            error={tried && chosen === undefined ? 'Choose what the calendar is of.' : undefined}
            searchable
            // The list would lie over what it is a list of.
            openOnFocus={false}
            nothingFoundMessage="Nothing of that name"
          />
          <Group grow align="flex-start">
            <DateField
              id={`${prefix}-from`}
              label="From"
              value={from}
              onChange={setFrom}
              error={tried && from === null ? 'Enter the first day.' : undefined}
            />
            <DateField
              id={`${prefix}-to`}
              label="To"
              value={to}
              onChange={setTo}
              error={tried && to === null ? 'Enter the last day.' : undefined}
            />
          </Group>
          <Group>
            <Button type="submit" loading={making.isPending}>
              Save calendar file
            </Button>
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
