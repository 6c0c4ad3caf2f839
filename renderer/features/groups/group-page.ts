import type { Step } from '../../ui/steps.tsx'
import type { Group, Session } from '../../../shared/groups/groups.contract.ts'
import { count } from '../../../shared/text.ts'
import { leadersInWords, offInWords, roomsInWords } from './group-words.ts'
import { dayInWords } from '../../../shared/time/format.ts'

/** The session that is next to take: the oldest that is owed. */
export const dueSession = ({ sessions }: Group): Session | undefined =>
  sessions.find((session) => session.registerState === 'due' || session.registerState === 'started')

/** The starts of the sessions that stand and are to come. */
export const toComeOf = ({ sessions }: Group): string[] =>
  sessions.filter((session) => session.registerState === 'not-due').map((session) => session.startsAt)

/** The session the group stands at: the one owed, or else the next to come. */
const standsAt = (group: Group): Session | undefined =>
  dueSession(group) ?? group.sessions.find((session) => session.registerState === 'not-due')

/** `Session 4 of 10 · Tuesdays, 10am to midday, every week · Hall, Wigston Magna · Jo and Amir` */
export function groupSentence(group: Group, today: string): string {
  const place = group.sessions.find((session) => session.roomName !== null)
  const where = place ? `${roomsInWords(place)}, ${place.buildingName}` : group.buildingName
  const leaders = group.facilitators.length === 0 ? 'nobody leads it yet' : leadersInWords(group.facilitators)
  return [progress(group, today), group.pattern, where, leaders].filter((part) => part !== null).join(' · ')
}

function progress(group: Group, today: string): string {
  if (group.status === 'cancelled') return `Cancelled: ${group.cancelledReason ?? 'no reason given'}`
  if (group.status === 'paused') return `Paused: ${group.pausedReason ?? 'no reason given'}`
  if (group.status === 'finished' && group.registersDue === 0)
    return `Finished, ${count(group.sessionCount, 'session')}`
  const begun = group.sessions.filter((one) => one.number !== null && one.registerState !== 'not-due').length
  if (begun > 0) return `Session ${begun} of ${group.sessionCount}`
  const sessions = count(group.sessionCount, 'session')
  return group.firstDate === null ? sessions : `${sessions} from ${dayInWords(group.firstDate, today)}`
}

/** The run as a thin line, each step leading to its register. */
export function stepsOf(group: Group, today: string, mayOpen: boolean): Step[] {
  const now = standsAt(group)
  return group.sessions
    .filter(({ invitedOnly }) => !invitedOnly)
    .map((session) => ({
      id: session.id,
      label: `${session.number === null ? 'Session' : `Session ${session.number}`}, ${dayInWords(session.startsAt, today)}`,
      number: session.number,
      state: session.registerState,
      current: session.id === now?.id,
      ...(session.registerState === 'did-not-run' && { words: offInWords(session, today) }),
      ...(mayOpen && session.registerState !== 'did-not-run' && { to: `/registers/${session.id}` }),
    }))
}
