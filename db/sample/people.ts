import { familyId, personId, type FamilyId } from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import { addDays } from '../../shared/time/civil.ts'
import type { NewPerson } from '../../shared/people/people.contract.ts'
import { newPersonRow } from '../people/people.repository.ts'
import type { InventedPeople, Making, Row } from './invented.ts'
import { allergies, awkwardFamilies, boys, girls, men, surnames, women } from './names.ts'
import { turn, type Random } from './random.ts'

interface Relations {
  readonly name: string
  readonly adult: string
  readonly children: readonly string[]
}

/**
 * Families, each a parent with children. They come in the order of the weeks in which they know the service, so
 * that a group of ten years ago is joined by the children of ten years ago.
 */
export function inventPeople(making: Making): InventedPeople {
  const families: Row<'family'>[] = []
  const people: Row<'person'>[] = []
  const days = making.sizes.weeksBack * 7
  while (people.length < making.sizes.people) {
    const relations = awkwardFamilies[families.length] ?? inventRelations(making.random, families.length)
    const id = making.newId(familyId)
    families.push({ id, name: relations.name, name_key: fold(relations.name), version: 1 })
    const known = addDays(making.today, -Math.round(days * (1 - people.length / making.sizes.people)))
    people.push(...members(making, id, relations, known, people.length))
  }
  return { families, people }
}

function inventRelations(random: Random, index: number): Relations {
  const children = Array.from({ length: random.between(1, 3) }, () =>
    random.pick(random.chance(0.5) ? girls : boys),
  )
  return {
    name: random.chance(0.08) ? `${turn(surnames, index)}-${random.pick(surnames)}` : random.pick(surnames),
    adult: random.pick(random.chance(0.8) ? women : men),
    children: [...new Set(children)],
  }
}

function members(
  making: Making,
  family: FamilyId,
  relations: Relations,
  known: string,
  count: number,
): Row<'person'>[] {
  const { random } = making
  const born = (from: number, to: number) => addDays(known, -random.between(from * 365, to * 365))
  const adult = { ...person(making, relations.adult, relations.name, count), dateOfBirth: born(20, 48) }
  const children = relations.children.map((first, i) => ({
    ...person(making, first, relations.name, count + 1 + i),
    phone: null,
    dateOfBirth: born(1, 17),
  }))
  return [adult, ...children].map((one) => newPersonRow(making.newId(personId), one, { familyId: family }))
}

function person({ random }: Making, firstName: string, lastName: string, number: number): NewPerson {
  return {
    firstName,
    lastName,
    knownAs: firstName.length > 7 && random.chance(0.2) ? firstName.slice(0, 4) : null,
    // Not everybody is on Mosaic: families who ask for a group themselves have no number yet.
    mosaicId: random.chance(0.75) ? String(1_200_000 + number) : null,
    // 07700 900 is the range Ofcom keeps for invented numbers.
    phone: random.chance(0.9) ? `07700 900${String(number % 1000).padStart(3, '0')}` : null,
    ...nothingMore,
    safeToCall: random.chance(0.1) ? 'no' : random.chance(0.7) ? 'yes' : 'not-asked',
    allergies: random.chance(0.12) ? random.pick(allergies) : null,
    alert: random.chance(0.05),
  }
}

/** What people-in-depth.ts adds for a part of them. */
const nothingMore = {
  email: null,
  address: null,
  postcode: null,
  safeToText: 'not-asked',
  safeToWrite: 'not-asked',
  accessNeeds: null,
  language: null,
  interpreter: false,
} as const
