import {
  alertNoteId,
  consentId,
  mustNotMeetId,
  personAdultId,
  referenceId,
  type PersonId,
} from '../../shared/ids.ts'
import { consentKinds } from '../../shared/people/consents.rules.ts'
import { addDays, ageOn } from '../../shared/time/civil.ts'
import { inOrder } from '../people/must-not-meet.repository.ts'
import type { InventedInDepth, InventedPeople, Making, Row } from './invented.ts'
import { men, surnames, women } from './names.ts'
import { seeded, type Random } from './random.ts'

type Person = Row<'person'>

/** Chance of its own, so that what else is invented stays as it was. */
const of = (making: Making): Making => ({ ...making, random: seeded(making.sizes.seed + 5) })

/** Of a good share of people: how they are reached, what they need, who belongs to them and what was agreed. */
export function inventInDepth(given: Making, { people }: InventedPeople): InventedInDepth {
  const making = of(given)
  const { today } = making
  const told = people.map((person) => toldOf(making, person))
  const isChild = (person: Person) => (ageOn(person.date_of_birth ?? null, today) ?? 0) < 18
  const families = Map.groupBy(told, (person) => person.family_id)
  const households = [...families.values()].map((all) => ({ parents: all.filter((one) => !isChild(one)), children: all.filter(isChild) })) // prettier-ignore
  const marked = told.filter((person) => person.alert === 1)
  return {
    people: told,
    adults: households.flatMap((household, i) => adultsOf(making, household, i)),
    consents: households.flatMap((household, i) => consentsOf(making, household, i)),
    references: told.filter((_, i) => i % 6 === 0).map((person, i) => ({ id: making.newId(referenceId), person_id: person.id, system: 'Core+', system_key: 'core+', value: `CP${40_100 + i}` })), // prettier-ignore
    alerts: marked.filter((_, i) => i % 2 === 0).map((person, i) => alertOf(making, person.id, i)),
    mustNotMeet: pairsOf(making, households),
  }
}

interface Household {
  readonly parents: readonly Person[]
  readonly children: readonly Person[]
}

const languages = ['Polish', 'Gujarati', 'Punjabi', 'Urdu', 'Romanian', 'Ukrainian']
const needs = ['Step-free way in', 'A quiet corner to go to', 'Large print', 'Hearing aid: sit near the front', 'Signs with pictures'] // prettier-ignore

/** What a referral form says of somebody beside their name. */
function toldOf({ random }: Making, person: Person): Person {
  const asked = person.phone !== null && person.safe_to_call === 'yes'
  const home = random.chance(0.5)
  const speaks = random.chance(0.12) ? random.pick(languages) : null
  return {
    ...person,
    safe_to_text: asked && random.chance(0.7) ? 'yes' : random.chance(0.1) ? 'no' : 'not-asked',
    safe_to_write: home && random.chance(0.7) ? 'yes' : random.chance(0.1) ? 'no' : 'not-asked',
    email: asked && random.chance(0.4) ? `family${random.between(100, 999)}@example.org` : null,
    address: home ? `${random.between(1, 180)} Sample Street` : null,
    // A postcode area that belongs to no place.
    postcode: home ? `ZZ99 ${random.between(1, 9)}ZZ` : null,
    access_needs: random.chance(0.1) ? random.pick(needs) : null,
    language: speaks,
    interpreter: speaks !== null && random.chance(0.4) ? 1 : 0,
  }
}

/** The parent who has a record; often another adult of whom only the name is kept, and now and then one who must not collect. */
function adultsOf(making: Making, { parents, children }: Household, index: number): Row<'person_adult'>[] {
  const { newId, random } = making
  const other = secondAdult(random, index)
  return children.flatMap((child) => {
    const row = { person_id: child.id, note: null, version: 1 } as const
    const own = parents.map((parent, i): Row<'person_adult'> => ({ ...row, id: newId(personAdultId), adult_id: parent.id, name: null, phone: null, relation: women.includes(parent.first_name) ? 'Mother' : men.includes(parent.first_name) ? 'Father' : 'Parent', parental_responsibility: 'yes', may_collect: 'yes', emergency: i + 1 })) // prettier-ignore
    if (other === null) return own
    return [...own, { ...row, ...other, id: newId(personAdultId), emergency: other.rung ? own.length + 1 : 0 }].map(withoutRung) // prettier-ignore
  })
}

const withoutRung = ({ rung: _rung, ...row }: Row<'person_adult'> & { rung?: boolean }) => row

function secondAdult(random: Random, index: number) {
  if (index % 9 === 4)
    return { adult_id: null, name: `${random.pick(men)} ${random.pick(surnames)}`, phone: null, relation: 'Father', parental_responsibility: 'yes', may_collect: 'no', note: 'By order of the court', rung: false } as const // prettier-ignore
  if (!random.chance(0.5)) return null
  const phone = `07700 900${String(index % 1000).padStart(3, '0')}`
  return { adult_id: null, name: `${random.pick(women)} ${random.pick(surnames)}`, phone, relation: 'Grandparent', parental_responsibility: 'not-asked', may_collect: random.chance(0.7) ? 'yes' : 'not-asked', note: null, rung: true } as const // prettier-ignore
}

/** Most families were asked most things; some answers were no, some run out soon or have. */
function consentsOf(making: Making, { parents, children }: Household, index: number): Row<'consent'>[] {
  const { newId, random, today, actor } = making
  const [parent] = parents
  if (!parent || !random.chance(0.75)) return []
  const onDate = addDays(today, -random.between(20, 340))
  const givenBy = `${parent.first_name} ${parent.last_name}`
  const until = addDays(today, index % 8 === 0 ? 12 : index % 8 === 1 ? -5 : 200)
  const answers = consentKinds.filter(() => random.chance(0.85)).map((kind) => ({ kind, answer: kind === 'photos' && random.chance(0.3) ? ('no' as const) : ('yes' as const) })) // prettier-ignore
  return children.flatMap((child) =>
    answers.map(({ kind, answer }) => ({
      id: newId(consentId),
      person_id: child.id,
      kind,
      answer,
      on_date: onDate,
      step: 1,
      given_by: givenBy,
      until_date: answer === 'yes' && kind === 'outings' ? until : null,
      recorded_by: actor.id,
    })),
  )
}

const notes = [
  'A parent who must not know where the family lives may ask after them. Say nothing, and ring the manager.',
  'Has just lost a grandparent. May want to sit out of talk about families.',
  'Leaves quickly when upset: one of the two leads goes along.',
]

const alertOf = ({ newId, today, actor }: Making, id: PersonId, index: number): Row<'alert_note'> => ({
  id: newId(alertNoteId),
  person_id: id,
  note: notes[index % notes.length] ?? '',
  on_date: addDays(today, -30 - index),
  until_date: null,
  written_by: actor.id,
  version: 1,
})

/** Two pairs of families that are kept apart. */
function pairsOf({ newId, today, actor }: Making, households: readonly Household[]): Row<'must_not_meet'>[] {
  const children = households.flatMap((household) => household.children.slice(0, 1))
  return [[3, 9], [14, 20]].flatMap(([one = 0, other = 0]) => {
    const [a, b] = [children[one], children[other]]
    if (!a || !b) return []
    return [{ id: newId(mustNotMeetId), ...inOrder(a.id, b.id), reason: 'The families are to be kept apart: a court order', on_date: addDays(today, -60), until_date: null, written_by: actor.id, version: 1 }] // prettier-ignore
  }) // prettier-ignore
}
