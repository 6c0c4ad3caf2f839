import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, api } from '../../api/client.ts'
import type { Input } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { ask, askKeeping } from '../../api/queries.ts'
import { CountField } from '../../ui/count-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { EditPreview, EditScope } from '../../../shared/series/edit.contract.ts'
import { shortDay, weekdayName } from '../../../shared/time/format.ts'
import { RoomSelect } from '../bookings/room-select.tsx'
import {
  changeOf,
  draftOf,
  missingIn,
  submitWords,
  valuesOf,
  type Edited,
  type EditValues,
} from './edit-draft.ts'
import { EditPreviewList } from './edit-preview.tsx'
import { ScopeChoice } from './scope-choice.tsx'

interface PanelProps {
  readonly edited: Edited
  /** How far it goes at first, where that has been said already. */
  readonly scope?: EditScope
  readonly onClose: () => void
}

/** Changes one date of a series, those from it on, or all to come: with the numbers, before anything is saved. */
export function SeriesEditPanel({ edited, scope, onClose }: PanelProps) {
  const { values: typed, change, forget } = useDraft(draftOf(edited), valuesOf(edited))
  const [chosen, setChosen] = useState(scope)
  const values = { ...typed, scope: chosen ?? typed.scope }
  const [missing, setMissing] = useState<Error | null>(null)
  const preview = usePreview(edited, values)
  const edit = useCommand('series', 'edit', {
    failure: 'inline',
    undo: true,
    done: ({ sentence }) => sentence,
    onDone: () => {
      forget()
      onClose()
    },
  })
  const error = missing ?? edit.error
  const { idOf, field } = useFields(error)
  const choose = (next: EditScope) => {
    setChosen(undefined)
    change({ scope: next })
  }
  const save = async () => {
    const { asked } = preview
    const problem = problemOf(values, asked === null)
    setMissing(problem)
    if (problem !== null || asked === null) return
    // Why it cannot be is said below as well; but there it may be out of view.
    if (preview.failure !== null) return setMissing(preview.failure)
    const seen = preview.fresh ?? (await seenNow(asked))
    if (seen !== null) edit.mutate({ ...asked, seen })
  }
  return (
    <FormPanel
      title={`Change ${shortDay(edited.startsAt)}`}
      submit={submitWords(edited.noun, preview.answer)}
      pending={edit.isPending || preview.counting}
      error={error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <ScopeChoice noun={edited.noun} value={values.scope} onChange={choose} />
      <WhenAndWhere values={values} onChange={change} field={field} />
      <MoreFields edited={edited} values={values} onChange={change} field={field} />
      <EditPreviewList preview={preview.answer} failure={preview.failure} nothing={preview.asked === null}>
        <LeaveChoice preview={preview.answer} values={values} onChange={change} />
      </EditPreviewList>
    </FormPanel>
  )
}

function problemOf(values: EditValues, nothing: boolean): ApiError | null {
  const fields = missingIn(values)
  if (Object.keys(fields).length > 0)
    return new ApiError({ code: 'INVALID_INPUT', message: 'Something is missing.', details: { fields } })
  if (!nothing) return null
  return new ApiError({ code: 'INVALID_INPUT', message: 'Choose what to change first.', details: {} })
}

type Asked = Input<'series', 'previewEdit'>

/**
 * What would happen, asked again at each change of what is typed. Of more than one date nothing can be saved until its
 * numbers are there to be read.
 */
function usePreview(edited: Edited, values: EditValues) {
  const change = Object.keys(missingIn(values)).length > 0 ? null : changeOf(edited, values)
  const { scope, leaveInTheWay } = values
  const asked: Asked | null =
    change === null ? null : { bookingId: edited.bookingId, scope, change, leaveInTheWay }
  const query = useQuery({
    ...askKeeping('series', 'previewEdit', asked ?? { bookingId: edited.bookingId, scope, change: {} }),
    enabled: asked !== null,
  })
  const failure = asked === null ? null : query.error
  const answer = asked === null || failure !== null ? undefined : query.data
  const fresh = answer === undefined || query.isPlaceholderData ? null : answer.seen
  const counting = asked !== null && scope !== 'this' && fresh === null && failure === null
  return { asked, failure, answer, fresh, counting }
}

/** One date alone is saved without waiting for its preview to be drawn; why it cannot be, the preview says. */
const seenNow = (asked: Asked) =>
  asked.scope !== 'this'
    ? Promise.resolve(null)
    : api.series.previewEdit(asked).then(
        ({ seen }) => seen,
        () => null,
      )

interface FieldsProps {
  readonly values: EditValues
  readonly onChange: (part: Partial<EditValues>) => void
  readonly field: (name: string) => { id: string; error: string | undefined }
}

const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: `${weekdayName(day)}s` }))

function WhenAndWhere({ values, onChange, field }: FieldsProps) {
  const buildings = useQuery(ask('buildings', 'list', {})).data ?? []
  return (
    <>
      {values.scope === 'this' ? (
        <DateField
          {...field('date')}
          label="Date"
          value={values.date}
          onChange={(date) => onChange({ date })}
        />
      ) : (
        <Select
          {...field('weekday')}
          label="Day of the week"
          data={weekdays}
          value={String(values.weekday)}
          onChange={(day) => onChange({ weekday: Number(day) })}
          allowDeselect={false}
        />
      )}
      <Group grow align="flex-start">
        <TimeField
          {...field('startTime')}
          label="Starts"
          value={values.startTime}
          onChange={(startTime) => onChange({ startTime })}
        />
        <TimeField
          {...field('endTime')}
          label="Ends"
          value={values.endTime}
          onChange={(endTime) => onChange({ endTime })}
        />
      </Group>
      <RoomSelect
        {...field('roomId')}
        buildings={buildings}
        value={values.roomId}
        onChange={(roomId) => onChange({ roomId })}
      />
    </>
  )
}

/** What is changed less often, out of the way of the numbers. */
function MoreFields({ edited, ...fields }: FieldsProps & { edited: Edited }) {
  const { values } = fields
  const [opened, setOpened] = useState(values.lastDay !== null)
  if (edited.words === null && values.scope === 'this') return null
  if (!opened)
    return (
      <div>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpened(true)}>
          {edited.words === null ? 'Change when it ends' : 'Change more'}
        </Button>
      </div>
    )
  return (
    <>
      {edited.words !== null && <Words {...fields} />}
      {values.scope !== 'this' && <LastDay {...fields} />}
    </>
  )
}

function Words({ values, onChange, field }: FieldsProps) {
  return (
    <>
      <TextInput
        {...field('title')}
        label="Title that anybody may read"
        value={values.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        maxLength={120}
      />
      <TextInput
        {...field('contact')}
        label="Whom to ask (optional)"
        value={values.contact}
        onChange={(event) => onChange({ contact: event.currentTarget.value })}
        maxLength={120}
      />
      <CountField
        {...field('people')}
        label="People expected (optional)"
        value={values.people}
        onChange={(people) => onChange({ people })}
      />
    </>
  )
}

function LastDay({ values, onChange, field }: FieldsProps) {
  return (
    <DateField
      {...field('lastDay')}
      label="Last day of the series (optional)"
      hint="Later adds dates by its rule. Earlier cancels those after it."
      value={values.lastDay}
      onChange={(lastDay) => onChange({ lastDay })}
    />
  )
}

/** Offered only when it is a way on: something is in the way of a date. */
function LeaveChoice({
  preview,
  values,
  onChange,
}: Omit<FieldsProps, 'field'> & { preview: EditPreview | undefined }) {
  const n = preview?.inTheWay ?? 0
  if ((n === 0 && !values.leaveInTheWay) || values.scope === 'this') return null
  return (
    <Checkbox
      label="Leave the dates with something in their way as they are"
      checked={values.leaveInTheWay}
      onChange={(event) => onChange({ leaveInTheWay: event.currentTarget.checked })}
    />
  )
}
