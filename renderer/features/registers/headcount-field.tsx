import { useId, useState } from 'react'
import { fieldErrors, useCommand } from '../../api/commands.ts'
import { failureText } from '../../api/notify.tsx'
import { CountField } from '../../ui/count-field.tsx'
import { participantRoleLabels } from '../../../shared/enrolments/participants.rules.ts'
import type { SessionId } from '../../../shared/ids.ts'
import { roomInWords } from '../../../shared/registers/headcounts.rules.ts'
import type { RoleCount } from '../../../shared/registers/record.contract.ts'

interface HeadcountFieldProps {
  readonly sessionId: SessionId
  readonly row: RoleCount
  readonly disabled: boolean
}

/** Heads of one role. Saved by Enter, Esc or leaving it; empty is "nobody counted", which is not 0. */
export function HeadcountField({ sessionId, row, disabled }: HeadcountFieldProps) {
  const id = useId()
  const [people, setPeople] = useState(row.counted)
  const set = useCommand('registers', 'setHeadcount', { failure: 'inline' })
  const save = () => {
    if (people !== row.counted && !set.isPending) set.mutate({ sessionId, role: row.role, people })
  }
  const error = set.error === null ? undefined : (fieldErrors(set.error)['people'] ?? failureText(set.error))
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of its field
    <div onBlur={save} onKeyDown={(event) => ['Enter', 'Escape'].includes(event.key) && save()}>
      <CountField
        id={id}
        label={participantRoleLabels[row.role]}
        hint={roomInWords(row)}
        error={error}
        disabled={disabled}
        value={people}
        onChange={setPeople}
      />
    </div>
  )
}
