import { roleOn } from '../../shared/enrolments/participants.rules.ts'
import { AppError } from '../../shared/errors.ts'
import { paperCode } from '../../shared/exports/paper-code.rules.ts'
import type {
  ContactSheet,
  ContactSheetPerson,
  NameLabels,
  PaperHeading,
  RegisterPaper,
  SignInSheet,
} from '../../shared/exports/paper-people.contract.ts'
import { collectionOf, emergencyContacts, type AdultOf, type OfFamily } from '../../shared/exports/paper-people.rules.ts' // prettier-ignore
import type { BuildingId, FamilyId, PersonId, SessionId } from '../../shared/ids.ts'
import type { Register } from '../../shared/registers/registers.contract.ts'
import { ageInWords } from '../../shared/time/format.ts'
import type { QueryContext } from '../context.ts'
import { fromFlag } from '../flag.ts'
import { apartFrom } from '../people/must-not-meet.repository.ts'
import * as repository from './paper-people.repository.ts'

/** From this age on somebody is a grown-up of their family. */
const GROWN_UP = 18

const headingOf = (register: Register): PaperHeading => {
  const { sessionId, publicTitle, startsAt, endsAt, roomName, buildingName, facilitators } = register
  return { sessionId, publicTitle, startsAt, endsAt, roomName, buildingName, facilitators }
}

/** The register as its screen has it, less all that paper must not say. */
export async function registerPaper({ ask, db }: QueryContext, sessionId: SessionId): Promise<RegisterPaper> {
  const register = await ask.registers.open({ sessionId })
  const ids = register.rows.map((row) => row.personId)
  const [adults, apart] = [await repository.adultsOf(db, ids), await apartFrom(db, ids)]
  return {
    ...headingOf(register),
    sessionNumber: register.sessionNumber,
    sessionCount: register.sessionCount,
    code: paperCode(sessionId),
    helpers: register.volunteers.map((row) => row.name),
    rows: register.rows.map(({ personId, number, name, age, alert, allergies, mark }) => ({
      number,
      name,
      age,
      alert,
      allergies,
      ...collectionOf(adults.get(personId) ?? [], apart(personId)),
      mark: mark?.code ?? null,
    })),
    codes: register.codes.filter((code) => !code.retired),
  }
}

export async function signInSheet({ ask, db }: QueryContext, sessionId: SessionId): Promise<SignInSheet> {
  const register = await ask.registers.open({ sessionId })
  const all = [...register.rows, ...register.volunteers]
  const people = await repository.peopleById(db, all.map((row) => row.personId)) // prettier-ignore
  const families = Map.groupBy(all, (row) => people.get(row.personId)?.family_id ?? row.personId)
  return {
    ...headingOf(register),
    families: [...families.values()].map((rows) => ({ people: rows.map((row) => row.name) })),
  }
}

/** Labels in the order of the register, then of those who help, and of those who deliver the session. */
export async function nameLabels(
  { ask, db }: QueryContext,
  { sessionId, lastNames }: { sessionId: SessionId; lastNames: boolean },
): Promise<NameLabels> {
  const register = await ask.registers.open({ sessionId })
  const all = [...register.rows, ...register.volunteers]
  const people = await repository.peopleById(db, all.map((row) => row.personId)) // prettier-ignore
  const last = (name: string) => (lastNames && name !== '' ? name : null)
  const theirs = all.flatMap(({ personId }) => {
    const row = people.get(personId)
    return row ? [{ firstName: row.known_as ?? row.first_name, lastName: last(row.last_name) }] : []
  })
  const staff = register.facilitators.map((name) => {
    const [firstName = name, ...rest] = name.split(' ')
    return { firstName, lastName: last(rest.join(' ')) }
  })
  return { ...headingOf(register), labels: [...theirs, ...staff] }
}

interface SheetsAsked {
  readonly date: string
  readonly buildingId: BuildingId | null
}

/** An assistant works where they work: the sheet of another building is not theirs. */
function refuseElsewhere({ actor }: QueryContext, buildingId: BuildingId): void {
  if (actor.role !== 'assistant' || actor.buildingIds.length === 0) return
  if (actor.buildingIds.includes(buildingId)) return
  throw new AppError('NOT_ALLOWED', 'The contact sheet of this building is for those who work there. Nothing was printed. Ask somebody there, or your manager.') // prettier-ignore
}

/** A sheet for each building where somebody is expected; one that was asked for by name is there even when nobody is. */
export async function contactSheets(
  context: QueryContext,
  { date, buildingId }: SheetsAsked,
): Promise<ContactSheet[]> {
  const { ask, db, actor } = context
  if (buildingId !== null) refuseElsewhere(context, buildingId)
  const own = new Set(actor.role === 'assistant' ? actor.buildingIds : [])
  const here = (id: BuildingId) => own.size === 0 || own.has(id)
  const sessions = (await repository.sessionsIn(db, date, buildingId)).filter((one) => here(one.building_id))
  const lines = await sessionLines(context, date, sessions)
  if (buildingId !== null && sessions.length === 0) {
    const { name, address } = await ask.buildings.get({ id: buildingId })
    return [{ date, buildingId, buildingName: name, address, sessions: [] }]
  }
  return [...Map.groupBy(sessions, (one) => one.building_id)].map(([id, some]) => ({
    date,
    buildingId: id,
    buildingName: some[0]?.building_name ?? '',
    address: some[0]?.address ?? null,
    sessions: some.flatMap((one) => lines.get(one.id) ?? []),
  }))
}

type SheetSession = ContactSheet['sessions'][number]

async function sessionLines(
  { db }: QueryContext,
  date: string,
  sessions: readonly repository.SessionIn[],
): Promise<Map<SessionId, SheetSession>> {
  const people = await repository.expectedIn(db, date, sessions)
  const deliverers = await repository.deliverersOf(db, sessions)
  const around = await readAround(db, date, people)
  const bySession = Map.groupBy(people, (row) => row.session_id)
  return new Map(
    sessions.map((one) => {
      const adults = deliverers.get(one.id) ?? []
      return [
        one.id,
        {
          sessionId: one.id,
          publicTitle: one.public_title,
          startsAt: one.starts_at,
          endsAt: one.ends_at,
          roomName: one.room_name,
          buildingName: one.building_name,
          facilitators: adults.map((adult) => adult.name),
          adults,
          people: (bySession.get(one.id) ?? []).map((row) => toSheetPerson(row, date, around)),
        },
      ]
    }),
  )
}

/** Whom the people of a sheet belong to. */
interface Around {
  readonly adults: ReadonlyMap<PersonId, readonly AdultOf[]>
  readonly families: ReadonlyMap<FamilyId, readonly OfFamily[]>
  readonly apart: (id: PersonId) => ReadonlySet<PersonId>
}

async function readAround(
  db: QueryContext['db'],
  date: string,
  people: readonly repository.ExpectedIn[],
): Promise<Around> {
  const families = [...new Set(people.flatMap((row) => row.family_id ?? []))]
  const bornBy = `${Number(date.slice(0, 4)) - GROWN_UP}${date.slice(4)}`
  const ids = people.map((row) => row.id)
  return {
    adults: await repository.adultsOf(db, ids),
    families: await repository.grownUpsOf(db, families, bornBy),
    apart: await apartFrom(db, ids),
  }
}

function toSheetPerson(row: repository.ExpectedIn, date: string, around: Around): ContactSheetPerson {
  const adults = around.adults.get(row.id) ?? []
  const family = row.family_id === null ? [] : (around.families.get(row.family_id) ?? [])
  const others = family.filter((one) => one.id !== row.id)
  return {
    name: repository.nameOf(row),
    role: roleOn(row.role, row.date_of_birth, date),
    age: row.date_of_birth === null || row.date_of_birth > date ? null : ageInWords(row.date_of_birth, date),
    alert: fromFlag(row.alert),
    allergies: row.allergies,
    accessNeeds: row.access_needs,
    ...collectionOf(adults, around.apart(row.id)),
    contacts: emergencyContacts(repository.toReached(row), adults, others, around.apart(row.id)),
  }
}
