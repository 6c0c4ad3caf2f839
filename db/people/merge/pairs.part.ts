import { inOrder } from '../must-not-meet.repository.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Db } from '../../store.ts'
import { bothNotes, question, removeRow, setRow, unasked, type Part, type Sides, type Step } from './step.ts'

interface Pair {
  readonly person_id: PersonId
  readonly other_id: PersonId
}

const otherOf = (pair: Pair, id: PersonId) => (pair.person_id === id ? pair.other_id : pair.person_id)

/** Whom the two must not meet. That the two must not meet each other is refused before. */
export const mustNotMeetPart: Part = async (db, { kept, gone }) => {
  const rows = await db
    .selectFrom('must_not_meet')
    .selectAll()
    .where((eb) =>
      eb.or([eb('person_id', 'in', [kept.id, gone.id]), eb('other_id', 'in', [kept.id, gone.id])]),
    ) // prettier-ignore
    .orderBy('id')
    .execute()
  const mine = rows.filter((row) => row.person_id === kept.id || row.other_id === kept.id)
  return rows
    .filter((row) => !mine.includes(row))
    .map((row) => {
      const other = otherOf(row, gone.id)
      const same = mine.find((one) => otherOf(one, kept.id) === other && one.until_date === null)
      if (!same || row.until_date !== null)
        return unasked(({ tx }) => setRow(tx, 'must_not_meet', row.id, inOrder(kept.id, other)))
      return unasked(async ({ tx }) => {
        await removeRow(tx, 'must_not_meet', row.id)
        await setRow(tx, 'must_not_meet', same.id, { reason: bothNotes(same.reason, row.reason) })
      })
    })
}

/** Who is known to be two people. That these two are is asked again: somebody has decided otherwise before. */
export const notTheSamePart: Part = async (db, { kept, gone }) => {
  const rows = await db
    .selectFrom('not_the_same')
    .innerJoin('user', 'user.id', 'not_the_same.decided_by')
    .selectAll('not_the_same')
    .select('user.name as decided_name')
    .where((eb) =>
      eb.or([eb('person_id', 'in', [kept.id, gone.id]), eb('other_id', 'in', [kept.id, gone.id])]),
    ) // prettier-ignore
    .orderBy('not_the_same.id')
    .execute()
  const mine = rows.filter((row) => row.person_id === kept.id || row.other_id === kept.id)
  return rows
    .filter((row) => row.person_id === gone.id || row.other_id === gone.id)
    .map((row): Step => {
      const other = otherOf(row, gone.id)
      if (other === kept.id) return decidedTwo(row)
      const known = mine.some((one) => otherOf(one, kept.id) === other)
      return unasked(
        ({ tx }) =>
        known ? removeRow(tx, 'not_the_same', row.id) : setRow(tx, 'not_the_same', row.id, inOrder(kept.id, other)), // prettier-ignore
      )
    })
}

const decidedTwo = ({ id, decided_name }: { id: string; decided_name: string }): Step => ({
  ask: question('decided', {
    about: 'Found to be two people before',
    kept: 'They are one person after all',
    gone: null,
    warning: `${decided_name} has said that they are two people. Speak to each other before you go on.`,
  }),
  carryOut: ({ tx }) => removeRow(tx, 'not_the_same', id),
})

/** Why two records can never be one, in words; null when they can. What somebody else may not read is not told. */
export async function refusal(db: Db, { kept, gone }: Sides): Promise<string | null> {
  const { person_id, other_id } = inOrder(kept.id, gone.id)
  const apart = await db.selectFrom('must_not_meet').select('id').where('person_id', '=', person_id).where('other_id', '=', other_id).executeTakeFirst() // prettier-ignore
  if (apart)
    return 'These two are known to be two people: a manager, or who leads their groups, can say why. They cannot be taken together.' // prettier-ignore
  const adult = await db
    .selectFrom('person_adult')
    .select('relation')
    .where((eb) =>
      eb.or([
        eb.and([eb('person_id', '=', kept.id), eb('adult_id', '=', gone.id)]),
        eb.and([eb('person_id', '=', gone.id), eb('adult_id', '=', kept.id)]),
      ]),
    ) // prettier-ignore
    .executeTakeFirst()
  return adult
    ? `One of them is recorded as an adult of the other (${adult.relation.toLowerCase()}), so they are two people. If that is an error, take the adult away first.`
    : null
}
