import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { CountField } from '../../ui/count-field.tsx'
import { useOpenList } from '../../ui/use-open-list.ts'
import { purposeLabels, purposes } from '../../../shared/bookings/bookings.contract.ts'
import { whoReadsTitle } from '../../../shared/bookings/privacy.rules.ts'
import { sizeWarning } from '../../../shared/buildings/size.rules.ts'
import type { Room } from '../../../shared/buildings/buildings.contract.ts'
import type { EquipmentId } from '../../../shared/ids.ts'
import classes from './bookings.module.css'

const choices = purposes.filter((purpose) => purpose !== 'session')

/** What a booking says, as it is typed. */
export interface Details {
  readonly title: string
  readonly contact: string
  readonly note: string
  readonly people: number | null
  readonly layout: string
  readonly equipment: readonly { readonly equipmentId: EquipmentId; readonly quantity: number }[]
  /** null: as the rooms have it. */
  readonly setupMinutes: number | null
  readonly cleardownMinutes: number | null
}
/** What a new booking is for, as well. */
export interface What extends Details {
  readonly purpose: (typeof choices)[number]
}
export const nothingYet: What = {
  purpose: 'one-to-one',
  title: '',
  contact: '',
  note: '',
  people: null,
  layout: '',
  equipment: [],
  setupMinutes: null,
  cleardownMinutes: null,
}

export interface FieldsProps<Value> {
  readonly value: Value
  readonly onChange: (part: Partial<Value>) => void
  readonly field: (name: string) => { id: string; error: string | undefined }
}

/** Whose eyes it is for. */
export interface Privacy {
  readonly private: boolean
}

/** The words of it come first, above where and when. */
export function TitleField({ value, onChange, field }: FieldsProps<Pick<Details, 'title'> & Privacy>) {
  return (
    <TextInput
      {...field('title')}
      label="What for"
      description={whoReadsTitle(value.private)}
      value={value.title}
      onChange={(event) => onChange({ title: event.currentTarget.value })}
      autoFocus
    />
  )
}

export function PurposeField({ value, onChange, field }: FieldsProps<Pick<What, 'purpose'>>) {
  const list = useOpenList()
  return (
    <Select
      {...field('purpose')}
      {...list}
      label="Kind of booking"
      data={choices.map((purpose) => ({ value: purpose, label: purposeLabels[purpose] }))}
      value={value.purpose}
      onChange={(chosen) => onChange({ purpose: choices.find((one) => one === chosen) ?? value.purpose })}
      allowDeselect={false}
    />
  )
}

export function PrivateField({ value, onChange, field }: FieldsProps<Privacy>) {
  return (
    <Checkbox
      id={field('private').id}
      label="Private"
      description="Others see only that the room is taken."
      checked={value.private}
      onChange={(event) => onChange({ private: event.currentTarget.checked })}
    />
  )
}

/** How many come; too many for the room, or too few to take it, is said and not forbidden. */
export function PeopleField({
  value,
  onChange,
  field,
  room,
}: FieldsProps<Pick<Details, 'people'>> & { room: Room | undefined }) {
  const warning = room === undefined ? null : sizeWarning(room, value.people)
  return (
    <div>
      <CountField
        {...field('people')}
        label="People expected (optional)"
        value={value.people}
        onChange={(people) => onChange({ people })}
      />
      <p className={classes.warning} role="status">
        {warning?.message}
      </p>
    </div>
  )
}

export function ContactField({ value, onChange, field }: FieldsProps<Pick<Details, 'contact'>>) {
  return (
    <TextInput
      {...field('contact')}
      label="Whom to ask (optional)"
      description="A colleague’s name and number, for others who need the room."
      value={value.contact}
      onChange={(event) => onChange({ contact: event.currentTarget.value })}
    />
  )
}

export function LayoutField({ value, onChange, field }: FieldsProps<Pick<Details, 'layout'>>) {
  return (
    <TextInput
      {...field('layout')}
      label="Layout (optional)"
      description="How the room is to be set out, for the day sheet: circle of 12, tables along the wall."
      value={value.layout}
      onChange={(event) => onChange({ layout: event.currentTarget.value })}
    />
  )
}

export function NoteField({ value, onChange, field }: FieldsProps<Pick<Details, 'note'>>) {
  return (
    <Textarea
      {...field('note')}
      label="Note (optional)"
      description="For those who look after the booking. Never printed or exported."
      autosize
      minRows={2}
      value={value.note}
      onChange={(event) => onChange({ note: event.currentTarget.value })}
    />
  )
}
