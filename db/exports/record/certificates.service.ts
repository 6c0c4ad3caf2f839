import type { Certificates } from '../../../shared/exports/record.contract.ts'
import type { GroupId } from '../../../shared/ids.ts'
import { displayName } from '../../../shared/people/people.rules.ts'
import { dateOf } from '../../../shared/time/civil.ts'
import { found } from '../../changed.ts'
import type { QueryContext } from '../../context.ts'
import { completeCounts } from '../../enrolments/expected.repository.ts'
import { readSettings } from '../../settings/settings.repository.ts'
import { findGroupTitles } from '../workbook-data.repository.ts'
import { listPeople, ranFromTo } from './certificates.repository.ts'

/** Who gets one, by last name, with how many sessions they came to: those who completed, or who came so often. */
export async function certificates(
  { db, today }: QueryContext,
  groupId: GroupId,
  atLeast: number | null,
): Promise<Certificates> {
  const group = found(await findGroupTitles(db, groupId), 'group')
  const came = await completeCounts(db, { groupIds: [groupId], to: today })
  const people = await listPeople(db, groupId, today)
  const ran = await ranFromTo(db, groupId, today)
  return {
    serviceName: (await readSettings(db)).serviceName,
    publicTitle: group.public_title,
    buildingName: group.building_name,
    from: ran?.from ? dateOf(ran.from) : null,
    to: ran?.to ? dateOf(ran.to) : null,
    people: people
      .map((one) => ({ ...one, sessions: came.get(`${groupId} ${one.id}`)?.attended ?? 0 }))
      .filter((one) => (atLeast === null ? one.status === 'completed' : one.sessions >= atLeast))
      .map((one) => ({
        personId: one.id,
        name: displayName({ firstName: one.first_name, lastName: one.last_name, knownAs: one.known_as }),
        sessions: one.sessions,
      })),
  }
}
