import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { Failure, LoadingAfter300ms } from '../../ui/states.tsx'
import { Page } from '../../ui/page.tsx'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { shortDay, timeRange } from '../../../shared/time/format.ts'
import { PrintRegister } from './print-register.tsx'
import { RegisterSheet } from './register-sheet.tsx'
import type { Heading } from './register-sheet.tsx'

/** A session's register: `#/registers/:sessionId`. */
export function RegisterScreen() {
  const { sessionId = '' } = useParams()
  const register = useQuery(ask('registers', 'open', { sessionId }))
  if (register.data !== undefined)
    return <RegisterSheet key={sessionId} register={register.data} heading={headingOf(register.data)} />
  return (
    <Page title="Register">
      {register.isError ? (
        <Failure error={register.error} onRetry={() => void register.refetch()} />
      ) : (
        <LoadingAfter300ms label="Opening the register" />
      )}
    </Page>
  )
}

/** `Session 4 of 10 · Tue 24 Nov 2026, 10am to midday · Hall, Wigston Magna · Jo and Amir` */
function Sentence({ register }: { register: Register }) {
  const { sessionNumber, sessionCount, startsAt, endsAt, roomName, buildingName, facilitators } = register
  const rest = [
    `${shortDay(startsAt)} ${startsAt.slice(0, 4)}, ${timeRange(startsAt, endsAt)}`,
    [roomName, buildingName].filter((name) => name !== null).join(', '),
    new Intl.ListFormat('en-GB').format(facilitators),
  ]
  return (
    <>
      <Anchor href={`#/groups/${register.groupId}`} title="Go to the group" inherit underline="always">
        {sessionNumber === null ? 'Did not run' : `Session ${sessionNumber} of ${sessionCount}`}
      </Anchor>
      {rest.filter((part) => part !== '').map((part) => ` · ${part}`)}
    </>
  )
}

const headingOf = (register: Register): Heading => ({
  title: register.groupName,
  sentence: <Sentence register={register} />,
  action: <PrintRegister register={register} />,
})
