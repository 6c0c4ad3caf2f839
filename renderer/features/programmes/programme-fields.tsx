import { Group, Select, Textarea, TextInput } from '@mantine/core'
import { CountField } from '../../ui/count-field.tsx'
import { ProgrammeTag } from '../../ui/programme-tag.tsx'
import {
  colours,
  deliveries,
  deliveryLabels,
  placeKinds,
} from '../../../shared/programmes/programmes.contract.ts'
import type { Values } from './programme-form.tsx'

export interface FieldsProps {
  readonly values: Values
  readonly change: (part: Partial<Values>) => void
  readonly field: (name: string) => { id: string; error: string | undefined }
}

const placeLabels = { person: 'One person', family: 'One family' } as const
const colourLabels = colours.map((value) => ({
  value,
  label: value.charAt(0).toUpperCase() + value.slice(1),
}))

export function TextFields({ values, change, field }: FieldsProps) {
  return (
    <>
      <TextInput
        {...field('audience')}
        label="For (optional)"
        value={values.audience ?? ''}
        onChange={(event) => change({ audience: event.currentTarget.value })}
      />
      <TextInput
        {...field('theme')}
        label="About (optional)"
        value={values.theme ?? ''}
        onChange={(event) => change({ theme: event.currentTarget.value })}
      />
      <Textarea
        {...field('source')}
        label="What is known of it, and where from (optional)"
        autosize
        minRows={2}
        value={values.source ?? ''}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
    </>
  )
}

export function KindFields({ values, change, field }: FieldsProps) {
  return (
    <>
      <Select
        {...field('delivery')}
        label="Kind"
        data={deliveries.map((value) => ({ value, label: deliveryLabels[value] }))}
        value={values.delivery}
        onChange={(chosen) => change({ delivery: deliveries.find((d) => d === chosen) ?? values.delivery })}
        allowDeselect={false}
      />
      <Select
        {...field('placeKind')}
        label="A place is"
        data={placeKinds.map((value) => ({ value, label: placeLabels[value] }))}
        value={values.placeKind}
        onChange={(chosen) => change({ placeKind: placeKinds.find((k) => k === chosen) ?? values.placeKind })}
        allowDeselect={false}
      />
      <Select
        {...field('colour')}
        label="Colour and pattern"
        data={colourLabels}
        renderOption={({ option }) => <ProgrammeTag colour={option.value}>{option.label}</ProgrammeTag>}
        value={values.colour}
        onChange={(chosen) => change({ colour: colours.find((c) => c === chosen) ?? values.colour })}
        allowDeselect={false}
      />
    </>
  )
}

/** Each may be left empty: what nobody has said is not guessed. */
export function NumberFields({ values, change, field }: FieldsProps) {
  const count = (name: 'ageFrom' | 'ageTo' | 'usualSessions' | 'sessionMinutes' | 'usualPlaces') => ({
    ...field(name),
    value: values[name],
    onChange: (value: number | null) => change({ [name]: value }),
  })
  return (
    <>
      <Group grow align="flex-start">
        <CountField {...count('ageFrom')} label="Age from" max={120} />
        <CountField {...count('ageTo')} label="Age to" max={120} />
      </Group>
      <Group grow align="flex-start">
        <CountField {...count('usualSessions')} label="Sessions" max={200} />
        <CountField {...count('sessionMinutes')} label="Minutes each" max={600} />
        <CountField {...count('usualPlaces')} label="Places" max={500} />
      </Group>
    </>
  )
}
