import { Select, Textarea, TextInput } from '@mantine/core'
import { purposeLabels, purposes } from '../../../shared/bookings/bookings.contract.ts'

const choices = purposes.filter((purpose) => purpose !== 'session')

/** What a booking is for. */
export interface What {
  readonly purpose: (typeof choices)[number]
  readonly title: string
  readonly contact: string
  readonly note: string
}
export const nothingYet: What = { purpose: 'one-to-one', title: '', contact: '', note: '' }

interface WhatFieldsProps {
  readonly value: What
  readonly onChange: (part: Partial<What>) => void
  readonly field: (name: string) => { id: string; error: string | undefined }
}

/** The words that everybody sees come first, above where and when. */
export function TitleField({ value, onChange, field }: WhatFieldsProps) {
  return (
    <TextInput
      {...field('title')}
      label="What for"
      description="Anybody may read this: no names of children or families."
      value={value.title}
      onChange={(event) => onChange({ title: event.currentTarget.value })}
      autoFocus
    />
  )
}

export function WhatFields({ value, onChange, field }: WhatFieldsProps) {
  return (
    <>
      <Select
        {...field('purpose')}
        label="Kind of booking"
        data={choices.map((purpose) => ({ value: purpose, label: purposeLabels[purpose] }))}
        value={value.purpose}
        onChange={(chosen) => onChange({ purpose: choices.find((one) => one === chosen) ?? value.purpose })}
        allowDeselect={false}
      />
      <TextInput
        {...field('contact')}
        label="Whom to ask (optional)"
        description="A colleague’s name and number, for others who need the room."
        value={value.contact}
        onChange={(event) => onChange({ contact: event.currentTarget.value })}
      />
      <Textarea
        {...field('note')}
        label="Note (optional)"
        autosize
        minRows={2}
        value={value.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  )
}
