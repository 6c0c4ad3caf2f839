import { idOf, type GroupId, type MeasureId } from '../../shared/ids.ts'
import { newIdAt } from '../../db/new-id.ts'
import type { Measure, outcomesContract } from '../../shared/outcomes/outcomes.contract.ts'
import type { z } from 'zod'
import { putRows } from './rows.ts'
import { NOW, type TestCounty } from './test-county.ts'

const newId = newIdAt(new Date(NOW))
type Fields = Partial<z.input<typeof outcomesContract.createMeasure.input>>

/** Three goals rated 0 to 10 in whole numbers, higher is better, unless said; used by the group's programme. */
export async function aMeasure(county: TestCounty, groupId: GroupId, fields: Fields = {}) {
  const measure = await county.api.outcomes.createMeasure({
    name: 'Test goals',
    kind: 'goals',
    minimum: 0,
    maximum: 10,
    wholeNumbers: true,
    direction: 'higher-is-better',
    goalLimit: 3,
    ...fields,
  })
  await useMeasure(county, groupId, measure.id)
  return measure
}

/** Puts a measure on the group's programme. */
export const useMeasure = (county: TestCounty, groupId: GroupId, measureId: MeasureId) =>
  putRows(county, async (tx) => {
    const { programme_id } = await tx
      .selectFrom('programme_group')
      .select('programme_id')
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow()
    const row = { id: newId(idOf('programme measure')), programme_id, measure_id: measureId }
    await tx.insertInto('programme_measure').values(row).execute()
  })

/** What a form sends of a measure: all but its edition, which the program counts. */
export function measureFields({ edition: _edition, ...fields }: Measure) {
  return fields
}
