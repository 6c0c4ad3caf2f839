import type { GroupId, MeasureId, PersonId } from '../../shared/ids.ts'
import { FEWEST_RAYS, type Star } from '../../shared/outcomes/star.contract.ts'
import { formsOf, starOf, withoutBands } from '../../shared/outcomes/star.rules.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { found } from '../changed.ts'
import type { Db } from '../store.ts'
import type { MeasureOverTime } from '../../shared/outcomes/editions.rules.ts'
import type { Measure, Reading } from '../../shared/outcomes/outcomes.contract.ts'
import { listEditions } from './measure-editions.repository.ts'
import * as measures from './measures.repository.ts'
import * as outcomes from './outcomes.repository.ts'
import * as stars from './star.repository.ts'

interface Asked {
  readonly groupId: GroupId
  readonly personId: PersonId
  readonly measureId: MeasureId
}

/** One person's star: nothing in it is worked out anywhere else, so that screen and paper cannot differ. */
export async function readStar(db: Db, { groupId, personId, measureId }: Asked): Promise<Star> {
  const { group, person } = found(await stars.readHeading(db, groupId, personId), 'star')
  const now = measures.toMeasure(found(await measures.findById(db, measureId), 'measure'))
  const all = (await outcomes.listReadingsOf(db, groupId, [personId])).map(outcomes.toReading)
  const readings = all.filter((one) => one.measureId === measureId)
  const measure = await asTaken(db, now, readings)
  const { stages } = measure.details
  return {
    groupId,
    personId,
    measureId,
    measureName: measure.name,
    groupName: group.name,
    publicTitle: group.public_title,
    personName: displayName({ firstName: person.first_name, lastName: person.last_name, knownAs: person.known_as }), // prettier-ignore
    firstName: person.known_as ?? person.first_name,
    hasStages: stages !== null,
    stagesConfirmed: stages?.confirmed ?? false,
    ...starOf(measure, readings),
  }
}

/** The same for the family. */
export const readStarPaper = async (db: Db, asked: Asked): Promise<Star> =>
  withoutBands(await readStar(db, asked))

/** The measure as it was when the newest of these was taken: what is drawn is all of that edition. */
async function asTaken(db: Db, measure: Measure, readings: readonly Reading[]): Promise<MeasureOverTime> {
  const newest = Math.max(0, ...readings.map((one) => one.edition))
  const earlier = (await listEditions(db, measure.id)).map((one) => one.measure)
  const taken = newest === measure.edition ? measure : earlier.find((one) => one.edition === newest)
  return { ...(taken ?? measure), earlier }
}

/** The measures with enough parts for a star that a person has readings of, by group. */
export async function listStars(db: Db, personId: PersonId) {
  const rows = await stars.listOfPerson(db, personId)
  const all = await Promise.all(
    rows.map(async (row) => {
      const measure = measures.toMeasure(found(await measures.findById(db, row.measure_id), 'measure'))
      if (measure.details.parts.length < FEWEST_RAYS) return []
      const readings = (await outcomes.listReadingsOf(db, row.group_id, [personId])).map(outcomes.toReading)
      return {
        groupId: row.group_id,
        measureId: row.measure_id,
        measureName: row.name,
        groupName: row.group_name,
        forms: formsOf(measure, readings).length,
        firstOn: row.first,
        latestOn: row.latest,
      }
    }),
  )
  return all.flat()
}
