import { AppError } from '../../shared/errors.ts'
import { personId, type PersonId } from '../../shared/ids.ts'
import type { peopleContract } from '../../shared/people/people.contract.ts'
import type { Person, Reference } from '../../shared/people/person.contract.ts'
import type { Identity } from '../../shared/people/matches.rules.ts'
import { birthProblem, readPersonSearch, toMosaicId } from '../../shared/people/people.rules.ts'
import { fold, matchKey } from '../../shared/text.ts'
import type { z } from 'zod'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import type { Db } from '../store.ts'
import { adultOf, adultsOf } from './adults.repository.ts'
import { alertStanding } from './alert-standing.ts'
import { refuseUnmarking } from './alerts.service.ts'
import { chooseFamily } from './choose-family.ts'
import { consentsOf } from './consents.repository.ts'
import { historyOf } from './history.repository.ts'
import { exactMatches } from './matches.service.ts'
import { keptIdOf } from './merge/merges.repository.ts'
import * as people from './people.repository.ts'
import { findByReference, listReferences, setReferences } from './references.repository.ts'
import { search, searchFamilies, toPersonRows } from './search.repository.ts'

type Input<N extends keyof typeof peopleContract> = z.output<(typeof peopleContract)[N]['input']>

export async function searchPeople(
  { db, today }: QueryContext,
  { text, provisional, limit, offset }: Input<'search'>,
) {
  const wanted = { ...readPersonSearch(text, today), provisional }
  const { total, rows } = await search(db, wanted, { limit, offset })
  return { total, people: await toPersonRows(db, rows, today) }
}

/** The person of an address; one whose record was taken into another is found in that one. */
export async function getPerson(context: QueryContext, asked: PersonId) {
  const { db, today } = context
  const id = await keptIdOf(db, asked)
  const row = found(await people.findById(db, id), 'person')
  const family = row.family_id === null ? [] : await people.listFamily(db, row.family_id)
  const others = family.filter((member) => member.id !== id)
  return {
    person: people.toPerson(row),
    references: await listReferences(db, id),
    localityName: await people.findLocalityName(db, row.locality_id),
    adults: (await adultsOf(db, [id])).get(id) ?? [],
    adultOf: await adultOf(db, id),
    consents: (await consentsOf(db, [id], today)).get(id) ?? [],
    alert: { marker: row.alert === 1, ...(await alertStanding(db, context, id)) },
    family: await toPersonRows(db, others, today),
    history: await historyOf(db, id, today),
  }
}

export const findFamilies = ({ db }: QueryContext, text: string) => searchFamilies(db, fold(text), 20)

export async function createPerson(context: CommandContext, input: Input<'create'>): Promise<Person> {
  const { tx, today } = context
  checkBirth(input, today)
  await refuseKnown(tx, today, input)
  await refuseReferences(tx, input.references, null)
  const family = await chooseFamily(context, input.family)
  const id = context.newId(personId)
  await people.insertPeople(tx, [people.newPersonRow(id, input, { familyId: family })])
  await setReferences(tx, context.newId, id, input.references)
  return people.toPerson(found(await people.findById(tx, id), 'person'))
}

export async function updatePerson(context: CommandContext, input: Input<'update'>): Promise<Person> {
  const { tx, today } = context
  const row = found(await people.findById(tx, input.id), 'person')
  checkBirth(input, today)
  await refuseMosaicId(tx, today, input)
  await refuseReferences(tx, input.references ?? [], input.id)
  if (row.alert === 1 && !input.alert) await refuseUnmarking(tx, row)
  const change = {
    ...people.personColumns(input),
    family_id: await chooseFamily(context, input.family),
    // Somebody added at a door has been checked once their date of birth is known.
    provisional: toFlag(row.provisional === 1 && !input.dateOfBirth),
  }
  if (!(await people.updatePerson(tx, input.id, input.version, change))) throw changedSince('person')
  if (input.references) await setReferences(tx, context.newId, input.id, input.references)
  return people.toPerson(found(await people.findById(tx, input.id), 'person'))
}

function checkBirth({ dateOfBirth }: Pick<Input<'create'>, 'dateOfBirth'>, today: string): void {
  const problem = dateOfBirth ? birthProblem(dateOfBirth, today) : null
  if (problem !== null) throw new AppError('INVALID_INPUT', problem, { fields: { dateOfBirth: problem } })
}

async function refuseKnown(tx: Db, today: string, identity: Identity): Promise<void> {
  const matches = (await exactMatches(tx, today, identity)).filter((match) => match.kind !== 'name-only')
  const [first] = matches
  if (!first) return
  const why =
    first.kind === 'mosaic'
      ? `${first.person.name} already has the Mosaic ID ${toMosaicId(identity.mosaicId)}.`
      : `${first.person.name}, with the same date of birth, is already here.`
  throw new AppError(
    'CONFLICT',
    `${why} Nobody was added. Use that person; if they are two people, check the Mosaic ID or add a middle name.`,
    { matches },
  )
}

async function refuseMosaicId(tx: Db, today: string, input: Input<'update'>): Promise<void> {
  const others = (await exactMatches(tx, today, input)).filter(
    ({ kind, person }) => kind === 'mosaic' && person.id !== input.id,
  )
  const [first] = others
  if (first)
    throw new AppError(
      'CONFLICT',
      `${first.person.name} already has the Mosaic ID ${toMosaicId(input.mosaicId)}. Nothing was changed. Check which of the two it belongs to.`,
      { matches: others },
    )
}

/** One reference of each system, and none that is another person's. */
async function refuseReferences(
  db: Db,
  references: readonly Reference[],
  own: PersonId | null,
): Promise<void> {
  const twice = references.find((one, i) =>
    references.slice(0, i).some((other) => matchKey(other.system) === matchKey(one.system)),
  )
  if (twice)
    throw new AppError('INVALID_INPUT', `There are two references of ${twice.system}. Nothing was saved. Keep the one that is right.`) // prettier-ignore
  for (const reference of references) {
    const [other] = (await findByReference(db, reference)).filter((row) => row.id !== own)
    if (other)
      throw new AppError('CONFLICT', `${other.known_as ?? other.first_name} ${other.last_name} already has this reference of ${reference.system}. Nothing was saved. Check which of the two it belongs to.`, { personId: other.id }) // prettier-ignore
  }
}
