import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useMay, useToday } from '../../api/session.ts'
import { registerStateWords } from '../../ui/steps.tsx'
import type { Group, Session } from '../../../shared/groups/groups.contract.ts'
import { isWithFamily } from '../../../shared/programmes/catalogue.rules.ts'
import { sessionKindLabels } from '../../../shared/programmes/session-kinds.ts'
import { sessionInWords } from './group-words.ts'
import classes from './groups.module.css'

/** Phone calls and home visits: each with the family it is with, apart from the dates of the group. */
export function Calls({ group }: { group: Group }) {
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
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <CallLine key={call.id} call={call} names={withWhom(call)} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function CallLine({ call, names }: { call: Session; names: readonly string[] }) {
  const may = useMay()
  const state = registerStateWords[call.registerState]
  return (
    <tr>
      <td className={classes.day}>{sessionInWords(call, useToday())}</td>
      <td>{call.topic ?? sessionKindLabels[call.kind]}</td>
      <td>{new Intl.ListFormat('en-GB').format(names)}</td>
      <td>{may('registers.view') ? <Link to={`/registers/${call.id}`}>{state}</Link> : state}</td>
    </tr>
  )
}
