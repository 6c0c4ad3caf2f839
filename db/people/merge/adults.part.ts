import type { Selectable } from 'kysely'
import type { Answer } from '../../../shared/people/contact-safety.rules.ts'
import { phoneKey } from '../../../shared/people/duplicates.rules.ts'
import { displayName } from '../../../shared/people/people.rules.ts'
import { fold, matchKey } from '../../../shared/text.ts'
import type { Db } from '../../store.ts'
import type { PersonAdultTable } from '../people.table.ts'
import { bothNotes, question, removeRow, setRow, unasked, type Part, type Sides, type Step } from './step.ts'

type Adult = Selectable<PersonAdultTable>

/** The adults of the two, and whose adult each of them is. Somebody who is an adult of both is so once. */
export const adultsPart: Part = async (db, sides) => {
  const { kept, gone } = sides
  const rows = await db
    .selectFrom('person_adult')
    .selectAll()
    .where((eb) => eb.or([eb('person_id', 'in', [kept.id, gone.id]), eb('adult_id', 'in', [kept.id, gone.id])]))
    .orderBy('id')
    .execute() // prettier-ignore
  const names = await namesOf(db, rows)
  return rows.flatMap((row): Step[] => {
    if (row.person_id === gone.id) return [ofChild(row, rows, sides, names)]
    return row.adult_id === gone.id ? [ofAdult(row, rows, sides, names)] : []
  })
}

/** An adult of the record that goes becomes one of the record that stays. */
function ofChild(row: Adult, rows: readonly Adult[], { kept }: Sides, names: Names): Step {
  const same = rows.find((one) => one.person_id === kept.id && isSame(one, row))
  if (same) return oneOfTwo(same, row, `${nameOf(row, names)}, ${row.relation.toLowerCase()}`)
  const last = Math.max(0, ...rows.filter((one) => one.person_id === kept.id).map((one) => one.emergency))
  const emergency = row.emergency === 0 ? 0 : Math.min(99, last + row.emergency)
  return unasked(({ tx }) => setRow(tx, 'person_adult', row.id, { person_id: kept.id, emergency }))
}

/** A child whose adult is the record that goes. */
function ofAdult(row: Adult, rows: readonly Adult[], { kept }: Sides, names: Names): Step {
  const same = rows.find((one) => one.person_id === row.person_id && one.adult_id === kept.id)
  return same
    ? oneOfTwo(same, row, `As an adult of ${names.get(row.person_id) ?? 'a child'}`)
    : unasked(({ tx }) => setRow(tx, 'person_adult', row.id, { adult_id: kept.id }))
}

const isSame = (a: Adult, b: Adult) =>
  a.adult_id === null
    ? b.adult_id === null && matchKey(a.name ?? '') === matchKey(b.name ?? '')
    : a.adult_id === b.adult_id

/** What was not asked says nothing; a yes and a no are for a person to decide. */
const clash = (a: Answer, b: Answer) => a !== 'not-asked' && b !== 'not-asked' && a !== b
const said = (a: Answer, b: Answer) => (a === 'not-asked' ? b : a)

function oneOfTwo(kept: Adult, gone: Adult, about: string): Step {
  const phones = [phoneKey(kept.phone) ?? kept.phone, phoneKey(gone.phone) ?? gone.phone]
  const differ =
    clash(kept.may_collect, gone.may_collect) ||
    clash(kept.parental_responsibility, gone.parental_responsibility) ||
    fold(kept.relation) !== fold(gone.relation) ||
    (kept.phone !== null && gone.phone !== null && phones[0] !== phones[1])
  return {
    ask: differ ? question(`adult ${gone.id}`, { about, kept: words(kept), gone: words(gone) }) : null,
    async carryOut({ tx }, choice) {
      const [first, second] = choice === 'gone' ? [gone, kept] : [kept, gone]
      await removeRow(tx, 'person_adult', gone.id)
      await setRow(tx, 'person_adult', kept.id, {
        relation: first.relation,
        phone: first.phone ?? second.phone,
        may_collect: said(first.may_collect, second.may_collect),
        parental_responsibility: said(first.parental_responsibility, second.parental_responsibility),
        emergency: kept.emergency || gone.emergency,
        note: bothNotes(kept.note, gone.note),
      })
    },
  }
}

const answerWords: Readonly<Record<Answer, string>> = { yes: 'yes', no: 'no', 'not-asked': 'not asked' }
const words = (row: Adult) =>
  [
    row.relation,
    `may collect: ${answerWords[row.may_collect]}`,
    `parental responsibility: ${answerWords[row.parental_responsibility]}`,
    row.phone,
  ]
    .filter((one) => one !== null)
    .join('; ')

type Names = ReadonlyMap<string, string>
const nameOf = (row: Adult, names: Names) => row.name ?? names.get(row.adult_id ?? '') ?? 'An adult'

async function namesOf(db: Db, rows: readonly Adult[]): Promise<Names> {
  const ids = rows.flatMap((row) => (row.adult_id ? [row.person_id, row.adult_id] : [row.person_id]))
  const people = await db.selectFrom('person').select(['id', 'first_name', 'last_name', 'known_as']).where('id', 'in', ids).execute() // prettier-ignore
  return new Map(
    people.map((one) => [one.id, displayName({ firstName: one.first_name, lastName: one.last_name, knownAs: one.known_as })]),
  ) // prettier-ignore
}
