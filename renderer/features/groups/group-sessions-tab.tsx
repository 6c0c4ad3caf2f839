import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useMay, useToday } from '../../api/session.ts'
import { EmptyState } from '../../ui/states.tsx'
import { registerStateWords } from '../../ui/steps.tsx'
import type { Group, Session } from '../../../shared/groups/groups.contract.ts'
import { deliveryModeLabels } from '../../../shared/programmes/session-kinds.ts'
import type { Tried } from '../../../shared/series/edit.contract.ts'
import type { Skipped } from '../../../shared/series/skipped.contract.ts'
import { dayInWords, timeRange } from '../../../shared/time/format.ts'
import { isWithFamily } from '../../../shared/programmes/catalogue.rules.ts'
import { TriedDate } from '../series/skipped-retry.tsx'
import { Calls } from './group-calls.tsx'
import { offInWords, roomsInWords } from './group-words.ts'
import classes from './groups.module.css'

export type SessionAction = {
  readonly kind: 'move' | 'off' | 'taken' | 'delivers' | 'make-up'
  readonly session: Session
}

interface SessionsTabProps {
  readonly group: Group
  readonly onAct: (action: SessionAction) => void
}

type Line =
  | { readonly kind: 'session'; readonly at: string; readonly session: Session }
  | { readonly kind: 'skipped'; readonly at: string; readonly skip: Skipped }

/** Sessions and the dates left out between them, in the order of time. */
const linesOf = ({ sessions, skipped }: Group): Line[] =>
  [
    ...sessions
      .filter((session) => !isWithFamily(session))
      .map((session) => ({ kind: 'session', at: session.startsAt, session }) as const),
    ...skipped.map((skip) => ({ kind: 'skipped', at: skip.date, skip }) as const),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1))

/** The run as a list: when and where, what its register says, and what can be done with it. */
export function GroupSessionsTab({ group, onAct }: SessionsTabProps) {
  const lines = linesOf(group)
  const retry = useRetry(group)
  const may = useMay()
  if (lines.length === 0) return <EmptyState>This group has no sessions yet. Add one above.</EmptyState>
  return (
    <>
      {may('groups.edit') && !group.mayChange && (
        <p className={classes.others}>Others lead this group, so its sessions are not yours to change.</p>
      )}
      <table className={classes.table} aria-label="Sessions">
        <thead>
          <tr>
            <th scope="col" className={classes.number}>
              <span className="sr-only">Number</span>
            </th>
            <th scope="col">Date</th>
            <th scope="col">Time</th>
            <th scope="col">Delivers</th>
            <th scope="col">Room</th>
            <th scope="col">Register</th>
            <th scope="col">Came</th>
            <th scope="col">
              <span className="sr-only">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) =>
            line.kind === 'session' ? (
              <SessionLine key={line.session.id} session={line.session} group={group} onAct={onAct} />
            ) : (
              <SkippedLine key={line.skip.id} skip={line.skip} retry={retry} />
            ),
          )}
        </tbody>
      </table>
      <Calls group={group} onAct={onAct} />
    </>
  )
}

interface Retry {
  readonly tried: readonly Tried[] | undefined
  /** Null where there is nothing to try, or it is not theirs to. */
  readonly start: (() => void) | null
}

/** Looks again at the dates left out, once somebody asks. */
function useRetry({ seriesId, status, mayChange }: Group): Retry {
  const may = useMay()
  const [again, setAgain] = useState(false)
  const asking = again && seriesId !== null
  const query = useQuery({
    ...ask('series', 'retry', seriesId === null ? { seriesId: '' } : { seriesId }),
    enabled: asking,
  })
  const mayTry = seriesId !== null && status !== 'cancelled' && mayChange && may('groups.edit')
  return { tried: asking ? query.data : undefined, start: mayTry && !asking ? () => setAgain(true) : null }
}

function SkippedLine({ skip, retry }: { skip: Skipped; retry: Retry }) {
  const today = useToday()
  const day = dayInWords(skip.date, today)
  const tried = retry.tried?.find((one) => one.id === skip.id)
  const canTry = retry.start !== null && skip.date > today
  return (
    <tr className={classes.off} data-off="true">
      <td className={classes.number}>–</td>
      <td className={classes.day}>{day}</td>
      <td colSpan={canTry ? 5 : 6} style={{ textAlign: 'left' }}>
        {leftOutInWords(skip)}
        {tried && tried.state !== 'over' && <TriedDate tried={tried} />}
      </td>
      {canTry && (
        <td>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={retry.start}>
            Try again<span className="sr-only"> {day}</span>
          </Button>
        </td>
      )}
    </tr>
  )
}

/** `Half term · left out`; of one left out by hand, that alone. */
const leftOutInWords = ({ kind, reason }: Skipped): string =>
  kind === 'by-hand' ? reason : `${reason} · left out`

/** Who came of those expected. Nobody expected is not 0 of 0, and nothing recorded is not nobody: both say so. */
function cameInWords({ attended, expected, registerState }: Session): string {
  if (registerState === 'did-not-run' || registerState === 'not-due') return ''
  if (expected === 0) return 'Nobody expected'
  return registerState === 'due' ? `${expected} expected` : `${attended} of ${expected}`
}

/** Where it is, with the building only when it is not the group's own. */
function roomOf(session: Session, group: Group): string {
  const rooms = roomsInWords(session)
  if (rooms === null) return 'No room'
  return session.buildingName === group.buildingName ? rooms : `${rooms}, ${session.buildingName}`
}

function SessionLine({ session, group, onAct }: SessionsTabProps & { session: Session }) {
  const off = session.registerState === 'did-not-run'
  const day = dayInWords(session.startsAt, useToday())
  return (
    <tr className={off ? classes.off : undefined} data-off={off}>
      <td className={classes.number}>{session.number ?? '–'}</td>
      <td className={classes.day}>
        <time dateTime={session.startsAt}>{day}</time>
      </td>
      <td>{timeRange(session.startsAt, session.endsAt)}</td>
      <td className={classes.delivers}>
        <Delivers session={session} group={group} day={day} onAct={onAct} />
      </td>
      <td>{off ? '' : roomOf(session, group)}</td>
      <td>
        <RegisterCell session={session} />
      </td>
      <td>{cameInWords(session)}</td>
      <td>{group.mayChange && <SessionActions session={session} day={day} onAct={onAct} />}</td>
    </tr>
  )
}

/** What it delivers, which leads to saying so; of one for some, what it makes up for. */
function Delivers({ session, group, day, onAct }: SessionsTabProps & { session: Session; day: string }) {
  const may = useMay()
  const made = group.sessions.find((one) => one.id === session.makeUpForId)
  const mode = session.mode ?? group.mode
  const words = session.topic ?? 'Say what'
  return (
    <>
      {group.mayChange && may('groups.edit') ? (
        <button
          type="button"
          className={classes.say}
          data-empty={session.topic === null}
          onClick={() => onAct({ kind: 'delivers', session })}
        >
          {words}
          <span className="sr-only"> on {day}</span>
        </button>
      ) : (
        session.topic
      )}
      {made && <span className={classes.under}> Makes up for session {made.number ?? '–'}</span>}
      {mode !== group.mode && <span className={classes.under}> {deliveryModeLabels[mode]}</span>}
    </>
  )
}

function RegisterCell({ session }: { session: Session }) {
  const may = useMay()
  const words = registerStateWords[session.registerState]
  const today = useToday()
  if (session.registerState === 'did-not-run')
    return `${offInWords(session, today)}: ${session.reason ?? 'no reason given'}`
  if (!may('registers.view')) return words
  return <Link to={`/registers/${session.id}`}>{words}</Link>
}

function SessionActions({
  session,
  day,
  onAct,
}: {
  session: Session
  day: string
  onAct: SessionsTabProps['onAct']
}) {
  const may = useMay()
  const { registerState } = session
  const taken = registerState === 'complete' || registerState === 'started'
  if (registerState === 'did-not-run' || !may('groups.edit')) return null
  return (
    <>
      {taken && !session.invitedOnly && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => onAct({ kind: 'make-up', session })}
        >
          Make up<span className="sr-only"> for {day}</span>
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        onClick={() => onAct({ kind: taken ? 'taken' : 'move', session })}
      >
        Move<span className="sr-only"> {day}</span>
      </Button>
      {registerState !== 'complete' && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => onAct({ kind: 'off', session })}
        >
          {registerState === 'not-due' ? 'Cancel' : 'Did not run'}
          <span className="sr-only"> on {day}</span>
        </Button>
      )}
    </>
  )
}
