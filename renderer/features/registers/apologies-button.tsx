import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import { failureText } from '../../api/notify.tsx'
import { useMay, useToday } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFields } from '../../ui/form-panel.tsx'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'

interface ApologiesProps {
  readonly personId: PersonId
  readonly name: string
  /** The group they are looked at in; null for all of theirs. */
  readonly groupId: GroupId | null
  /** The first day offered. */
  readonly from?: string
}

/** They told us ahead: opens the question for which days. */
export function ApologiesButton(props: ApologiesProps) {
  const [opened, setOpened] = useState(false)
  if (!useMay()('registers.edit')) return null
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpened(true)}>
        Will not come…
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={`${props.name} will not come`}
        transitionProps={{ duration: 0 }}
      >
        <ApologiesForm {...props} onClose={() => setOpened(false)} />
      </Modal>
    </>
  )
}

function ApologiesForm({ personId, name, groupId, from, onClose }: ApologiesProps & { onClose: () => void }) {
  const today = useToday()
  const start = from !== undefined && from > today ? from : today
  const [days, setDays] = useState<{ from: string | null; to: string | null }>({ from: start, to: start })
  const [everywhere, setEverywhere] = useState(groupId === null)
  const apologise = useCommand('registers', 'apologise', {
    failure: 'inline',
    undo: true,
    done: ({ sessions }) => `Apologies of ${name} recorded for ${count(sessions.length, 'session')}`,
    onDone: onClose,
  })
  const { field } = useFields(apologise.error)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (days.from === null || days.to === null) return
    apologise.mutate({ personId, groupId: everywhere ? null : groupId, from: days.from, to: days.to })
  }
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="md">
        {apologise.error !== null && <ErrorSummary errors={[{ message: failureText(apologise.error) }]} />}
        <DateField
          {...field('from')}
          label="From"
          value={days.from}
          onChange={(day) => setDays({ from: day, to: day !== null && days.to !== null && days.to < day ? day : days.to })} // prettier-ignore
        />
        <DateField {...field('to')} label="To" value={days.to} onChange={(to) => setDays({ ...days, to })} />
        {groupId !== null && (
          <Checkbox
            label="In every group of theirs"
            checked={everywhere}
            onChange={(event) => setEverywhere(event.currentTarget.checked)}
          />
        )}
        <Group>
          <Button type="submit" loading={apologise.isPending}>
            Record apologies
          </Button>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
