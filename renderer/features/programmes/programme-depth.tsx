import { Checkbox, Group, MultiSelect, Select, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { CountField } from '../../ui/count-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { suggestedFeatures } from '../../../shared/buildings/features.rules.ts'
import type { ProgrammeId } from '../../../shared/ids.ts'
import { timePointLabels, timePoints } from '../../../shared/outcomes/time-points.ts'
import { usualLength } from '../../../shared/programmes/catalogue.rules.ts'
import type { FieldsProps } from './programme-fields.tsx'
import classes from './programmes.module.css'

/** What completing it takes, and who it takes to lead it. */
export function DeliveryFields({ values, change, field }: FieldsProps) {
  const length = usualLength(values)
  return (
    <fieldset className={classes.fieldset}>
      <legend>Completing and leading</legend>
      <Group grow align="flex-start">
        <CountField
          {...field('completeAt')}
          label="Completed at"
          hint={length === null ? 'Sessions.' : `Sessions, of ${length}.`}
          value={values.completeAt}
          onChange={(completeAt) => change({ completeAt })}
          max={200}
        />
        <CountField
          {...field('staffNeeded')}
          label="Led by"
          hint="People."
          value={values.staffNeeded}
          onChange={(staffNeeded) => change({ staffNeeded })}
          max={12}
        />
      </Group>
      <Checkbox
        label="Those who lead it are trained in it"
        description="Planning warns of anybody who is not, or whose training ends. It never stops."
        checked={values.needsTraining}
        onChange={(event) => change({ needsTraining: event.currentTarget.checked })}
      />
    </fieldset>
  )
}

/** What its room must have: a warning where it is missing. */
export function RoomFields({ values, change, field }: FieldsProps) {
  const rooms = (useQuery(ask('buildings', 'list', {})).data ?? []).flatMap((building) => building.rooms)
  const { roomNeeds } = values
  const set = (part: Partial<typeof roomNeeds>) => change({ roomNeeds: { ...roomNeeds, ...part } })
  return (
    <fieldset className={classes.fieldset}>
      <legend>The room it needs</legend>
      <Checkbox
        label="Step-free"
        checked={roomNeeds.stepFree}
        onChange={(event) => set({ stepFree: event.currentTarget.checked })}
      />
      <TagsInput
        {...field('roomNeeds.features')}
        label="In the room (optional)"
        data={suggestedFeatures(rooms)}
        value={roomNeeds.features}
        onChange={(features) => set({ features })}
        maxTags={10}
      />
      <TagsInput
        {...field('roomNeeds.beside')}
        label="Beside it (optional)"
        description="What a further room is for, such as Crèche."
        data={['Crèche']}
        value={roomNeeds.beside}
        onChange={(beside) => set({ beside })}
        maxTags={4}
      />
    </fieldset>
  )
}

/** The measures of its groups, and when each is asked. */
export function ProgrammeMeasures({ values, change, field }: FieldsProps) {
  const measures = useQuery(ask('outcomes', 'listMeasures', {})).data ?? []
  const used = (id: string) => values.measures.find((one) => one.measureId === id)
  const offered = measures.filter((m) => !m.retired || used(m.id))
  const choose = (chosen: readonly string[]) =>
    change({
      measures: offered
        .filter((m) => chosen.includes(m.id))
        .map((m) => used(m.id) ?? { measureId: m.id, timePoints: ['before', 'after'] }),
    })
  return (
    <fieldset className={classes.fieldset}>
      <legend>Measures</legend>
      <MultiSelect
        {...field('measures')}
        label="Recorded for everybody in its groups (optional)"
        data={offered.map((m) => ({ value: String(m.id), label: m.name }))}
        value={values.measures.map((one) => String(one.measureId))}
        onChange={choose}
      />
      {values.measures.map((one) => (
        <Checkbox.Group
          key={one.measureId}
          label={`When ${measures.find((m) => m.id === one.measureId)?.name ?? 'it'} is asked`}
          value={one.timePoints}
          onChange={(points) =>
            change({
              measures: values.measures.map((other) =>
                other === one
                  ? { ...one, timePoints: timePoints.filter((point) => points.includes(point)) }
                  : other,
              ),
            })
          }
        >
          <Group gap="sm" mt={4}>
            {timePoints.map((point) => (
              <Checkbox key={point} value={point} label={timePointLabels[point]} />
            ))}
          </Group>
        </Checkbox.Group>
      ))}
    </fieldset>
  )
}

/** The programme that runs in the same slot, and when it is offered for the last time. */
export function LinkFields({
  values,
  change,
  field,
  self,
}: FieldsProps & { readonly self: ProgrammeId | null }) {
  const programmes = useQuery(ask('programmes', 'list', {})).data ?? []
  return (
    <fieldset className={classes.fieldset}>
      <legend>Beside it, and its end</legend>
      <Select
        {...field('linkedProgrammeId')}
        label="Runs in the same slot as (optional)"
        description="Such as the parents’ programme beside the children’s. Each names the other."
        data={programmes
          .filter((one) => one.id !== self)
          .map((one) => ({ value: String(one.id), label: one.name }))}
        value={values.linkedProgrammeId}
        onChange={(id) => change({ linkedProgrammeId: programmes.find((one) => one.id === id)?.id ?? null })}
        clearable
        clearButtonProps={{ 'aria-label': 'Link it to none' }}
        searchable
      />
      <DateField
        {...field('retiresOn')}
        label="Not offered from (optional)"
        hint="No group of it is planned from that day. Its groups stay."
        value={values.retiresOn}
        onChange={(retiresOn) => change({ retiresOn })}
      />
    </fieldset>
  )
}
