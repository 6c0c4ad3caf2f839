import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useMay, useToday } from '../../api/session.ts'
import { registerStateWords } from '../../ui/steps.tsx'
import type { Group, Session } from '../../../shared/groups/groups.contract.ts'
import { isWithFamily } from '../../../shared/programmes/catalogue.rules.ts'
import { sessionKindLabels } from '../../../shared/programmes/session-kinds.ts'
import type { SessionAction } from './group-sessions-tab.tsx'
import { offInWords, sessionInWords } from './group-words.ts'
import classes from './groups.module.css'

interface CallsProps {
  readonly group: Group
  readonly onAct: (action: SessionAction) => void
}

/** Phone calls and home visits: each with the family it is with, apart from the dates of the group. */
export function Calls({ group, onAct }: CallsProps) {
  const may = useMay()
  const calls = group.sessions.filter(isWithFamily)
  const invited = useQuery({
    ...ask('groups', 'invited', { groupId: group.id }),
    enabled: calls.length > 0 && may('registers.view'),
  }).data
  if (calls.length === 0) return null
  const withWhom = ({ id }: Session) =>
    (invited ?? []).filter((one) => one.sessionId === id).map((one) => one.name)
  return (
    <>
      <h2 className={classes.callsTitle}>Calls and visits</h2>
      <table className={classes.table} aria-label="Calls and visits">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">With</th>
            <th scope="col">Register</th>
            <th scope="col">
              <span className="sr-only">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <CallLine
              key={call.id}
              call={call}
              names={withWhom(call)}
              onCancel={
                group.mayChange && may('groups.edit') ? () => onAct({ kind: 'off', session: call }) : null
              }
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

interface CallLineProps {
  readonly call: Session
  readonly names: readonly string[]
  /** Null where it is not theirs to cancel. */
  readonly onCancel: (() => void) | null
}

function CallLine({ call, names, onCancel }: CallLineProps) {
  const may = useMay()
  const today = useToday()
  const off = call.registerState === 'did-not-run'
  const state = registerStateWords[call.registerState]
  return (
    <tr>
      <td className={classes.day}>{sessionInWords(call, today)}</td>
      <td>{call.topic ?? sessionKindLabels[call.kind]}</td>
      <td>{new Intl.ListFormat('en-GB').format(names)}</td>
      <td>
        {off && `${offInWords(call, today)}: ${call.reason ?? 'no reason given'}`}
        {!off && (may('registers.view') ? <Link to={`/registers/${call.id}`}>{state}</Link> : state)}
      </td>
      <td>
        {onCancel !== null && !off && call.registerState !== 'complete' && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
            Cancel<span className="sr-only"> {sessionInWords(call, today)}</span>
          </Button>
        )}
      </td>
    </tr>
  )
}
