import { Radio, Stack } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { useToday } from '../../api/session.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { LeavingReason } from '../../../shared/enrolments/reasons.ts'
import type { Subject } from './panels.ts'
import { ReasonFields } from './reason-fields.tsx'

interface EndOfferProps {
  readonly subject: Subject
  readonly lapsed: boolean
  readonly onClose: () => void
}

interface Draft {
  readonly to: 'waiting' | 'withdrawn'
  readonly reasonKind: LeavingReason | null
  readonly reason: string
}

/** They do not want the place, or never said: where they go from here, and why. The place is free for the next. */
export function EndOfferPanel({ subject, lapsed, onClose }: EndOfferProps) {
  const { enrolmentId, version, name } = subject
  const today = useToday()
  const start: Draft = { to: lapsed ? 'waiting' : 'withdrawn', reasonKind: lapsed ? 'no-answer' : 'declined', reason: '' } // prettier-ignore
  const { values, change, forget } = useDraft<Draft>(`end offer ${enrolmentId} ${version}`, start)
  const end = useCommand('enrolments', 'endOffer', {
    failure: 'inline',
    undo: true,
    done: (_, asked) => `${name} ${asked.to === 'waiting' ? 'waits again' : 'has withdrawn'}`,
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(end.error)
  const { to, reason } = values
  const save = () => end.mutate({ enrolmentId, version, onDate: today, to, reasonKind: values.reasonKind ?? 'not-known', reason }) // prettier-ignore
  return (
    <FormPanel
      title={`End the offer to ${name}`}
      submit="End the offer"
      pending={end.isPending}
      error={end.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={save}
    >
      <Radio.Group
        label="From here they"
        value={to}
        onChange={(value) => change({ to: value === 'waiting' ? 'waiting' : 'withdrawn' })}
      >
        <Stack gap={8} mt={4}>
          <Radio value="withdrawn" label="Do not want a place" />
          <Radio value="waiting" label="Wait again, by the day they were referred" />
        </Stack>
      </Radio.Group>
      <ReasonFields field={field} kind={values.reasonKind} words={reason} onChange={change} />
    </FormPanel>
  )
}
