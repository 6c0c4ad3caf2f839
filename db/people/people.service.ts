import { AppError, assertNever } from '../../shared/errors.ts'
import { familyId, personId, type FamilyId, type PersonId } from '../../shared/ids.ts'
import type {
  familyChoice,
  Match,
  NewPerson,
  peopleContract,
  Person,
} from '../../shared/people/people.contract.ts'
import { matchKind, sureness, type Identity } from '../../shared/people/matches.rules.ts'
import { birthProblem, readPersonSearch, toMosaicId } from '../../shared/people/people.rules.ts'
import { fold } from '../../shared/text.ts'
import type { z } from 'zod'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import type { Db } from '../store.ts'
import { historyOf } from './history.repository.ts'
import { findCandidates } from './matches.repository.ts'
import * as people from './people.repository.ts'
import { search, searchFamilies, toPersonRows } from './search.repository.ts'

type FamilyChoice = z.output<typeof familyChoice>

export async function searchPeople(
  { db, today }: QueryContext,
  { text, provisional, limit, offset }: z.output<typeof peopleContract.search.input>,
) {
  const wanted = { ...readPersonSearch(text, today), provisional }
  const { total, rows } = await search(db, wanted, { limit, offset })
  return { total, people: await toPersonRows(db, rows, today) }
}

export async function getPerson({ db, today }: QueryContext, id: PersonId) {
  const row = found(await people.findById(db, id), 'person')
  const family = row.family_id === null ? [] : await people.listFamily(db, row.family_id)
  const others = family.filter((member) => member.id !== id)
  return {
    person: people.toPerson(row),
    family: await toPersonRows(db, others, today),
    history: await historyOf(db, id, today),
  }
}

/** Who somebody may already be, surest first. */
export async function findMatches(db: Db, today: string, identity: Identity): Promise<Match[]> {
  const candidates = await findCandidates(db, [identity])
  const rows = await toPersonRows(db, candidates, today)
  return candidates
    .flatMap((candidate, i) => {
      const kind = matchKind(identity, people.toPerson(candidate))
      const person = rows[i]
      return kind && person ? [{ kind, person }] : []
    })
    .toSorted((a, b) => sureness[a.kind] - sureness[b.kind])
    .slice(0, 20)
}

export const findFamilies = ({ db }: QueryContext, text: string) => searchFamilies(db, fold(text), 20)

export async function createPerson(
  context: CommandContext,
  input: NewPerson & { family: FamilyChoice },
): Promise<Person> {
  const { tx, today } = context
  checkBirth(input, today)
  await refuseKnown(tx, today, input)
  const family = await chooseFamily(context, input.family)
  const id = context.newId(personId)
  await people.insertPeople(tx, [people.newPersonRow(id, input, { familyId: family })])
  return people.toPerson(found(await people.findById(tx, id), 'person'))
}

export async function updatePerson(
  context: CommandContext,
  input: NewPerson & { id: PersonId; version: number; family: FamilyChoice },
): Promise<Person> {
  const { tx, today } = context
  const row = found(await people.findById(tx, input.id), 'person')
  checkBirth(input, today)
  await refuseMosaicId(tx, today, input)
  const change = {
    ...people.personColumns(input),
    family_id: await chooseFamily(context, input.family),
    // Somebody added at a door has been checked once their date of birth is known.
    provisional: toFlag(row.provisional === 1 && !input.dateOfBirth),
  }
  if (!(await people.updatePerson(tx, input.id, input.version, change))) throw changedSince('person')
  return people.toPerson(found(await people.findById(tx, input.id), 'person'))
}

function checkBirth({ dateOfBirth }: NewPerson, today: string): void {
  const problem = dateOfBirth ? birthProblem(dateOfBirth, today) : null
  if (problem !== null) throw new AppError('INVALID_INPUT', problem, { fields: { dateOfBirth: problem } })
}

async function refuseKnown(tx: Db, today: string, identity: Identity): Promise<void> {
  const matches = (await findMatches(tx, today, identity)).filter((match) => match.kind !== 'name-only')
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

async function refuseMosaicId(tx: Db, today: string, input: NewPerson & { id: PersonId }): Promise<void> {
  const others = (await findMatches(tx, today, input)).filter(
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

async function chooseFamily(context: CommandContext, choice: FamilyChoice): Promise<FamilyId | null> {
  switch (choice.kind) {
    case 'none':
      return null
    case 'existing':
      return found(await people.findFamily(context.tx, choice.id), 'family').id
    case 'new': {
      const id = context.newId(familyId)
      await people.insertFamily(context.tx, id, choice.name)
      return id
    }
    default:
      return assertNever(choice, 'choice of family')
  }
}
