import { consentLabels } from '../../../shared/people/consents.rules.ts'
import type { Answer } from '../../../shared/people/contact-safety.rules.ts'
import { displayName } from '../../../shared/people/people.rules.ts'
import { dateOf, textOf, type PartReader } from './reader.ts'

const answerWords: Readonly<Record<Answer, string>> = { yes: 'Yes', no: 'No', 'not-asked': 'Not asked' }

/** A part whose rows are facts: what, and what is said. Facts of which nothing is known are left away. */
const facts = (pairs: readonly (readonly [string, string | number | null])[]) =>
  pairs.filter(([, value]) => value !== null && value !== '').map((pair) => [...pair])
const factColumns = [textOf('What'), textOf('What is kept')]

const details: PartReader = {
  part: 'details',
  columns: factColumns,
  async rows(db, { id }) {
    const row = await db
      .selectFrom('person')
      .leftJoin('family', 'family.id', 'person.family_id')
      .where('person.id', '=', id)
      .selectAll('person')
      .select('family.name as family_name')
      .executeTakeFirstOrThrow()
    return facts([
      ['First name', row.first_name],
      ['Last name', row.last_name],
      ['Known as', row.known_as],
      ['Date of birth', row.date_of_birth],
      ['Family', row.family_name],
      ['Mosaic reference', row.mosaic_id],
      ['Allergies', row.allergies],
      ['Access needs', row.access_needs],
      ['Language', row.language],
      ['Interpreter', row.interpreter === 1 ? 'Yes' : null],
    ])
  },
}

const reaching: PartReader = {
  part: 'reaching',
  columns: factColumns,
  async rows(db, { id }) {
    const row = await db
      .selectFrom('person')
      .leftJoin('locality', 'locality.id', 'person.locality_id')
      .where('person.id', '=', id)
      .selectAll('person')
      .select('locality.name as locality_name')
      .executeTakeFirstOrThrow()
    return facts([
      ['Address', row.address],
      ['Postcode', row.postcode],
      ['Locality', row.locality_name],
      ['Phone', row.phone],
      ['Email', row.email],
      ['Safe to call', answerWords[row.safe_to_call]],
      ['Safe to text', answerWords[row.safe_to_text]],
      ['Safe to write', answerWords[row.safe_to_write]],
    ])
  },
}

/** A number that the adult gave as their own stands in their own record and is theirs: here is only what was written for this person. */
const adults: PartReader = {
  part: 'adults',
  columns: ['Name', 'Relation', 'Parental responsibility', 'May collect', 'In an emergency', 'Phone', 'Note'].map(textOf), // prettier-ignore
  async rows(db, { id }) {
    const rows = await db
      .selectFrom('person_adult as a')
      .leftJoin('person as known', 'known.id', 'a.adult_id')
      .where('a.person_id', '=', id)
      .selectAll('a')
      .select(['known.first_name', 'known.last_name', 'known.known_as'])
      .orderBy('a.id')
      .execute()
    return rows.map((row) => [
      row.first_name === null || row.last_name === null
        ? row.name
        : displayName({ firstName: row.first_name, lastName: row.last_name, knownAs: row.known_as }),
      row.relation,
      answerWords[row.parental_responsibility],
      answerWords[row.may_collect],
      row.emergency === 0 ? null : `Rung ${row.emergency === 1 ? 'first' : `as number ${row.emergency}`}`,
      row.phone,
      row.note,
    ])
  },
}

const references: PartReader = {
  part: 'references',
  columns: ['System', 'Reference'].map(textOf),
  async rows(db, { id }) {
    const rows = await db
      .selectFrom('person_reference')
      .where('person_id', '=', id)
      .select(['system', 'value'])
      .orderBy('system_key')
      .orderBy('value')
      .execute()
    return rows.map((row) => [row.system, row.value])
  },
}

const consents: PartReader = {
  part: 'consents',
  columns: [dateOf('On'), textOf('For'), textOf('Answer'), textOf('Given by'), dateOf('Until')],
  async rows(db, { id }) {
    const rows = await db
      .selectFrom('consent')
      .where('person_id', '=', id)
      .selectAll()
      .orderBy('on_date')
      .orderBy('step')
      .execute()
    return rows.map((row) => [
      row.on_date,
      Object.entries(consentLabels).find(([kind]) => kind === row.kind)?.[1] ?? row.kind,
      answerWords[row.answer],
      row.given_by,
      row.until_date,
    ])
  },
}

const alerts: PartReader = {
  part: 'alerts',
  columns: [dateOf('From'), dateOf('Until'), textOf('What is written')],
  async rows(db, { id }) {
    const rows = await db
      .selectFrom('alert_note')
      .where('person_id', '=', id)
      .selectAll()
      .orderBy('on_date')
      .orderBy('id')
      .execute()
    return rows.map((row) => [row.on_date, row.until_date, row.note])
  },
}

/** Who the other is, is theirs and not this person's: it is never in the record. */
const keptApart: PartReader = {
  part: 'kept-apart',
  columns: [dateOf('From'), dateOf('Until'), textOf('Why')],
  async rows(db, { id }) {
    const rows = await db
      .selectFrom('must_not_meet')
      .where((eb) => eb.or([eb('person_id', '=', id), eb('other_id', '=', id)]))
      .selectAll()
      .orderBy('on_date')
      .orderBy('id')
      .execute()
    return rows.map((row) => [row.on_date, row.until_date, row.reason])
  },
}

export const partsAboutThem = { details, reaching, adults, references, consents, alerts, keptApart }
