import { Select, TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { useToday } from '../../api/session.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Group, Session } from '../../../shared/groups/groups.contract.ts'
import { topicsLeft } from '../../../shared/groups/topics.rules.ts'
import { isWithFamily } from '../../../shared/programmes/catalogue.rules.ts'
import { deliveryModeLabels, deliveryModes } from '../../../shared/programmes/session-kinds.ts'
import { dayInWords } from '../../../shared/time/format.ts'

const OTHER = 'other'

interface DescribeProps {
  readonly group: Group
  readonly session: Session
  readonly onClose: () => void
}

/** What a session delivers: one of the manual, or something else in words; and how it meets. */
export function DescribePanel({ group, session, onClose }: DescribeProps) {
  const today = useToday()
  const { values, change, forget } = useDraft(`delivers ${session.id} ${session.version}`, {
    topicId: session.topicId,
    topic: session.topicId === null ? (session.topic ?? '') : '',
    mode: session.mode,
  })
  const describe = useCommand('groups', 'describeSession', {
    failure: 'inline',
    undo: true,
    done: (told) => `${dayInWords(told.startsAt, today)}: ${told.topic ?? 'nothing said'}.`,
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(describe.error)
  return (
    <FormPanel
      title={`What ${dayInWords(session.startsAt, today)} delivers`}
      submit="Save"
      pending={describe.isPending}
      error={describe.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={() => describe.mutate({ id: session.id, version: session.version, ...values })}
    >
      {group.manual.length > 0 && (
        <Select
          {...field('topicId')}
          label="Session of the programme"
          data={optionsOf(group, session)}
          value={values.topicId ?? OTHER}
          onChange={(id) => change({ topicId: group.manual.find((one) => one.id === id)?.id ?? null })}
          allowDeselect={false}
          autoFocus
        />
      )}
      {values.topicId === null && (
        <TextInput
          {...field('topic')}
          label="What it is about (optional)"
          value={values.topic}
          onChange={(event) => change({ topic: event.currentTarget.value })}
          maxLength={160}
          autoFocus={group.manual.length === 0}
        />
      )}
      <Select
        {...field('mode')}
        label="How it meets"
        {...(values.mode === 'materials' && { description: 'Materials sent never count as having come.' })}
        data={[
          { value: OTHER, label: `As the group: ${deliveryModeLabels[group.mode].toLowerCase()}` },
          ...deliveryModes.map((mode) => ({ value: mode, label: deliveryModeLabels[mode] })),
        ]}
        value={values.mode ?? OTHER}
        onChange={(mode) => change({ mode: deliveryModes.find((one) => one === mode) ?? null })}
        allowDeselect={false}
      />
    </FormPanel>
  )
}

/** The manual in order; those that no date delivers yet say so. */
function optionsOf(group: Group, session: Session) {
  const left = new Set(topicsLeft(group.manual, group.sessions).map((one) => one.id))
  const own = isWithFamily(session)
  const titles = group.manual
    .filter((one) => isWithFamily(one) === own || one.id === session.topicId)
    .map((one) => ({
      value: String(one.id),
      label: left.has(one.id) ? `${one.title} (no date yet)` : one.title,
    }))
  return [...titles, { value: OTHER, label: 'Something else' }]
}
