import type { Call } from '../../shared/calls/calls.contract.ts'
import { absencesRunning, fallingAttendance, type Recorded } from '../../shared/calls/coming.rules.ts'
import { offerProblem } from '../../shared/calls/groups.rules.ts'
import type { Thresholds } from '../../shared/calls/thresholds.ts'
import { isQuiet, tryInWords } from '../../shared/calls/tries.rules.ts'
import { addDays, dateOf } from '../../shared/time/civil.ts'
import { ageInWords, dayInWords } from '../../shared/time/format.ts'
import { fromFlag } from '../flag.ts'
import type { Meeting } from './groups.repository.ts'
import type { AdultRow, Holding, TryRow } from './people.repository.ts'
import { nameOf, reachOf } from './reach.ts'

/** Somebody who may need a call, and since when a try counts: before it is known what was tried. */
export interface Candidate {
  readonly kind: 'absences' | 'falling' | 'offer-lapsing'
  readonly holding: Holding
  readonly group: Pick<Meeting, 'id' | 'name'>
  readonly why: string
  /** The day it is about, and the local moment since which a try is an answer to it. */
  readonly on: string
  readonly since: string
}

interface Of {
  readonly holding: Holding
  readonly group: Pick<Meeting, 'id' | 'name'>
  readonly history: readonly Recorded[]
  /** Every try to reach them; none until it is known whose are wanted. */
  readonly tries: readonly TryRow[]
  readonly thresholds: Thresholds
  readonly today: string
}

/** Why somebody with a place or an offer may need a call; the most pressing reason only, null when there is none. */
export const candidateOf = (of: Of): Candidate | null =>
  of.holding.status === 'offered'
    ? offered(of)
    : of.holding.role === 'volunteer'
      ? null
      : (absent(of) ?? falling(of))

function offered({ holding, group, thresholds, today }: Of): Candidate | null {
  const why = offerProblem(holding.expires_on, today, thresholds)
  if (why === null || holding.expires_on === null) return null
  // Once it has lapsed, what was said about it while it stood is no answer any more.
  const lapsed = holding.expires_on < today
  const since = lapsed ? addDays(holding.expires_on, 1) : holding.on_date
  return { kind: 'offer-lapsing', holding, group, why, on: holding.expires_on, since }
}

/** Having been spoken to about it is contact made: a run begins after it. */
function absent({ holding, group, history, tries, thresholds, today }: Of): Candidate | null {
  const spoken = triesAbout('absences', group, tries).findLast((one) => one.outcome === 'reached')
  const run = absencesRunning(spoken ? history.filter((mark) => mark.startsAt > spoken.at) : history)
  if (run === null || run.times < thresholds.absences) return null
  const last = dayInWords(dateOf(run.lastAt), today)
  const why =
    run.times === 1
      ? `Missed ${last}, and nobody has told us why.`
      : `Missed ${run.times} times running, the last on ${last}. Nobody has told us why.`
  return { kind: 'absences', holding, group, why, on: dateOf(run.lastAt), since: run.lastAt }
}

function falling({ holding, group, history, thresholds }: Of): Candidate | null {
  const fall = fallingAttendance(history, thresholds)
  if (fall === null) return null
  const why = `Came to ${fall.lately} of the last ${fall.of} sessions, and to ${fall.before} of the ${fall.of} before.`
  return { kind: 'falling', holding, group, why, on: dateOf(fall.lastAt), since: fall.lastAt }
}

const aboutOf = { absences: 'absence', falling: 'absence', 'offer-lapsing': 'offer' } as const

/** What was tried about a candidate: of its own subject, and of its own group or of none. */
const triesAbout = (kind: Candidate['kind'], group: Candidate['group'], tries: readonly TryRow[]) =>
  tries.filter((one) => one.about === aboutOf[kind] && (one.group_id === null || one.group_id === group.id))

interface Known {
  readonly tries: readonly TryRow[]
  readonly adults: readonly AdultRow[]
  readonly thresholds: Thresholds
  readonly today: string
}

/** The call that a candidate needs; none while what was tried holds. */
export function callOf(candidate: Candidate, { tries, adults, thresholds, today }: Known): Call | null {
  const { kind, holding, group, why, on, since } = candidate
  const own = triesAbout(kind, group, tries)
  if (isQuiet(own, since, today, thresholds)) return null
  const last = own.at(-1)
  const age = holding.date_of_birth === null ? null : ageInWords(holding.date_of_birth, today)
  return {
    kind,
    subjectId: holding.enrolment_id,
    title: nameOf(holding),
    why,
    on,
    person: { id: holding.person_id, name: nameOf(holding), age, alert: fromFlag(holding.alert) },
    groupId: group.id,
    groupName: group.name,
    sessionId: null,
    about: aboutOf[kind],
    reach: reachOf(holding, adults, today),
    lastTried: last ? tryInWords(last, today) : null,
    to: `/people/${holding.person_id}`,
  }
}
