import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { ApiError } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { ask } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import type { Check } from '../../../shared/enrolments/checks.rules.ts'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import { needsReason } from './checks.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

interface Asked {
  readonly personId: PersonId
  readonly name: string
  readonly checks: readonly Check[]
  readonly error: unknown
}

/**
 * Enrols from today: sessions before it do not expect somebody who was not there yet. Where something speaks against it,
 * `dialog` asks why it goes ahead.
 */
export function useEnrol(groupId: GroupId): {
  readonly enrol: (personId: PersonId, name: string) => Promise<void>
  readonly dialog: ReactNode
} {
  const today = useToday()
  const [asked, setAsked] = useState<Asked | null>(null)
  const names = useRef(new Map<string, string>())
  const command = useCommand('enrolments', 'enrol', {
    failure: 'inline',
    undo: true,
    done: (_, { personId }) => `Enrolled ${names.current.get(personId) ?? 'one more person'}`,
    onDone: () => setAsked(null),
  })
  const send = (personId: PersonId, name: string, checks: readonly Check[], overrideReason: string | null) =>
    command.mutate(
      { groupId, personId, status: 'enrolled', onDate: today, overrideReason },
      {
        onError: (error) =>
          error instanceof ApiError && error.code === 'CONFLICT' && error.details['enrolmentId'] === undefined
            ? setAsked({ personId, name, checks, error })
            : notifyFailure(error),
      },
    )
  const enrol = async (personId: PersonId, name: string) => {
    names.current.set(personId, name)
    const checks = await ask('enrolments', 'check', { groupId, personId }).queryFn()
    if (needsReason(checks)) setAsked({ personId, name, checks, error: null })
    else send(personId, name, checks, null)
  }
  const dialog = asked && (
    <ReasonDialog
      {...asked}
      pending={command.isPending}
      onGoAhead={(reason) => send(asked.personId, asked.name, asked.checks, reason)}
      onClose={() => setAsked(null)}
    />
  )
  return { enrol, dialog }
}
