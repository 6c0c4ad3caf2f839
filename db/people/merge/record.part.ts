import { referenceId } from '../../../shared/ids.ts'
import type { MergeFact } from '../../../shared/people/merge.contract.ts'
import {
  mayKeepBoth,
  mergeFieldLabels,
  mergeFields,
  mustAsk,
  saysIn,
  uniteRecords,
  type MergeField,
} from '../../../shared/people/merge-record.rules.ts'
import type { Person } from '../../../shared/people/person.contract.ts'
import { matchKey } from '../../../shared/text.ts'
import { longDate } from '../../../shared/time/format.ts'
import { toFlag } from '../../flag.ts'
import type { CommandContext } from '../../context.ts'
import type { Db } from '../../store.ts'
import { findLocalityName, personColumns, toPerson } from '../people.repository.ts'
import { question, removeRow, setRow, type Part, type Sides, type Step } from './step.ts'

const answerWords: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No' }

/** What a record says in a field, for people to read. */
async function inWords(db: Db, person: Person, field: MergeField): Promise<string | null> {
  const said = saysIn(person, field)
  if (said === null) return null
  if (field === 'dateOfBirth') return longDate(said)
  if (field === 'familyId') return person.familyName ?? said
  if (field === 'localityId') return findLocalityName(db, person.localityId)
  return field.startsWith('safe') ? (answerWords[said] ?? said) : said
}

/** As `inWords`, with what goes along: a number with whether it is safe. */
async function asked(db: Db, person: Person, field: MergeField): Promise<string> {
  const words = (await inWords(db, person, field)) ?? ''
  if (field === 'phone')
    return `${words}; safe to call: ${safety[person.safeToCall]}, to text: ${safety[person.safeToText]}`
  return field === 'email' || field === 'address' ? `${words}; safe to write: ${safety[person.safeToWrite]}` : words // prettier-ignore
}
const safety: Readonly<Record<Person['safeToCall'], string>> = { yes: 'yes', no: 'no', 'not-asked': 'not asked' } // prettier-ignore

const warnings: Partial<Record<MergeField, string>> = {
  mosaicId: 'Each has a Mosaic ID of their own. Make sure that they are one person. The other is kept as a reference.', // prettier-ignore
  phone: 'Whether it is safe to call or text goes with the number.',
  address: 'Whether it is safe to write goes with the address.',
}

/** Both records side by side, field by field. */
export async function factsOf(db: Db, { kept, gone }: Sides): Promise<MergeFact[]> {
  const [a, b] = [toPerson(kept), toPerson(gone)]
  return Promise.all(
    mergeFields.map(async (field) => {
      const [one, other] = [await inWords(db, a, field), await inWords(db, b, field)]
      return {
        label: mergeFieldLabels[field],
        kept: one,
        gone: other,
        different: one !== null && other !== null && one !== other,
      }
    }),
  )
}

/**
 * The details of the two records. Where both say something and not the same it is asked, a question for each; the last
 * step writes what they come to.
 */
export const recordPart: Part = async (db, sides) => {
  const [kept, gone] = [toPerson(sides.kept), toPerson(sides.gone)]
  const choices = new Map<MergeField, 'kept' | 'gone' | 'both'>()
  const questions: Step[] = []
  for (const field of mergeFields.filter((one) => mustAsk(kept, gone, one))) {
    const words = { kept: await asked(db, kept, field), gone: await asked(db, gone, field) }
    const both = mayKeepBoth.has(field) ? `${words.kept}\n${words.gone}` : null
    questions.push({
      ask: question(field, { about: mergeFieldLabels[field], ...words, both, warning: warnings[field] ?? null }), // prettier-ignore
      carryOut: async (_context, choice) => void choices.set(field, choice),
    })
  }
  const write: Step = {
    ask: null,
    carryOut: (context) =>
      writeRecord(
        context,
        kept,
        gone,
        uniteRecords(kept, gone, (field) => choices.get(field) ?? 'kept'),
      ),
  }
  return [...questions, write]
}

async function writeRecord(context: CommandContext, kept: Person, gone: Person, united: Person) {
  const { tx } = context
  // First, because a Mosaic ID is never in two records at once.
  await setRow(tx, 'person', gone.id, { merged_into_id: kept.id, mosaic_id: null })
  await setRow(tx, 'person', kept.id, {
    ...personColumns(united),
    family_id: united.familyId,
    provisional: toFlag(united.provisional),
  })
  const other = [kept.mosaicId, gone.mosaicId].find((id) => id !== null && id !== united.mosaicId)
  if (other) await keepOtherMosaicId(context, kept, other)
}

/** The Mosaic ID that is not the person's any more is still one by which papers may know them. */
async function keepOtherMosaicId({ tx, newId }: CommandContext, { id }: Person, value: string) {
  const rows = await tx.selectFrom('person_reference').select('system_key').where('person_id', '=', id).execute() // prettier-ignore
  const taken = new Set(rows.map((row) => row.system_key))
  const names = ['Mosaic, other record', ...Array.from({ length: 50 }, (_, i) => `Mosaic, other record ${i + 2}`)] // prettier-ignore
  const system = names.find((name) => !taken.has(matchKey(name))) ?? 'Mosaic'
  await tx
    .insertInto('person_reference')
    .values({ id: newId(referenceId), person_id: id, system, system_key: matchKey(system), value })
    .execute()
}

/** What other systems call them: both, and where one system has two, the one that a person chooses. */
export const referencesPart: Part = async (db, { kept, gone }) => {
  const rows = await db.selectFrom('person_reference').selectAll().where('person_id', 'in', [kept.id, gone.id]).orderBy('system_key').execute() // prettier-ignore
  const own = new Map(rows.filter((row) => row.person_id === kept.id).map((row) => [row.system_key, row]))
  return rows
    .filter((row) => row.person_id === gone.id)
    .map((row): Step => {
      const same = own.get(row.system_key)
      if (!same) return { ask: null, carryOut: ({ tx }) => setRow(tx, 'person_reference', row.id, { person_id: kept.id }) } // prettier-ignore
      const ask = same.value === row.value ? null : question(`reference ${row.system_key}`, { about: `Reference of ${row.system}`, kept: same.value, gone: row.value }) // prettier-ignore
      return {
        ask,
        async carryOut({ tx }, choice) {
          await removeRow(tx, 'person_reference', row.id)
          if (choice === 'gone') await setRow(tx, 'person_reference', same.id, { value: row.value })
        },
      }
    })
}
