import { programmeMeasureId } from '../programmes/programme-measures.repository.ts'
import { measureDetailsSchema } from '../../shared/outcomes/measure-details.ts'
import { stageOf } from '../../shared/outcomes/stages.rules.ts'
import { addDays, daysBetween } from '../../shared/time/civil.ts'
import type { NewId } from '../context.ts'
import type { Tx } from '../store.ts'
import type { Row } from './invented.ts'
import { seeded, type Random } from './random.ts'
import { rowId } from './row-id.ts'
import { insertAll } from './write-county.ts'

/** How many groups keep a star: enough to see one of each kind, and few enough that the others stay plain. */
const GROUPS = 3
const SEED = 20_261_124

const fallReasons = ['Lost the tenancy', 'A bereavement in the family', 'A move of school']

/**
 * Family Star Plus in some groups: a first one, a review and a latest; here and there an area not discussed, one that
 * fell with why, one by the family alone, and one by the worker after the family was gone.
 */
export async function writeStars(tx: Tx, { today, newId }: { today: string; newId: NewId }): Promise<void> {
  const star = await tx.selectFrom('measure').where('name', '=', 'Family Star Plus').selectAll().executeTakeFirst() // prettier-ignore
  if (star === undefined) return
  const groups = await groupsWithPeople(tx, today)
  const random = seeded(SEED)
  const details = measureDetailsSchema.parse(JSON.parse(star.details))
  const readings = groups.flatMap(({ id, first, last, people }) =>
    people.flatMap((person_id, at): Row<'reading'>[] => {
      const form = formMaker({ newId, random, base: { group_id: id, person_id, measure_id: star.id, version: 1 } }) // prettier-ignore
      const start = details.parts.map((part) => ({ item: part.item, value: random.chance(0.06) ? null : random.between(2, 7) })) // prettier-ignore
      const later = (steps: number) => start.map(({ item, value }) => ({ item, value: value === null ? null : Math.max(1, Math.min(10, value + random.between(-1, steps))) })) // prettier-ignore
      const [middle, end] = [later(2), later(4)]
      return [
        ...form('before', start, { taken_on: first, completed_by: 'worker-and-family' }),
        ...(at === 1 ? form('before', later(3), { taken_on: first, completed_by: 'family' }) : []),
        ...(last < today && at % 2 === 0 ? form('during', middle, { taken_on: midway(first, last), completed_by: 'worker-and-family' }, fallsOf(details, start, middle, random)) : []),
        ...(last < today && at % 5 !== 4 ? form('after', end, { taken_on: last, completed_by: at === 2 ? 'worker' : 'worker-and-family' }, fallsOf(details, at % 2 === 0 ? middle : start, end, random)) : []),
      ]
    }),
  ) // prettier-ignore
  const programmes = [...new Set(groups.map((group) => group.programmeId))]
  const asked = programmes.map((programme_id) => ({ id: newId(programmeMeasureId), programme_id, measure_id: star.id, time_points: '["before","during","after"]' })) // prettier-ignore
  await insertAll(tx, 'programme_measure', asked)
  await insertAll(tx, 'reading', readings)
}

interface Value {
  readonly item: number
  readonly value: number | null
}
type Details = Parameters<typeof stageOf>[0]

/** Whether a number is a stage below another. */
const isLower = (details: Details, was: number | null, is: number | null) =>
  was !== null && is !== null && (stageOf(details, is)?.number ?? 0) < (stageOf(details, was)?.number ?? 0)

const fallsOf = (details: Details, was: readonly Value[], is: readonly Value[], random: Random) =>
  new Map(is.flatMap(({ item, value }, i) => (isLower(details, was[i]?.value ?? null, value) ? [[item, random.pick(fallReasons)] as const] : []))) // prettier-ignore

interface Making {
  readonly newId: NewId
  readonly random: Random
  readonly base: Pick<Row<'reading'>, 'group_id' | 'person_id' | 'measure_id' | 'version'>
}

/** A whole form, a row for each area. */
const formMaker =
  ({ newId, base }: Making) =>
  (
    time_point: Row<'reading'>['time_point'],
    values: readonly Value[],
    how: Pick<Row<'reading'>, 'taken_on' | 'completed_by'>,
    falls: ReadonlyMap<number, string> = new Map(),
  ): Row<'reading'>[] =>
    values.map(({ item, value }) => ({ id: newId(rowId), ...base, ...how, time_point, item, value, not_done_reason: value === null ? 'Not discussed' : null, fall_reason: falls.get(item) ?? null })) // prettier-ignore

/** A day halfway between two. */
const midway = (from: string, to: string) => addDays(from, Math.floor(daysBetween(from, to) / 2))

/** Groups that have begun, those that ended first, with everybody who was enrolled in them. */
async function groupsWithPeople(tx: Tx, today: string) {
  const groups = await tx
    .selectFrom('programme_group as g')
    .innerJoin('session', 'session.group_id', 'g.id')
    .innerJoin('programme', 'programme.id', 'g.programme_id')
    .where('programme.delivery', '=', 'closed')
    .groupBy(['g.id', 'g.programme_id'])
    .having((eb) => eb.fn.min('session.starts_at'), '<', today)
    .select(['g.id', 'g.programme_id as programmeId'])
    .select((eb) => [eb.fn.min('session.starts_at').as('first'), eb.fn.max('session.starts_at').as('last')])
    .orderBy('last')
    .limit(GROUPS)
    .execute()
  const people = await tx
    .selectFrom('enrolment')
    .innerJoin('enrolment_event as e', 'e.enrolment_id', 'enrolment.id')
    .where('e.status', '=', 'enrolled')
    .where('enrolment.group_id', 'in', groups.map((one) => one.id))
    .select(['enrolment.group_id', 'enrolment.person_id'])
    .distinct()
    .orderBy('enrolment.person_id')
    .execute() // prettier-ignore
  return groups.map((one) => ({
    ...one,
    first: one.first.slice(0, 10),
    last: one.last.slice(0, 10),
    people: people.filter((row) => row.group_id === one.id).map((row) => row.person_id),
  }))
}
