import { factsOf, type Mark } from './facts.rules.ts'
import type { GroupRows } from './group-rows.ts'

/** The two measures of coming, over complete registers: how many came, and how many came or told us that they would not. */
export interface Coming {
  readonly expected: number
  readonly attended: number
  readonly attendedOrApologised: number
}

const comingOf = (marks: readonly Mark[]): Coming => ({
  expected: marks.length,
  attended: marks.filter((mark) => mark.attended).length,
  attendedOrApologised: marks.filter((mark) => mark.attended || mark.apology).length,
})

/** The two measures for everyone who was expected, and for each session delivered. Both add up to those of the group. */
export function comingByPersonAndSession(rows: GroupRows) {
  const { expected, delivered } = factsOf(rows)
  const ofPerson = Map.groupBy(expected, (mark) => mark.personId)
  const ofSession = Map.groupBy(expected, (mark) => mark.sessionId)
  return {
    people: [...ofPerson].map(([personId, marks]) => ({ personId, ...comingOf(marks) })),
    sessions: delivered.map((one) => ({ sessionId: one.id, ...comingOf(ofSession.get(one.id) ?? []) })),
  }
}
