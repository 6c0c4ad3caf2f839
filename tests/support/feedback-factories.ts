import { newIdAt } from '../../db/new-id.ts'
import { idOf, type GroupId } from '../../shared/ids.ts'
import type { Measure, TimePoint } from '../../shared/outcomes/outcomes.contract.ts'
import { aRegister, at } from './register-factories.ts'
import { putRows } from './rows.ts'
import { NOW, type TestCounty } from './test-county.ts'

const newId = newIdAt(new Date(NOW))

/** A measure of the library that the group's programme asks for at these times. */
export async function askFor(
  county: TestCounty,
  groupId: GroupId,
  name: string,
  points: readonly TimePoint[],
): Promise<Measure> {
  const all = await county.api.outcomes.listMeasures({})
  const measure = at(all.filter((one) => one.name === name), 0) // prettier-ignore
  await putRows(county, async (tx) => {
    const { programme_id } = await tx
      .selectFrom('programme_group')
      .select('programme_id')
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow()
    const row = { id: newId(idOf('use of a measure')), programme_id, measure_id: measure.id }
    await tx
      .insertInto('programme_measure')
      .values({ ...row, time_points: JSON.stringify(points) })
      .execute()
  })
  return measure
}

/** A group with two sessions, asked to rate each of them and, at the end, the whole with the listening questions. */
export async function aGroupAsked(county: TestCounty) {
  const register = await aRegister(county, { dates: ['2026-11-16', '2026-11-23', '2026-11-30'] })
  const { groupId } = register
  return {
    ...register,
    session: await askFor(county, groupId, 'Rating of the session', ['during']),
    overall: await askFor(county, groupId, 'Overall rating', ['after']),
    listening: await askFor(county, groupId, 'Three listening questions', ['after']),
  }
}
