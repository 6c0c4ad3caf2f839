import { newIdAt } from '../../db/new-id.ts'
import { seeded, type Random } from '../../db/sample/random.ts'
import type { Tx } from '../../db/store.ts'
import { enrolmentStatuses } from '../../shared/enrolments/statuses.ts'
import {
  alertNoteId, consentId, contactId, correctionId, enrolmentId, familyId, idOf, inviteeId, measureId, mustNotMeetId,
  personAdultId, referenceId, type EnrolmentId, type GroupId, type MeasureId, type PersonId, type SessionId, type UserId,
} from '../../shared/ids.ts' // prettier-ignore
import { answers } from '../../shared/people/contact-safety.rules.ts'
import type { MergeChoice } from '../../shared/people/merge.contract.ts'
import { aPerson } from './people-factories.ts'
import { aGroupWithSessions, putRows, theMarkCodes } from './rows.ts'
import { aRegister, at, enrol } from './register-factories.ts'
import { NOW, type Api, type TestCounty } from './test-county.ts'

const rowId = idOf('row of a test')
const days = ['2026-09-01', '2026-09-08', '2026-10-06', '2026-11-02']

interface Scene {
  readonly newId: ReturnType<typeof newIdAt>
  readonly random: Random
  readonly by: UserId
  readonly others: readonly PersonId[]
  readonly groups: readonly { readonly groupId: GroupId; readonly sessions: readonly SessionId[] }[]
  readonly measures: readonly MeasureId[]
}

/** Two records of one person, each with something of everything that can belong to a person, by chance. */
export async function twoTangled(county: TestCounty, seed: number) {
  const random = seeded(seed)
  const newId = newIdAt(new Date(NOW))
  await theMarkCodes(county)
  const [one, other, ...others] = await Promise.all(
    ['Mia', 'Amelia', 'Leo', 'Asha', 'Kai'].map((firstName, i) => aPerson(county, { firstName, dateOfBirth: `2015-03-1${i}` })),
  ) // prettier-ignore
  const groups = [await aGroupWithSessions(county, { dates: days }), await aGroupWithSessions(county, { name: 'Club', dates: days })] // prettier-ignore
  const by = county.session.actor?.id
  if (!one || !other || !by) throw new Error('There is nobody.')
  const measures = [newId(measureId), newId(measureId)]
  const scene = { newId, random, by, groups, measures, others: others.map((person) => person.id) }
  await putRows(county, async (tx) => {
    for (const [i, id] of measures.entries())
      await tx.insertInto('measure').values({ id, name: `Measure ${i}`, kind: i === 0 ? 'goals' : 'scale', minimum: 0, maximum: 10, whole_numbers: 1, direction: 'higher-is-better', goal_limit: 3, source: null, retired: 0, version: 1 }).execute() // prettier-ignore
    const skipped: EnrolmentId[] = []
    for (const id of [one.id, other.id, scene.others[0] ?? one.id]) skipped.push(...(await tangle(tx, scene, id))) // prettier-ignore
    for (const [i, id] of skipped.entries())
      if (random.chance(0.5) && skipped[i + 1])
        await tx.insertInto('offer_skip').values({ id: newId(rowId), enrolment_id: id, offered_id: at(skipped, i + 1), reason: 'No answer', at: NOW, by_user: by }).execute() // prettier-ignore
    if (random.chance(0.5))
      await tx.updateTable('session').set({ register_completed_at: NOW, register_completed_by: by }).where('id', 'in', groups.map((group) => at(group.sessions, 0))).execute() // prettier-ignore
  })
  return { keptId: one.id, goneId: other.id, groups }
}

async function tangle(tx: Tx, scene: Scene, person_id: PersonId): Promise<EnrolmentId[]> {
  await details(tx, scene, person_id)
  await belongings(tx, scene, person_id)
  const enrolments: EnrolmentId[] = []
  for (const group of scene.groups) {
    if (scene.random.chance(0.7)) enrolments.push(await history(tx, scene, person_id, group.groupId))
    await coming(tx, scene, person_id, group)
  }
  return enrolments
}

async function details(tx: Tx, { random, newId }: Scene, id: PersonId): Promise<void> {
  const maybe = <T>(value: T) => (random.chance(0.6) ? value : null)
  const family_id = newId(familyId)
  await tx.insertInto('family').values({ id: family_id, name: 'Patel', name_key: 'patel', version: 1 }).execute() // prettier-ignore
  const change = {
    family_id: maybe(family_id),
    mosaic_id: maybe(String(random.between(1, 1_000_000))),
    phone: maybe(random.pick(['07700 900123', '+44 7700 900123', '07700 900456'])),
    safe_to_call: random.pick(answers),
    safe_to_text: random.pick(answers),
    safe_to_write: random.pick(answers),
    email: maybe(random.pick(['a@example.org', 'b@example.org'])),
    address: maybe(random.pick(['1 High Street', '2 Low Street'])),
    allergies: maybe(random.pick(['Nuts', 'Nuts and eggs', 'Milk'])),
    access_needs: maybe('Ramp'),
    language: maybe(random.pick(['Polish', 'Urdu'])),
    known_as: maybe(random.pick(['Mia', 'Millie'])),
    provisional: random.pick([0, 1] as const),
    alert: random.pick([0, 1] as const),
  }
  await tx.updateTable('person').set(change).where('id', '=', id).execute()
}

async function belongings(tx: Tx, { random, newId, by, others }: Scene, person_id: PersonId): Promise<void> {
  const often = async (work: () => Promise<unknown>) => void (random.chance(0.6) && (await work()))
  const [first, second] = [at(others, 1), at(others, 2)]
  await often(() => tx.insertInto('person_reference').values({ id: newId(referenceId), person_id, system: 'Core+', system_key: 'core+', value: String(random.between(1, 2)) }).execute()) // prettier-ignore
  await often(() => tx.insertInto('contact').values({ id: newId(contactId), person_id, at: '2026-11-02T10:00', way: 'phone', about: 'absence', outcome: 'reached', note: null, by_user: by, version: 1 }).execute()) // prettier-ignore
  await often(async () => {
    await tx.updateTable('person').set({ alert: 1 }).where('id', '=', person_id).execute()
    await tx.insertInto('alert_note').values({ id: newId(alertNoteId), person_id, note: 'Speak to Jo', on_date: '2026-11-02', until_date: null, written_by: by, version: 1 }).execute() // prettier-ignore
  })
  for (const name of [null, 'June Patel'])
    await often(() => tx.insertInto('person_adult').values({ id: newId(personAdultId), person_id, adult_id: name === null ? first : null, name, phone: null, relation: random.pick(['Mother', 'Aunt']), parental_responsibility: random.pick(answers), may_collect: random.pick(answers), emergency: random.between(0, 2), note: null, version: 1 }).execute()) // prettier-ignore
  await often(() => tx.insertInto('person_adult').values({ id: newId(personAdultId), person_id: second, adult_id: person_id, name: null, phone: null, relation: 'Sister', parental_responsibility: 'no', may_collect: random.pick(answers), emergency: 0, note: null, version: 1 }).execute()) // prettier-ignore
  for (const [i, on_date] of days.entries())
    await often(() => tx.insertInto('consent').values({ id: newId(consentId), person_id, kind: i === 1 ? 'outings' : 'photos', answer: random.pick(['yes', 'no'] as const), on_date, step: 1, given_by: random.pick(['Asha', 'Raj']), until_date: null, recorded_by: by }).execute()) // prettier-ignore
  const apart = (other: PersonId) => (person_id < other ? { person_id, other_id: other } : { person_id: other, other_id: person_id }) // prettier-ignore
  await often(() => tx.insertInto('must_not_meet').values({ id: newId(mustNotMeetId), ...apart(first), reason: 'Court order', on_date: '2026-09-01', until_date: random.pick([null, '2026-10-01']), written_by: by, version: 1 }).execute()) // prettier-ignore
  await often(() => tx.insertInto('not_the_same').values({ id: newId(rowId), ...apart(second), decided_at: NOW, decided_by: by }).execute()) // prettier-ignore
}

async function history(tx: Tx, { random, newId }: Scene, person_id: PersonId, group_id: GroupId) {
  const id = newId(enrolmentId)
  const role = random.pick([null, 'child', 'volunteer'] as const)
  const referral = { source: random.pick([null, 'School', 'Health visitor']), referred_on: random.pick([null, ...days]), reference: random.pick([null, 'R1', 'R2']) } // prettier-ignore
  await tx.insertInto('enrolment').values({ id, group_id, person_id, role, ...referral, priority: random.pick([0, 1, 2] as const), note: random.pick([null, 'Late', 'Early']), version: 1 }).execute() // prettier-ignore
  for (const on_date of days)
    for (let step = 1; step <= random.between(on_date === '2026-09-01' ? 1 : 0, 2); step++)
      await tx.insertInto('enrolment_event').values({ id: newId(rowId), enrolment_id: id, on_date, step, status: random.pick(enrolmentStatuses), reason: random.pick([null, 'Moved']) }).execute() // prettier-ignore
  return id
}

async function coming(tx: Tx, { random, newId, by, measures }: Scene, person_id: PersonId, { groupId: group_id, sessions }: Scene['groups'][number]) {
  for (const session_id of sessions) {
    if (random.chance(0.6))
      await tx.insertInto('mark').values({ id: newId(rowId), session_id, person_id, code: random.pick(['P', 'N', 'X']), marked_at: NOW, marked_by: by, minutes: random.pick([null, null, 5]), note: random.pick([null, 'Shy', 'Loud']), version: 1 }).execute() // prettier-ignore
    if (random.chance(0.3))
      await tx.insertInto('session_invitee').values({ id: newId(inviteeId), session_id, person_id }).execute()
    if (random.chance(0.2))
      await tx.insertInto('mark_correction').values({ id: newId(correctionId), session_id, person_id, from_code: 'P', to_code: null, reason: null, at: NOW, by_user: by }).execute() // prettier-ignore
  }
  for (const [place, measure_id] of measures.entries()) {
    const item = place === 0 ? random.between(1, 2) : 0
    if (item > 0 && random.chance(0.7))
      await tx.insertInto('goal').values({ id: newId(rowId), group_id, person_id, measure_id, item, text: random.pick(['Sleep', 'sleep', 'School']) }).execute() // prettier-ignore
    for (const time_point of ['before', 'after'] as const)
      if (random.chance(0.6))
        await tx.insertInto('reading').values({ id: newId(rowId), group_id, person_id, measure_id, time_point, item, value: random.between(1, 2), not_done_reason: null, taken_on: '2026-10-06', version: 1 }).execute() // prettier-ignore
    // Reviews: rounds of one time point, several views of one round, one of a session, and a number that fell.
    for (const round of [1, 2])
      for (const completed_by of ['worker-and-family', 'family'] as const)
        if (random.chance(0.4))
          await tx.insertInto('reading').values({ id: newId(rowId), group_id, person_id, measure_id, time_point: 'during', round, completed_by, edition: random.between(1, 2), session_id: random.pick([null, null, sessions[0] ?? null]), item, value: random.between(1, 2), not_done_reason: null, fall_reason: random.pick([null, 'Moved house']), taken_on: random.pick(['2026-10-06', '2026-10-13']), version: 1 }).execute() // prettier-ignore
  }
} // prettier-ignore

/** Takes two records together, answering every question as told: the same for all, or by its key. */
export async function mergeTwo(
  api: Api,
  keptId: PersonId,
  goneId: PersonId,
  choose: MergeChoice | ((key: string) => MergeChoice) = 'kept',
) {
  const { questions, kept, gone } = await api.people.mergePlan({ keptId, goneId })
  const answer = (key: string) => (typeof choose === 'string' ? choose : choose(key))
  const chosen = questions.map((one) => {
    const choice = answer(one.key)
    const may = choice === 'kept' || (choice === 'gone' && one.gone !== null) || (choice === 'both' && one.both !== null)
    return [one.key, may ? choice : 'kept'] as const
  }) // prettier-ignore
  const answers = Object.fromEntries(chosen)
  return api.people.merge({ keptId, goneId, keptVersion: kept.version, goneVersion: gone.version, answers })
}

/** Mia Patel, and Amelia Patel who is the same: born on the same day. */
export async function two(county: TestCounty, ...[mia = {}, amelia = {}]: Parameters<typeof aPerson>[1][]) {
  const kept = await aPerson(county, mia)
  const gone = await aPerson(county, { firstName: 'Amelia', ...amelia })
  return { keptId: kept.id, goneId: gone.id }
}

/** The record in which a person is found. */
export const personOf = async ({ api }: TestCounty, id: PersonId) => (await api.people.get({ id })).person
/** What is asked before two records are one. */
export const questionsAbout = async ({ api }: TestCounty, both: { keptId: PersonId; goneId: PersonId }) =>
  (await api.people.mergePlan(both)).questions.map((one) => one.about)

/** A group that met three times, with both of them in it. */
export async function bothEnrolled(county: TestCounty, both: { keptId: PersonId; goneId: PersonId }) {
  await theMarkCodes(county)
  const taken = await aRegister(county, { dates: ['2026-11-02', '2026-11-09', '2026-11-16'], people: [] })
  await enrol(county, taken.groupId, both.keptId)
  await enrol(county, taken.groupId, both.goneId)
  return taken
}
