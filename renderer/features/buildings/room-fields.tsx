import { Group, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { CountField } from '../../ui/count-field.tsx'
import type { Building, Room } from '../../../shared/buildings/buildings.contract.ts'
import { suggestedFeatures } from '../../../shared/buildings/features.rules.ts'

/** A room as its form holds it. */
export type RoomValues = Pick<
  Room,
  'name' | 'capacity' | 'leastPeople' | 'stepFree' | 'partOfId' | 'features' | 'needsApproval' | 'archived'
> & {
  readonly floor: string
  readonly phone: string
  readonly note: string
  readonly setupMinutes: number | null
  readonly cleardownMinutes: number | null
}

/** The names of features to choose from, those of this county first written its own way. */
function useSuggestions(): string[] {
  const all = useQuery(ask('buildings', 'list', { includeArchived: false })).data ?? []
  return suggestedFeatures(all.flatMap((building) => building.rooms))
}

interface RoomFieldsProps {
  readonly building: Building
  readonly room: Room | null
  readonly values: RoomValues
  readonly change: (part: Partial<RoomValues>) => void
  readonly field: (name: string) => { readonly id: string; readonly error: string | undefined }
}

/** What a room is like: how many people it suits, what is in it, where it is. */
export function RoomFields({ building, room, values, change, field }: RoomFieldsProps) {
  const suggestions = useSuggestions()
  const text = (name: 'name' | 'floor' | 'phone' | 'note') => ({
    ...field(name),
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  const count = (name: 'capacity' | 'leastPeople' | 'setupMinutes' | 'cleardownMinutes') => ({
    ...field(name),
    value: values[name],
    onChange: (value: number | null) => change({ [name]: value }),
  })
  return (
    <>
      <TextInput {...text('name')} label="Name" autoFocus />
      <Group grow align="flex-start">
        <CountField {...count('leastPeople')} label="Least people (optional)" hint="Fewer is wasteful." />
        <CountField {...count('capacity')} label="Most people (optional)" hint="More is unsafe." />
      </Group>
      <TagsInput
        {...field('features')}
        label="What is in it (optional)"
        description="Enter after each."
        data={suggestions}
        value={values.features}
        onChange={(features) => change({ features })}
        maxTags={30}
      />
      <Group grow align="flex-start">
        <StepFree
          {...field('stepFree')}
          value={values.stepFree}
          onChange={(stepFree) => change({ stepFree })}
        />
        <TextInput {...text('floor')} label="Floor (optional)" />
      </Group>
      <Group grow align="flex-start">
        <CountField {...count('setupMinutes')} label="Set-up, minutes" max={240} />
        <CountField {...count('cleardownMinutes')} label="Clear-down, minutes" max={240} />
      </Group>
      <PartOf
        {...field('partOfId')}
        building={building}
        room={room}
        value={values.partOfId}
        onChange={(partOfId) => change({ partOfId })}
      />
      <TextInput {...text('phone')} label="Phone in the room (optional)" />
      <Textarea {...text('note')} label="Note (optional)" autosize minRows={2} />
    </>
  )
}

const stepFreeValues = { unknown: null, yes: true, no: false } as const
const stepFreeChoices = [
  { value: 'unknown', label: 'Not known' },
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const
const chosenStepFree = (value: boolean | null) => (value === null ? 'unknown' : value ? 'yes' : 'no')

interface ChoiceProps<Value> {
  readonly id: string
  readonly error: string | undefined
  readonly value: Value
  readonly onChange: (value: Value) => void
}

function StepFree({ id, error, value, onChange }: ChoiceProps<boolean | null>) {
  return (
    <Select
      id={id}
      error={error}
      label="Step-free"
      data={[...stepFreeChoices]}
      value={chosenStepFree(value)}
      onChange={(chosen) => {
        const choice = stepFreeChoices.find((one) => one.value === chosen)
        if (choice) onChange(stepFreeValues[choice.value])
      }}
      allowDeselect={false}
    />
  )
}

/** A room with its parts and theirs: what it cannot itself be a part of. */
function withParts(rooms: readonly Room[], id: Room['id']): Set<string> {
  const parts = rooms.filter((one) => one.partOfId === id)
  return new Set([id, ...parts.flatMap((one) => [...withParts(rooms, one.id)])])
}

type PartOfProps = ChoiceProps<Room['partOfId']> & Pick<RoomFieldsProps, 'building' | 'room'>

function PartOf({ id, error, value, onChange, building, room }: PartOfProps) {
  const own = room === null ? new Set<string>() : withParts(building.rooms, room.id)
  const others = building.rooms.filter((one) => !own.has(one.id) && (!one.archived || one.id === value))
  return (
    <Select
      id={id}
      error={error}
      label="Part of a larger room (optional)"
      description="Half a hall is taken while the hall is, and the hall while a half is."
      placeholder="A room of its own"
      clearable
      clearButtonProps={{ 'aria-label': 'Make it a room of its own' }}
      data={others.map((one) => ({ value: String(one.id), label: one.name }))}
      value={value}
      onChange={(chosen) => onChange(others.find((one) => one.id === chosen)?.id ?? null)}
    />
  )
}
