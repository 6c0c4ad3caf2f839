import { NumberInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { CountField } from '../../ui/count-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Group } from '../../../shared/groups/groups.contract.ts'
import { deliveryModeLabels, deliveryModes } from '../../../shared/programmes/session-kinds.ts'
import { count } from '../../../shared/text.ts'
import { FacilitatorsField } from './facilitators-field.tsx'

interface PanelProps {
  readonly group: Group
  readonly onClose: () => void
}

const detailsOf = (group: Group) => ({
  name: group.name,
  publicTitle: group.publicTitle,
  capacity: group.capacity,
  mode: group.mode,
  completeAt: group.completeAt,
  facilitatorIds: group.facilitators.map((one) => one.staffId),
})

/** What a group is called, who leads it, and how many places it has. */
export function EditGroupPanel({ group, onClose }: PanelProps) {
  const { values, change, forget } = useDraft(`group ${group.id} ${group.version}`, detailsOf(group))
  const staff = useQuery(ask('staff', 'list', {})).data ?? []
  const update = useCommand('groups', 'update', {
    failure: 'inline',
    undo: true,
    done: 'Group changed.',
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(update.error)
  return (
    <FormPanel
      title="Change the group"
      submit="Save the changes"
      pending={update.isPending}
      error={update.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={() => update.mutate({ id: group.id, version: group.version, ...values })}
    >
      <TextInput
        {...field('name')}
        label="Name of the group"
        value={values.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        maxLength={120}
        autoFocus
      />
      <TextInput
        {...field('publicTitle')}
        label="Title on calendars and doors"
        description={group.sensitive ? 'Say nothing of what it is about.' : 'Anybody may read it.'}
        value={values.publicTitle}
        onChange={(event) => change({ publicTitle: event.currentTarget.value })}
        maxLength={120}
      />
      <FacilitatorsField
        {...field('facilitatorIds')}
        label="Who leads"
        staff={staff}
        value={values.facilitatorIds}
        onChange={(facilitatorIds) => change({ facilitatorIds })}
      />
      <NumberInput
        {...field('capacity')}
        label={group.placeKind === 'family' ? 'Places, in families' : 'Places'}
        description="May be left out."
        value={values.capacity ?? ''}
        onChange={(typed) => change({ capacity: typeof typed === 'number' ? typed : null })}
        min={1}
        max={500}
        allowDecimal={false}
        allowNegative={false}
      />
      <CountField
        {...field('completeAt')}
        label="Completed at"
        hint={`Sessions, of ${group.sessionCount}. May be left out.`}
        value={values.completeAt}
        onChange={(completeAt) => change({ completeAt })}
        max={200}
      />
      <Select
        {...field('mode')}
        label="How it meets"
        data={deliveryModes.map((value) => ({ value, label: deliveryModeLabels[value] }))}
        value={values.mode}
        onChange={(mode) => change({ mode: deliveryModes.find((one) => one === mode) ?? values.mode })}
        allowDeselect={false}
      />
    </FormPanel>
  )
}

/** Ends a group early: what has happened stays, what was to come is off, and its rooms are free. */
export function CancelGroupPanel({ group, onClose }: PanelProps) {
  const { values, change } = useDraft(`cancel ${group.id} ${group.version}`, { reason: '' })
  const toCome = group.sessions.filter((session) => session.registerState === 'not-due').length
  const cancel = useCommand('groups', 'cancel', {
    failure: 'inline',
    undo: true,
    done: `${group.name} is cancelled. Its rooms to come are free.`,
    onDone: onClose,
  })
  const { idOf, field } = useFields(cancel.error)
  return (
    <FormPanel
      title="Cancel the group"
      submit="Cancel the group"
      pending={cancel.isPending}
      error={cancel.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={() => cancel.mutate({ id: group.id, version: group.version, ...values })}
    >
      <p>
        {count(toCome, 'session')} to come will be off and {toCome === 1 ? 'its room' : 'their rooms'} free.
        Sessions that have begun, and any that is marked already, stay as they are.
      </p>
      <TextInput
        {...field('reason')}
        label="Why"
        value={values.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        maxLength={300}
        autoFocus
      />
    </FormPanel>
  )
}
