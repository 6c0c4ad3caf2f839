import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { useWho } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { takesOutright } from '../../../shared/bookings/outright.rules.ts'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import type { Who } from '../../../shared/users/scope.rules.ts'
import { EquipmentFields, MinutesFields } from './hold-fields.tsx'
import { More } from './more.tsx'
import { RoomsSelect } from './rooms-select.tsx'
import { isPrivate, minutesOf, useNewBooking, type NewBooking, type Start } from './use-new-booking.ts'
import { isStuck, WaysOn } from './ways-on.tsx'
import {
  ContactField,
  LayoutField,
  NoteField,
  PeopleField,
  PrivateField,
  PurposeField,
  TitleField,
} from './what-fields.tsx'
import { timesOf, WhenFields } from './when-fields.tsx'

export type { Start } from './use-new-booking.ts'

/** What the button that saves says: `Book Hall`, `Pencil in Hall`, `Ask for Hall`. */
function submitWords(
  { roomIds, pencil }: NewBooking,
  building: Building | undefined,
  who: Who | null,
): string {
  const rooms = roomIds.flatMap((id) => building?.rooms.find((room) => room.id === id) ?? [])
  const [main] = rooms
  if (building === undefined || main === undefined) return 'Book a room'
  const where = { buildingId: building.id, half: building.half }
  const outright =
    who !== null && rooms.every(({ needsApproval }) => takesOutright(who, { ...where, needsApproval }, false))
  const verb = pencil ? 'Pencil in' : outright ? 'Book' : 'Ask for'
  return `${verb} ${rooms.length === 1 ? main.name : `${rooms.length} rooms`}`
}

/** What to look for ways on from. */
const questionOf = (values: NewBooking) => {
  const times = timesOf(values)
  const { roomIds, people, equipment } = values
  if (times === null || roomIds.length === 0) return null
  return { roomIds: [...roomIds], ...times, ...minutesOf(values), people, equipment: [...equipment] }
}

interface BookingFormProps {
  readonly start: Start
  readonly onClose: () => void
  readonly onBooked: (booking: Booking) => void
}

/** A new booking for something other than a group: sessions come from their group's plan. */
export function BookingForm({ start, onClose, onBooked }: BookingFormProps) {
  const buildings = useQuery(ask('buildings', 'list', {})).data ?? []
  const who = useWho()
  const { values, change, save, follow, error, pending } = useNewBooking(start, onBooked)
  const { idOf, field } = useFields(error)
  const building = buildings.find((one) => one.rooms.some((room) => room.id === values.roomIds[0]))
  const room = building?.rooms.find((one) => one.id === values.roomIds[0])
  const fields = { value: { ...values, private: isPrivate(values) }, onChange: change, field }
  return (
    <FormPanel
      title="Book a room"
      onClose={onClose}
      onSubmit={() => save(values)}
      submit={submitWords(values, building, who)}
      pending={pending}
      error={error}
      idOf={idOf}
      help={
        <WaysOn
          stuck={isStuck(error)}
          question={questionOf(values)}
          onUse={follow}
          onInsist={(insist) => save(values, insist)}
        />
      }
    >
      <TitleField {...fields} />
      <RoomsSelect
        {...field('roomIds')}
        buildings={buildings}
        value={values.roomIds}
        onChange={(roomIds) => change({ roomIds })}
      />
      <WhenFields {...fields} />
      <PurposeField {...fields} />
      <PrivateField {...fields} />
      <PeopleField {...fields} room={room} />
      <PencilFields {...fields} />
      <More name="Layout, equipment, note and more" open={hasMore(values)}>
        <LayoutField {...fields} />
        <EquipmentFields {...fields} buildingId={building?.id ?? null} />
        <ContactField {...fields} />
        <NoteField {...fields} />
        <MinutesFields {...fields} />
      </More>
    </FormPanel>
  )
}

/** What was typed before Esc is in view again. */
const hasMore = (v: NewBooking) =>
  v.layout !== '' || v.contact !== '' || v.note !== '' || v.equipment.length > 0 || v.setupMinutes !== null || v.cleardownMinutes !== null // prettier-ignore

interface PencilProps {
  readonly value: NewBooking
  readonly onChange: (part: Partial<NewBooking>) => void
  readonly field: (name: string) => { id: string; error: string | undefined }
}

/** Not certain yet: it holds nothing, shows what it overlaps, and lapses by itself. */
function PencilFields({ value, onChange, field }: PencilProps) {
  return (
    <>
      <Checkbox
        label="Pencil it in"
        description="It holds no room yet, and lapses after two weeks unless you say otherwise."
        checked={value.pencil}
        onChange={(event) => onChange({ pencil: event.currentTarget.checked })}
      />
      {value.pencil && (
        <DateField
          {...field('expiresOn')}
          label="Keep it until (optional)"
          value={value.keepUntil}
          onChange={(keepUntil) => onChange({ keepUntil })}
        />
      )}
    </>
  )
}
