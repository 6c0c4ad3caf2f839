import { TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { useToday } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { SeriesId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import { dateOf } from '../../../shared/time/civil.ts'

interface EndSeriesPanelProps {
  readonly seriesId: SeriesId
  readonly noun: 'session' | 'booking'
  /** The starts of those that stand and are to come, where they are known. */
  readonly toCome?: readonly string[]
  readonly onClose: () => void
}

/** Ends a series early: what is over stays with its registers, what was to come is off, and its rooms are free. */
export function EndSeriesPanel({ seriesId, noun, toCome, onClose }: EndSeriesPanelProps) {
  const start: { after: string | null; reason: string } = { after: useToday(), reason: '' }
  const { values, change, forget } = useDraft(`end ${seriesId}`, start)
  const { after } = values
  const end = useCommand('series', 'end', {
    failure: 'inline',
    undo: true,
    done: ({ sentence }) => sentence,
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(end.error)
  const off = after === null ? 0 : (toCome?.filter((one) => dateOf(one) > after).length ?? 0)
  return (
    <FormPanel
      title="End this series"
      submit={off === 0 ? 'End the series' : `Cancel ${count(off, noun)}`}
      pending={end.isPending}
      error={end.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={() => end.mutate({ seriesId, after: after ?? '', reason: values.reason })}
    >
      <p>
        Each {noun} after its last day is cancelled and its rooms are free. What is over or marked already
        stays, and nothing is deleted.
      </p>
      <DateField
        {...field('after')}
        label="Last day"
        value={after}
        onChange={(day) => change({ after: day })}
      />
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
