import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { BuildingDetails } from '../../../shared/buildings/buildings.contract.ts'
import type { OpeningException } from '../../../shared/buildings/opening.contract.ts'
import type { ToCome } from '../../../shared/buildings/to-come.contract.ts'
import { HoursField, hoursOf, wordsOf } from './hours-field.tsx'
import type { Outside } from './tab-props.ts'

interface ExceptionFormProps {
  readonly building: BuildingDetails
  /** null: a new one. */
  readonly exception: OpeningException | null
  readonly onClose: () => void
  /** Bookings to come that are now outside the hours. */
  readonly onOutside: (outside: Outside) => void
}

interface Saved {
  readonly exception: OpeningException
  readonly outside: ToCome
}

interface Values {
  readonly fromDate: string | null
  readonly toDate: string | null
  readonly reason: string
  /** In words; null is closed. */
  readonly hours: string | null
}
const startOf = (one: OpeningException | null): Values => ({
  fromDate: one?.fromDate ?? null,
  toDate: one?.toDate ?? null,
  reason: one?.reason ?? '',
  hours: wordsOf(one?.hours ?? []),
})

function useSaveException(
  { building, exception, onClose, onOutside }: ExceptionFormProps,
  onSaved: () => void,
) {
  const finish = (outside: Outside) => {
    onSaved()
    onClose()
    onOutside(outside)
  }
  const onDone = ({ exception: { id, version }, outside }: Saved) =>
    finish({
      bookings: outside,
      stillSo: (now) => now.exceptions.some((one) => one.id === id && one.version === version),
    })
  const onRemoved = ({ outside }: Pick<Saved, 'outside'>) =>
    finish({ bookings: outside, stillSo: (now) => now.exceptions.every((one) => one.id !== exception?.id) })
  const options = { failure: 'inline', undo: true, onDone } as const
  const create = useCommand('buildings', 'addOpeningException', { ...options, done: ({ exception: made }) => `Added ${made.reason}` }) // prettier-ignore
  const update = useCommand('buildings', 'updateOpeningException', { ...options, done: ({ exception: made }) => `Changed ${made.reason}` }) // prettier-ignore
  const remove = useCommand('buildings', 'removeOpeningException', { ...options, onDone: onRemoved, done: 'Change of hours removed' }) // prettier-ignore
  const save = ({ fromDate, toDate, reason, hours }: Values) => {
    if (fromDate === null) return
    const fields = {
      fromDate,
      // A single day needs to be typed once.
      toDate: toDate ?? fromDate,
      reason,
      hours: hoursOf(hours),
    }
    if (exception === null) create.mutate({ ...fields, buildingId: building.id })
    else update.mutate({ ...fields, id: exception.id, version: exception.version })
  }
  return {
    save,
    remove: () => exception && remove.mutate({ id: exception.id, version: exception.version }),
    error: create.error ?? update.error ?? remove.error,
    pending: create.isPending || update.isPending,
  }
}

export function ExceptionForm(props: ExceptionFormProps) {
  const { building, exception, onClose } = props
  const key = `hours ${building.id} ${exception?.id ?? 'new'} ${exception?.version ?? 0}`
  const { values, change, forget } = useDraft(key, startOf(exception))
  const [unread, setUnread] = useState<string | null>(null)
  const { save, remove, error, pending } = useSaveException(props, forget)
  const { idOf, field } = useFields(error)
  const [asked, setAsked] = useState(false)
  const noDay = asked && values.fromDate === null ? 'Enter the first day, such as 24/12/2026.' : undefined
  const submit = () => {
    setAsked(true)
    const wrong = values.fromDate === null ? 'fromDate' : unread === null ? null : 'hours'
    if (wrong === null) save(values)
    else document.getElementById(idOf(wrong))?.focus()
  }
  return (
    <FormPanel
      title={exception?.reason ?? 'Add a change of hours'}
      onClose={onClose}
      onSubmit={submit}
      submit={exception === null ? 'Add the change' : 'Save'}
      pending={pending}
      error={error}
      idOf={idOf}
      actions={
        exception !== null && (
          <Button variant="subtle" color="danger" onClick={remove}>
            Remove
          </Button>
        )
      }
    >
      <Group grow align="flex-start">
        <DateField
          {...field('fromDate')}
          error={noDay ?? field('fromDate').error}
          label="First day"
          autoFocus={exception === null}
          value={values.fromDate}
          onChange={(fromDate) => change({ fromDate })}
        />
        <DateField
          {...field('toDate')}
          label="Last day (optional)"
          value={values.toDate}
          onChange={(toDate) => change({ toDate })}
        />
      </Group>
      <TextInput
        {...field('reason')}
        label="Why"
        description="For example, Christmas Eve. Anybody may read it."
        value={values.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      <HoursField
        {...field('hours')}
        label="Open on each of those days (optional)"
        hint="For example 9-12, or 9-12, 1-5pm. Left empty, it is closed."
        value={values.hours}
        onChange={(hours, problem) => {
          setUnread(problem)
          change({ hours })
        }}
      />
    </FormPanel>
  )
}
