import { whereTo, type ReachWay } from '../../shared/exports/paper-reach.rules.ts'
import type { ReachAsked, ReachList, ReachRow } from '../../shared/exports/paper-people.contract.ts'
import { isTold, type AdultOf } from '../../shared/exports/paper-people.rules.ts'
import type { PersonId } from '../../shared/ids.ts'
import { ageOn } from '../../shared/time/civil.ts'
import type { QueryContext, TaskContext } from '../context.ts'
import { rosterAsAt, type RosterRecord } from '../enrolments/enrolments.repository.ts'
import { apartFrom } from '../people/must-not-meet.repository.ts'
import { adultsOf, nameOf, toReached } from './paper-people.repository.ts'

const GROWN_UP = 18

type Context = Pick<QueryContext, 'ask' | 'db' | 'today'> | Pick<TaskContext, 'ask' | 'db' | 'today'>

/** Those of a group in one status today: first whom the letter or text reaches, then who is left out, each by last name. */
export async function reachList(
  { ask, db, today }: Context,
  { groupId, way, status }: ReachAsked,
): Promise<ReachList> {
  const group = await ask.groups.get({ id: groupId })
  const people = (await rosterAsAt(db, groupId, today)).filter((row) => row.status === status)
  const adults = await adultsOf(db, people.map((row) => row.id)) // prettier-ignore
  const apart = await apartFrom(db, people.map((row) => row.id)) // prettier-ignore
  const rows = people.map((row) => toRow(row, { adults: adults.get(row.id) ?? [], apart: apart(row.id) }, way, today)) // prettier-ignore
  return {
    groupName: group.name,
    publicTitle: group.publicTitle,
    rows: [
      ...rows.filter((row) => row.leftOutBecause === null),
      ...rows.filter((row) => row.leftOutBecause !== null),
    ],
  }
}

/** The adults of a person, and those whom they must not meet. */
interface Around {
  readonly adults: readonly AdultOf[]
  readonly apart: ReadonlySet<PersonId>
}

function toRow(row: RosterRecord, { adults, apart }: Around, way: ReachWay, today: string): ReachRow {
  const age = ageOn(row.date_of_birth, today)
  const grownUp = age !== null && age >= GROWN_UP
  const responsible = grownUp ? [] : adults.filter((one) => one.parentalResponsibility === 'yes')
  const [told, untold] = [true, false].map((may) =>
    responsible.flatMap((one) => (one.record !== null && isTold(one, apart) === may ? [one.record] : [])),
  )
  const answer = whereTo(toReached(row), told ?? [], way, untold)
  return {
    name: nameOf(row),
    familyName: row.family_name,
    toName: answer.toName,
    to: answer.to,
    leftOutBecause: answer.why,
  }
}
