import { ageWarning } from '../../shared/enrolments/age.rules.ts'
import type { RosterRow } from '../../shared/enrolments/enrolments.contract.ts'
import type { GroupId } from '../../shared/ids.ts'
import { waysToReach } from '../../shared/people/contact-safety.rules.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { found } from '../changed.ts'
import type { QueryContext } from '../context.ts'
import { toPerson } from '../people/people.repository.ts'
import * as enrolments from './enrolments.repository.ts'
import { personCounts, type SessionCounts } from './expected.repository.ts'
import { findGroup, type EnrolmentGroup } from './group.repository.ts'

/** The people of a group; without a date, as it stands today and with those who join later. */
export async function roster(
  { db, today }: QueryContext,
  groupId: GroupId,
  asAt: string | null,
): Promise<RosterRow[]> {
  const group = found(await findGroup(db, groupId), 'group')
  const rows = await (asAt === null
    ? enrolments.rosterWithComing(db, groupId, today)
    : enrolments.rosterAsAt(db, groupId, asAt))
  const counts = await personCounts(db, { groupIds: [groupId], ...(asAt === null ? {} : { to: asAt }) })
  return rows.map((row) => toRosterRow(row, group, counts.get(row.id), asAt ?? today))
}

function toRosterRow(
  row: enrolments.RosterRecord,
  group: EnrolmentGroup,
  counts: SessionCounts | undefined,
  date: string,
): RosterRow {
  const person = toPerson(row)
  return {
    enrolmentId: row.enrolment_id,
    personId: person.id,
    name: displayName(person),
    dateOfBirth: person.dateOfBirth,
    mosaicId: person.mosaicId,
    familyName: person.familyName,
    phone: waysToReach(person).call,
    safeToCall: person.safeToCall,
    allergies: person.allergies,
    alert: person.alert,
    provisional: person.provisional,
    status: row.status,
    since: row.on_date,
    reason: row.reason,
    ageWarning: ageWarning(person.dateOfBirth, group.firstDate ?? date, group.ages),
    attended: counts?.attended ?? 0,
    expected: counts?.marked ?? 0,
    version: row.enrolment_version,
  }
}
